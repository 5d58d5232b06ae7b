import { strict as assert } from 'node:assert';

import * as tf from '../../tf';
import { alexNet } from '../alex-net';
import { efficientNet } from '../efficient-net';
import { googLeNet } from '../google-net';
import { leNet } from '../le-net';
import { resNet } from '../res-net';
import { answersOf, onPaper, textOf } from './index';

describe('what a model would give', function () {
  this.timeout(60_000);

  it('is computed with our weights, whatever those were that the model came with', async () => {
    const [one, other] = await Promise.all(
      [leNet(), leNet()].map((model) => answersOf(textOf(model), counting())),
    );
    assert.equal(one!.length, 10);
    assert.deepEqual(one, other);
    const max = await answersOf(textOf(leNet({ pooling: 'max' })), counting());
    assert.notDeepEqual(max, one);
    await assert.rejects(answersOf(textOf(onPaper(() => alexNet())), counting()), /trop grand/);
  });

  it('is not computed where windows would read for minutes', async () => {
    const margin = tf.layers.zeroPadding2d({ padding: 400, inputShape: [28, 28, 1] });
    const wide = tf.layers.maxPooling2d({ poolSize: 800, strides: 1, padding: 'same' });
    const bomb = onPaper(() => tf.sequential({ layers: [margin, wide] }));
    await assert.rejects(answersOf(textOf(bomb), counting()), /438773760000 nombres lus par ses fenêtres/);
  }); // prettier-ignore

  it('is the same for branches that were built in another order', async () => {
    const build = (first: 0 | 1, padding: 'same' | 'valid' = 'same') => {
      const inputs = tf.input({ shape: [6, 6, 2] });
      const branch = [
        () => tf.layers.conv2d({ filters: 3, kernelSize: 1 }).apply(inputs),
        () =>
          tf.layers
            .conv2d({ filters: 3, kernelSize: 3, padding: 'same' })
            .apply(tf.layers.zeroPadding2d({ padding: padding === 'same' ? 0 : 1 }).apply(inputs)),
      ] as const;
      const made = [branch[first](), branch[1 - first]!()];
      const ordered = (first === 0 ? made : made.reverse()) as tf.SymbolicTensor[];
      const outputs = tf.layers.concatenate().apply(ordered) as tf.SymbolicTensor;
      return textOf(tf.model({ inputs, outputs }));
    };
    const answers = await answersOf(build(0), counting());
    assert.deepEqual(await answersOf(build(1), counting()), answers);
  });

  for (const [name, build, other] of [
    ['AlexNet', () => alexNet(), () => alexNet({ version: 'single' })],
    ['GoogLeNet', () => googLeNet({ auxiliary: true }), () => googLeNet()],
    ['ResNet-50', () => resNet({ depth: 50 }), () => resNet({ depth: 101 })],
    [
      'EfficientNet-B1',
      () => efficientNet({ scale: 1 }),
      () => efficientNet({ scale: 1, normalization: false }),
    ],
  ] as const) {
    it(`of ${name}, made narrower, is no stranger's`, async () => {
      const ask = (make: () => tf.LayersModel) => answersOf(textOf(onPaper(make)), counting(), 16);
      const answers = await ask(build);
      assert.ok(answers.every(Number.isFinite));
      assert.notDeepEqual(await ask(other), answers);
    });
  }
});

/** Numbers from 0 to 1, the same each time. */
function counting(): () => number {
  let i = 0;
  return () => (i++ * 0.618034) % 1;
}
