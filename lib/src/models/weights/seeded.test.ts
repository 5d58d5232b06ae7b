import { strict as assert } from 'node:assert';

import * as tf from '../../tf';
import { leNet } from '../le-net';
import { onPaper } from '../paper/on-paper';
import { seeded } from './seeded';

const numbers = (model: tf.LayersModel): number[][] =>
  model.getWeights().map((weight) => [...weight.dataSync()]);

describe('seeded()', () => {
  it('draws the same weights each time, others with another seed', () => {
    const first = numbers(seeded(1, () => leNet()));
    assert.deepEqual(numbers(seeded(1, () => leNet())), first);
    const kernels = (all: number[][]) => all.filter((weight) => weight.some((x) => x !== 0));
    assert.equal(kernels(first).length, 5);
    const others = kernels(numbers(seeded(2, () => leNet())));
    for (const [i, kernel] of kernels(first).entries()) assert.notDeepEqual(kernel, others[i]);
  });

  it('the paper’s LeNet-5 too, whose layers are our own', () => {
    const build = () => numbers(seeded('a', () => leNet({ version: 'paper' })));
    assert.deepEqual(build(), build());
  });

  it('layers of the same shape get different weights, of the usual spread', () => {
    const dense = (name: string) =>
      tf.layers.dense({ name, units: 30, inputShape: [30], kernelInitializer: 'glorotUniform' });
    const model = seeded(1, () => tf.sequential({ layers: [dense('a'), dense('b')] }));
    const [a, , b] = numbers(model) as [number[], number[], number[]];
    assert.notDeepEqual(a, b);
    const most = Math.max(...a.map(Math.abs));
    const glorot = Math.sqrt(6 / 60);
    assert.ok(most <= glorot && most > 0.98 * glorot, `${most} of ${glorot}`);
  });

  it('afterwards tfjs draws as before', () => {
    const draw = () => numbers(leNet());
    seeded(1, draw);
    assert.notDeepEqual(draw(), draw());
  });

  it('on paper there is nothing to draw', () => {
    const model = seeded(1, () => onPaper(() => leNet()));
    assert.throws(() => numbers(model), /onPaper/);
  });
});
