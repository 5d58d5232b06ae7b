import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { Volume } from '../../volume/volume';
import { bothKernels } from '../testing/both-kernels';
import { relu, reluBackward } from './relu';

const row = (...values: number[]): Volume => new Volume([values.length], Float32Array.from(values));

describe('fast relu', () => {
  bothKernels('keeps what is above 0', () => {
    assert.deepEqual(relu(row(-1, 2, 0, 3, -4, 5, -6)).toNested(1), [0, 2, 0, 3, 0, 5, 0]);
  });

  bothKernels('lets NaN through', () => {
    assert.deepEqual(relu(row(1, NaN, -1, 2, NaN)).toNested(1), [1, NaN, 0, 2, NaN]);
  });

  bothKernels('sends the gradient back where the input was above 0', () => {
    const gradient = reluBackward(row(1, 2, 3, 4, 5), row(-1, 1, 0, 7, -2));
    assert.deepEqual(gradient.toNested(1), [0, 2, 0, 4, 0]);
  });

  bothKernels('is Math.max(x, 0) for any length and keeps the shape', () => {
    const numbers = fc.float32Array({ noNaN: true, minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(numbers, (values) => {
        const input = new Volume([1, values.length], values);
        const output = relu(input);
        assert.deepEqual(output.shape, input.shape);
        const expected = values.map((value) => Math.max(value, 0));
        assert.ok(output.data.every((value, i) => value === expected[i]));
      }),
      { numRuns: 50 },
    );
  });

  it('wants a Volume', () => {
    assert.throws(
      () => relu([1, 2] as any),
      new TypeError(
        "Impossible de calculer relu\u00a0: l'entrée est [1, 2] mais il faut un Volume\u00a0; donnez Volume.from(tableaux, 'float32').",
      ),
    );
  });

  it('wants a gradient of its output shape', () => {
    assert.throws(
      () => reluBackward(row(1, 2), row(1, 2, 3)),
      new RangeError(
        'Impossible de calculer le gradient de relu\u00a0: le gradient de la sortie (dOutput) a la forme [2] mais la sortie a la forme [3]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
  });
});
