import { strict as assert } from 'node:assert';

import { tfjs as tf } from '../../testing/tfjs-oracle';
import { Volume } from '../../volume/volume';
import { adam, makeOptimizer, momentum, sgd, type Optimizer } from './index';

/** One weight, two numbers, under the gradients given; returns the numbers after each step. */
function path(optimizer: Optimizer, gradients: number[][], rate: number): number[][] {
  const value = Volume.from([1, -1]);
  return gradients.map((gradient) => {
    optimizer.step([{ name: 'w', value }], [Volume.from(gradient)], rate);
    return [...value.data];
  });
}

describe('optimisers', () => {
  it('sgd() steps against the gradient', () => {
    assert.deepEqual(
      path(
        sgd(),
        [
          [2, -4],
          [0, 1],
        ],
        0.25,
      ),
      [
        [0.5, 0],
        [0.5, -0.25],
      ],
    );
  });

  it('momentum() rolls on: with the same gradient the second step is longer', () => {
    // a = 1, then 0.5 * 1 + 1 = 1.5; of gradient 0: 0.75
    const steps = path(
      momentum({ momentum: 0.5 }),
      [
        [1, 0],
        [1, 0],
        [0, 0],
      ],
      1,
    );
    assert.deepEqual(
      steps.map(([w]) => w),
      [0, -1.5, -2.25],
    );
  });

  it('adam() makes a first step of the learning rate, however large the gradient', () => {
    for (const [first, second] of path(adam({ epsilon: 1e-12 }), [[1e-3, -1e3]], 0.125)) {
      assert.ok(Math.abs(first! - 0.875) < 1e-8);
      assert.ok(Math.abs(second! + 0.875) < 1e-8);
    }
  });

  it('adam() takes half that step where the gradient is as small as epsilon', () => {
    const [[first]] = path(adam({ epsilon: 0.01 }), [[0.01, 0]], 0.5) as [[number, number]];
    assert.ok(Math.abs(first - 0.75) < 1e-12);
  });

  it('they leave a weight of gradient 0 alone', () => {
    for (const make of [sgd, momentum, adam]) {
      assert.deepEqual(path(make(), [[0, 0]], 1), [[1, -1]]);
    }
  });

  it('they go the way of tfjs, to float32', () => {
    const gradients = Array.from({ length: 12 }, (_, i) => [Math.sin(i), 3 * Math.cos(i * i)]);
    const pairs = [
      [sgd(), tf.train.sgd(0.1)],
      [momentum({ momentum: 0.8 }), tf.train.momentum(0.1, 0.8)],
      [adam(), tf.train.adam(0.1)],
      [adam({ beta1: 0.5, beta2: 0.9, epsilon: 0.01 }), tf.train.adam(0.1, 0.5, 0.9, 0.01)],
    ] as const;
    for (const [ours, theirs] of pairs) {
      const variable = tf.variable(tf.tensor1d([1, -1]));
      const mine = path(ours, gradients, 0.1);
      for (const [step, gradient] of gradients.entries()) {
        theirs.applyGradients([{ name: variable.name, tensor: tf.tensor1d(gradient) }]);
        for (const [i, value] of [...variable.dataSync()].entries()) {
          assert.ok(Math.abs(value - mine[step]![i]!) < 1e-5, `${ours.kind}, step ${step}`);
        }
      }
      variable.dispose();
      theirs.dispose();
    }
  });

  it('they change the numbers in place, and keep float32 what was float32', () => {
    const data = Float32Array.of(1, 2);
    const value = new Volume([2], data);
    const optimizer = adam();
    optimizer.step([{ name: 'w', value }], [Volume.from([1, 1])], 0.1);
    assert.equal(value.data, data);
    assert.ok(data[0]! < 1);
    assert.ok(optimizer.state().slots['m']!['w'] instanceof Float32Array);
  });

  it('what is restored from a state goes on as if it had not been interrupted', () => {
    const gradients = Array.from({ length: 6 }, (_, i) => [i - 2, 1 / (i + 1)]);
    for (const kind of ['sgd', 'momentum', 'adam']) {
      const whole = path(makeOptimizer(kind), gradients, 0.1).at(-1);
      const value = Volume.from([1, -1]);
      const step = (optimizer: Optimizer, gradient: number[]): void =>
        optimizer.step([{ name: 'w', value }], [Volume.from(gradient)], 0.1);
      const first = makeOptimizer(kind);
      for (const gradient of gradients.slice(0, 3)) step(first, gradient);
      const second = makeOptimizer(kind, { ...first.options });
      second.restore(structuredClone(first.state()));
      for (const gradient of gradients.slice(3)) step(second, gradient);
      assert.deepEqual([...value.data], whole);
    }
  });

  it('refuse the weights of another network', () => {
    const optimizer = adam();
    const step = (length: number): void =>
      optimizer.step(
        [{ name: 'dense/bias', value: Volume.zeros([length]) }],
        [Volume.zeros([length])],
        1,
      );
    step(2);
    assert.throws(() => step(3), {
      message:
        "Impossible de faire un pas de descente\u00a0: l'optimiseur se souvient d'un poids dense/bias de 2 nombres mais il en a 3\u00a0; créez un optimiseur par réseau, avec adam() par exemple.",
    });
  });

  it('refuse options outside, by their name', () => {
    const text = (name: string, value: number): RegExp =>
      new RegExp(`créer l'optimiseur adam.*${name} vaut ${value} mais il doit`);
    assert.throws(() => adam({ beta1: 1 }), { name: 'RangeError', message: text('beta1', 1) });
    assert.throws(() => adam({ beta2: -1 }), { name: 'RangeError', message: text('beta2', -1) });
    assert.throws(() => adam({ epsilon: 0 }), { message: /epsilon vaut 0 mais il doit/ });
    assert.throws(() => momentum({ momentum: 1 }), { message: /momentum vaut 1 mais il doit/ });
    assert.throws(() => makeOptimizer('constructor'), {
      message: /'constructor' n'existe pas.*'adam', 'momentum', 'sgd'/,
    });
  });
});
