import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import * as plain from '../../ops';
import { Volume } from '../../volume/volume';
import { setKernels } from '../engine/engine';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { refusesAlike } from '../testing/refuses-alike';

const row = (...values: number[]): Volume => new Volume([values.length], Float32Array.from(values));

const curves = ['sigmoid', 'tanh', 'swish', 'relu6', 'leakyRelu', 'elu'] as const;
const withAlpha = ['leakyRelu', 'elu'] as const;

/** To a few units in the last place of float32; below `tiny` anything is 0. */
function near(found: Volume, wanted: Volume, tiny: number): void {
  assert.deepEqual(found.shape, wanted.shape);
  wanted.data.forEach((value, i) => {
    const other = found.data[i]!;
    const same = Object.is(other + 0, value + 0);
    const close = Math.abs(other - value) <= 6e-7 * Math.abs(value) + tiny;
    assert.ok(same || close, `${other} at ${i}, not ${value}`);
  });
}

describe('fast activations', () => {
  afterEach(() => setKernels('wasm'));

  bothKernels('keep their exact values', () => {
    const x = row(-1000, -2, 0, 2, 1000);
    assert.deepEqual(fast.sigmoid(row(-1000, 0, 1000)).toNested(1), [0, 0.5, 1]);
    assert.deepEqual(fast.tanh(row(-1000, 0, 1000)).toNested(1), [-1, 0, 1]);
    assert.deepEqual(fast.swish(row(0, 1000)).toNested(1), [0, 1000]);
    assert.deepEqual(fast.relu6(x).toNested(1), [0, 0, 0, 2, 6]);
    assert.deepEqual(fast.leakyRelu(x, { alpha: 0.5 }).toNested(1), [-500, -1, 0, 2, 1000]);
    assert.deepEqual(fast.elu(row(-1000, 0, 2), { alpha: 3 }).toNested(1), [-3, 0, 2]);
  });

  bothKernels('have slopes of 1/4, 1, 1/2 at 0, and the corners of the plain ones', () => {
    const one = row(1, 1);
    const slopes = (name: (typeof curves)[number], ...at: number[]): unknown =>
      fast[`${name}Backward`](one, row(...at)).toNested(1);
    assert.deepEqual(slopes('sigmoid', 0, 1000), [0.25, 0]);
    assert.deepEqual(slopes('tanh', 0, 1000), [1, 0]);
    assert.deepEqual(slopes('swish', 0, 1000), [0.5, 1]);
    assert.deepEqual(slopes('relu6', 0, 6), [0, 1]);
    assert.deepEqual(slopes('leakyRelu', 0, 1), [Math.fround(0.2), 1]);
    assert.deepEqual(slopes('elu', 0, -1000), [1, 0]);
  });

  for (const name of curves) {
    const gradient = `${name}Backward` as const;

    bothKernels(`${name} is that of ops, for any numbers, lengths and shapes`, () => {
      const numbers = fc.oneof(
        fc.float({ min: -4, max: 4, noNaN: true }),
        fc.float({ min: -120, max: 120, noNaN: true }),
        fc.float({ noNaN: true }),
      );
      fc.assert(
        fc.property(fc.array(numbers, { minLength: 1, maxLength: 23 }), (values) => {
          const input = new Volume([1, values.length], Float32Array.from(values));
          // What cannot be told from 0 beside 1: exp(-x) overflows a little sooner in float32.
          near(fast[name](input), plain[name](input), 1e-30);
          const dOutput = new Volume([1, values.length], new Float32Array(values.length).fill(-3));
          near(fast[gradient](dOutput, input), plain[gradient](dOutput, input), 3e-7);
        }),
        { numRuns: 200 },
      );
    });

    bothKernels(`${name} makes of NaN and of infinities what the plain one makes of them`, () => {
      const input = row(NaN, Infinity, -Infinity, -0, NaN, 1);
      near(fast[name](input), plain[name](input), 0);
      const dOutput = row(2, -2, 2, NaN, -Infinity, Infinity);
      near(fast[gradient](dOutput, input), plain[gradient](dOutput, input), 0);
    });

    it(`${name} refuses what the plain one refuses, in the same words`, () => {
      refusesAlike(
        () => fast[gradient](row(1, 2), row(1, 2, 3)),
        () => plain[gradient](row(1, 2), row(1, 2, 3)),
      );
    });

    it(`${name} wants Volumes`, () => {
      const words = (doing: string, what: string): TypeError =>
        new TypeError(
          `Impossible de ${doing}\u00a0: ${what} est [1, 2] mais il faut un Volume\u00a0; donnez Volume.from(tableaux, 'float32').`,
        );
      assert.throws(() => fast[name]([1, 2] as any), words(`calculer ${name}`, "l'entrée"));
      assert.throws(
        () => fast[gradient]([1, 2] as any, row(1, 2)),
        words(`calculer le gradient de ${name}`, 'le gradient de la sortie (dOutput)'),
      );
    });
  }

  for (const name of withAlpha) {
    const gradient = `${name}Backward` as const;

    bothKernels(`${name} takes any alpha`, () => {
      const input = row(-3, -0.5, 0, 0.5, 3);
      for (const alpha of [-1.5, 0, 0.3, 2]) {
        near(fast[name](input, { alpha }), plain[name](input, { alpha }), 0);
        const dOutput = row(1, 2, 3, 4, 5);
        const wanted: Volume = plain[gradient](dOutput, input, { alpha });
        near(fast[gradient](dOutput, input, { alpha }), wanted, 0);
      }
    });

    it(`${name} refuses an alpha that is no number, in the words of the plain one`, () => {
      for (const alpha of [NaN, Infinity, '1' as any]) {
        refusesAlike(
          () => fast[name](row(1), { alpha }),
          () => plain[name](row(1), { alpha }),
        );
        refusesAlike(
          () => fast[gradient](row(1), row(1), { alpha }),
          () => plain[gradient](row(1), row(1), { alpha }),
        );
      }
    });
  }
});
