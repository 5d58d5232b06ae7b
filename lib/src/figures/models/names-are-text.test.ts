import { strict as assert } from 'node:assert';

import { asModel } from '../../graph/testing/nets';
import { tfjs } from '../../testing/tfjs-oracle';
import { Figure } from '../figure';
import { HtmlFigure } from '../html-figure';
import { compareModels, gradCam, modelDiagram, modelTable, occlusionMap, parameterTreemap } from '..'; // prettier-ignore

const { layers } = tfjs;
const hostile = '<script>x</script>';
const model = asModel(
  tfjs.sequential({
    name: `modèle ${hostile}`,
    layers: [
      layers.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 3 }),
      layers.flatten(),
      layers.dense({ units: 3, activation: 'softmax' }),
    ],
  }),
);
const image = Array.from({ length: 4 }, (_, i) => [i, 1, 0, 2]);
const names = [hostile, hostile, hostile];

const figures = {
  gradCam: () => gradCam(model, image, { names }),
  occlusionMap: () => occlusionMap(model, image, { names }),
  modelDiagram: () => modelDiagram(model),
  modelTable: () => modelTable(model),
  parameterTreemap: () => parameterTreemap(model),
  compareModels: () => compareModels({ [hostile]: model, autre: model }),
};

/** Of models and classes: tfjs takes no layer whose name holds `<`. */
describe('names that look like markup', function () {
  this.timeout(60_000);

  for (const [name, draw] of Object.entries(figures)) {
    it(`${name}() shows them to the letter`, () => {
      const figure = draw();
      const shown =
        figure instanceof Figure
          ? JSON.stringify([figure.data, figure.layout, figure.frames.map(({ data }) => data)])
          : figure instanceof HtmlFigure
            ? figure.html
            : figure.svg;
      assert.ok(!shown.includes('<script'), 'it is markup');
      assert.ok(shown.includes('&lt;script&gt;x&lt;/script&gt;'), 'it is not there at all');
      assert.ok(!figure.alt.includes('&lt;'), 'words are no markup');
    });
  }
});
