import { strict as assert } from 'node:assert';

import { compileGraph } from '..';
import { activationsByLayer, gradCam, learnedFilters, modelDiagram, modelTable, occlusionMap, parameterTreemap, twoTowers } from '../../figures'; // prettier-ignore
import { describe as describeModel, sourcesOf } from '../../models';
import { tfjs } from '../../testing/tfjs-oracle';
import type { LayersModel } from '../../tf/models';

const image = [[0, 1], [1, 0]]; // prettier-ignore
const readers: Record<string, (model: LayersModel) => unknown> = {
  compileGraph: async (model) => compileGraph(model),
  describe: describeModel,
  sourcesOf,
  modelDiagram: (model) => modelDiagram(model),
  modelTable,
  parameterTreemap,
  twoTowers,
  learnedFilters: (model) => learnedFilters(model),
  activationsByLayer: (model) => activationsByLayer(model, image),
  occlusionMap: (model) => occlusionMap(model, image),
  gradCam: (model) => gradCam(model, image),
};

const { layers } = tfjs;
const x = tfjs.input({ shape: [2, 2, 1] });
const strangers: [what: string, model: unknown, why: RegExp][] = [
  ['nothing', undefined, /il faut un modèle de tfjs, mais c’est undefined/],
  ['a text', 'lenet', /mais c’est 'lenet'/],
  ['a list of layers', [layers.flatten()], /il faut un modèle de tfjs/],
  ['a layer', layers.flatten(), /mais c’est un objet/],
  ['a tensor between layers', layers.flatten().apply(x), /mais c’est un objet/],
  ['a function', () => undefined, /mais c’est une fonction.*donnez par exemple ce que rend tf\.sequential/],
  ['a promise', Promise.resolve(), /c’est une promesse\s; mettez await/],
  ['a model without layers', tfjs.sequential(), /n’a encore aucune couche.*inputShape/],
]; // prettier-ignore

describe('whoever goes through the layers of a model', function () {
  this.timeout(60_000);

  for (const [what, model, why] of strangers) {
    it(`refuses ${what} in three beats`, async () => {
      for (const [name, read] of Object.entries(readers)) {
        const error = await Promise.resolve()
          .then(() => read(model as LayersModel))
          .then(() => assert.fail(`${name} took it`), (thrown: unknown) => thrown as Error); // prettier-ignore
        assert.match(error.message, /^Impossible d[e'’].*\s: .*\s; .*\.$/, name);
        assert.match(error.message, why, name);
        assert.equal(error.name, 'TypeError', name);
      }
    });
  }
});
