import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';

import type * as Tfjs from '@tensorflow/tfjs';

import { photo } from '../../data/photo';
import { compileGraph } from '../../graph';
import { runLayers } from '../../models/learned/look';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { wholeTf } from '../../tf/whole-tf';
import type { Volume } from '../../volume/volume';
import { loadPretrained } from './load-pretrained';
import type { Pretrained } from './pretrained';
import { readRecorded } from './testing/recorded';
import { topClasses } from './top-classes';

const tf = wholeTf();

const mostApart = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

const tensorOf = ({ data, shape }: Volume): Tfjs.Tensor => tf.tensor(data, [...shape], 'float32');

const indices = (values: ArrayLike<number>): number[] =>
  Array.from(values, (_, i) => i).sort((a, b) => values[b]! - values[a]!);

/** README.md of models says how such references are recorded; here `npm run reference:pretrained` does. */
describe("loadPretrained('efficientnet-lite0')", function () {
  this.timeout(120_000);
  const recorded = readRecorded();
  let lite0: Pretrained;

  before(async () => {
    lite0 = await loadPretrained('efficientnet-lite0');
  });

  for (const { photo: name, pixels, logits, pillow } of recorded) {
    it(`${name}: logits within 1e-4 of PyTorch's, of the same pixels`, async () => {
      const prepared = lite0.prepare((await photo(name)).image);
      const bytes = Uint8Array.from(prepared.data as Float32Array);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), pixels, 'the pixels');
      const found = tf.tidy(() => {
        const inside = lite0.model as unknown as ModelInside;
        return runLayers({ tf, model: inside }, tensorOf(prepared)).dataSync();
      });
      const apart = mostApart(found, logits);
      assert.ok(apart < 1e-4, `${apart} apart`);
      // Where the program that prepares the photo is Pillow, the first answer is the same.
      assert.equal(indices(found)[0], pillow.top5[0]);
    });
  }

  it('there are ten photos, each another one, and Pillow prepares them nearly as we do', () => {
    assert.equal(new Set(recorded.map(({ photo: name }) => name)).size, 10);
    for (const { photo: name, pillow } of recorded) {
      assert.ok(pillow.meanApart < 1, `${name}: ${JSON.stringify(pillow)}`);
    }
  });

  it('tells what is on them', async () => {
    const first = async (name: 'cat' | 'coffee' | 'rocket' | 'flower') =>
      topClasses(lite0, (await photo(name)).image, 1)[0]!.label;
    assert.deepEqual(
      await Promise.all((['cat', 'coffee', 'rocket', 'flower'] as const).map(first)),
      ['tiger cat', 'espresso', 'missile', 'daisy'],
    );
    const five = topClasses(lite0, (await photo('cat')).image);
    assert.equal(five.length, 5);
    assert.ok(five.every(({ probability }, i) => i === 0 || probability <= five[i - 1]!.probability)); // prettier-ignore
  });

  it('answers the same as a graph', async () => {
    const x = tensorOf(lite0.prepare((await photo('cat')).image));
    const expected = (lite0.model.predict(x as never) as unknown as Tfjs.Tensor).dataSync();
    const graph = await compileGraph(lite0.model);
    try {
      const found = graph.predict(x as never).dataSync();
      assert.ok(mostApart(found, expected) < 1e-5);
    } finally {
      graph.dispose();
    }
  });

  it('gives each caller a model of its own', async () => {
    const other = await loadPretrained('efficientnet-lite0');
    const [kernel] = other.model.getLayer('stem_conv').getWeights();
    other.model
      .getLayer('stem_conv')
      .setWeights([tf.zerosLike<Tfjs.Tensor>(kernel as never) as never]);
    const [mine] = lite0.model.getLayer('stem_conv').getWeights();
    assert.ok(mine!.dataSync().some((x) => x !== 0));
    other.model.dispose();
  });

  it('says whose it is, and names a thousand classes', () => {
    const { classNames, inputSize, source, licence, credit } = lite0;
    assert.deepEqual([classNames.length, new Set(classNames).size > 990, inputSize], [1000, true, 224]); // prettier-ignore
    for (const text of [source, licence, credit]) assert.ok(text.length > 2, text);
  });
});
