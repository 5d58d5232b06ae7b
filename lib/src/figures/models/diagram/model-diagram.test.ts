import assert from 'node:assert/strict';

import { alexNet, denseNet, describe as describeModel, efficientNet, googLeNet, leNet, onPaper, resNet, vgg } from '../../../models'; // prettier-ignore
import type { LayersModel } from '../../../tf/models';
import { tfjs } from '../../../testing/tfjs-oracle';
import { assertDrawn } from '../../testing/figure-laws';
import { openBoxes } from './boxes';
import { sectionsOf } from './fold';
import { layOut } from './layout';
import { modelDiagram } from './model-diagram';
import { partOf } from './part';
import { readGraph } from './read-graph';
import { unitsOf } from './units';

const families: Record<string, () => LayersModel> = {
  'LeNet-5 of the paper': () => leNet({ version: 'paper' }),
  AlexNet: () => alexNet(),
  'VGG-16': () => vgg(),
  'GoogLeNet with its auxiliaries': () => googLeNet({ auxiliary: true }),
  'ResNet-50': () => resNet(),
  'DenseNet-121': () => denseNet(),
  'EfficientNet-B0': () => efficientNet(),
};

/** All parameters that the words tell, which are told of each box once. */
function parametersTold(alt: string): number {
  const counts = [...alt.matchAll(/([\d\u00a0]+) paramètres/g)];
  return counts.reduce((sum, [, count]) => sum + Number(count!.replaceAll('\u00a0', '')), 0);
}

describe('modelDiagram()', function () {
  this.timeout(60_000);

  for (const [name, build] of Object.entries(families)) {
    it(`draws ${name} whole, and tells all of its parameters`, async () => {
      const model = onPaper(build);
      const diagram = modelDiagram(model);
      await assertDrawn(diagram);
      assert.equal(parametersTold(diagram.alt), model.countParams());
    });

    it(`no box of ${name} lies on another, all lie on the sheet`, () => {
      const units = partOf(unitsOf(readGraph(onPaper(build))), name, {});
      const { boxes, width, height } = layOut(sectionsOf(openBoxes(units), false), 840);
      for (const [i, a] of boxes.entries()) {
        assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height);
        for (const b of boxes.slice(i + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y; // prettier-ignore
          assert.ok(apart, `${i} lies on another`);
        }
      }
    });
  }

  it('says the shapes that describe() says', () => {
    const model = onPaper(() => vgg());
    const { rows } = describeModel(model);
    const { alt } = modelDiagram(model, { fold: false, blocks: 'open' });
    for (const line of alt.split('\n').slice(1)) {
      const [, name, shape] = /^\d+\. (\S+) \(.*sortie ([\d×\u00a0]+)/.exec(line)!;
      const row = rows.find((found) => found.name === name)!;
      assert.equal(shape!.replaceAll('\u00a0', ''), row.outputShape.join('×'), line);
    }
    assert.equal(alt.split('\n').length, 1 + 23);
  });

  it('a residual block: its own way, the shortcut beside it, and where they are added', () => {
    const { alt } = modelDiagram(onPaper(() => resNet({ depth: 18 })), { block: 'conv2_block1' }); // prettier-ignore
    assert.deepEqual(alt.replaceAll('\u00a0', ' ').split('\n').slice(1), [
      '1. pool1_pool (marge · max 3×3, pas 2) : sortie 56×56×64',
      '2. conv2_block1_1_conv (conv 3×3, 64 · BN · ReLU) : sortie 56×56×64, 37 120 paramètres',
      '3. conv2_block1_2_conv (conv 3×3, 64 · BN) : sortie 56×56×64, 37 120 paramètres',
      '4. conv2_block1_add (+ · ReLU), lit pool1_pool et conv2_block1_2_conv : sortie 56×56×64',
    ]);
  });

  it('the branches of an Inception module stand side by side, in the order of the paper', () => {
    const model = onPaper(() => googLeNet());
    const units = partOf(unitsOf(readGraph(model)), 'GoogLeNet', { block: 'inception_3a' });
    const sections = sectionsOf(openBoxes(units), false);
    const boxes = sections.flatMap((section) => section.boxes);
    const { boxes: places } = layOut(sections, 840);
    const heads = ['1x1', '3x3_reduce', '5x5_reduce', 'pool'].map((branch) => {
      return places[boxes.findIndex((box) => box.name === `inception_3a_${branch}`)]!;
    });
    assert.equal(new Set(heads.map(({ y }) => y)).size, 1, 'one row');
    const xs = heads.map(({ x }) => x);
    assert.deepEqual(
      xs,
      [...xs].sort((a, b) => a - b),
    );
  });

  it('what is repeated is drawn once and counted', () => {
    const { alt, svg } = modelDiagram(onPaper(() => denseNet()));
    const times = [...svg.matchAll(/>× (\d+)</g)].map(([, count]) => Number(count));
    assert.deepEqual(times, [6, 12, 24, 16]);
    assert.match(alt, /6 fois conv2_block1_concat .* : sortie 56×56×96 à 256/);
    const whole = modelDiagram(onPaper(() => denseNet()), { fold: false, blocks: 'closed' }); // prettier-ignore
    assert.doesNotMatch(whole.svg, />× \d/);
  });

  it('blocks that differ inside are not one block several times', () => {
    const { svg } = modelDiagram(onPaper(() => googLeNet()), { fold: true, blocks: 'closed' }); // prettier-ignore
    assert.doesNotMatch(svg, />× \d/);
  });

  it('a convolution in two groups reads by two arrows', () => {
    const arrows = (groups: boolean): number => {
      const model = onPaper(() => alexNet({ version: groups ? 'towers' : 'single' }));
      return modelDiagram(model, { from: 'conv2', to: 'conv3' }).svg.split('h8z').length - 1;
    };
    assert.equal(arrows(true), arrows(false) + 1);
  });

  it('a part: from a layer to another, with what it reads from outside', () => {
    const model = onPaper(() => leNet());
    const names = (options: object): string[] =>
      [...modelDiagram(model, options).alt.matchAll(/^\d+\. (\S+)/gm)].map(([, name]) => name!);
    assert.deepEqual(names({ from: 'C3', to: 'C5' }), ['S2', 'C3', 'S4', 'C5']);
    assert.deepEqual(names({ to: 'S2' }), ['input', 'C1', 'S2']);
    assert.deepEqual(names({ from: 'output' }), ['F6', 'output']);
  });

  it('any model of a student: names that tfjs made up, several inputs, a model inside', () => {
    const { layers } = tfjs;
    const inner = tfjs.sequential({ name: 'base', layers: [layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 3] })] }); // prettier-ignore
    const a = tfjs.input({ shape: [8, 8, 3], name: 'a' });
    const b = tfjs.input({ shape: [6, 6, 4], name: 'b' });
    const sum = layers.maximum().apply([inner.apply(a) as typeof a, b]) as typeof a;
    const model = tfjs.model({ inputs: [a, b], outputs: sum }) as unknown as LayersModel;
    const { alt } = modelDiagram(model);
    assert.match(alt, /base\/conv2d_Conv2D\d+ \(conv 3×3, 4\) : sortie 6×6×4, 112 paramètres/);
    assert.match(alt, /maximum_Maximum\d+ .*lit base\/conv2d_Conv2D\d+ et b/);
  });

  it('refuses layers and blocks that are not there, and ways that do not lead on', () => {
    const model = onPaper(() => leNet());
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => modelDiagram(model, options), { name: 'RangeError', message });
    refused({ from: 'C9' }, /aucune couche ne s’appelle 'C9'/);
    refused({ block: 'conv9' }, /aucun bloc ne s’appelle 'conv9'.*C1, S2/);
    refused({ from: 'C5', to: 'C1' }, /aucun chemin ne mène de 'C5' à 'C1'/);
  });
});
