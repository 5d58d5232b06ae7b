import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { seededRandom } from '../data/random';
import { imageShapes, volumeOf } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { Volume } from '../volume/volume';
import { dropout, dropoutBackward } from './dropout';

const cases = fc.record({
  input: imageShapes(4).chain((shape) => volumeOf(shape)),
  rate: fc.constantFrom(0, 0.25, 0.5, 0.9),
  seed: fc.integer(),
});

describe('dropout()', () => {
  it('makes numbers 0 and enlarges the others, as its mask says', () => {
    const { output, mask } = dropout([1, 2, 3, 4], { rate: 0.75, seed: 2 });
    assert.deepEqual(output, [1, 2, 3, 4].map((x, i) => x * mask[i]!)); // prettier-ignore
    assert.ok(mask.every((factor) => factor === 0 || factor === 4));
  });

  it('drops where the seed draws a number below the rate', () => {
    const random = seededRandom(42);
    const drawn = [1, 2, 3, 4, 5, 6, 7, 8].map(() => (random() < 0.5 ? 0 : 2));
    assert.deepEqual(dropout([1, 1, 1, 1, 1, 1, 1, 1], { rate: 0.5, seed: 42 }).mask, drawn);
  });

  it('drops about its share, and keeps the mean about where it was', () => {
    const ones = Volume.zeros([10_000]);
    ones.data.fill(1);
    for (const rate of [0.1, 0.5, 0.8]) {
      const { output } = dropout(ones, { rate, seed: 7 });
      const dropped = Array.from(output.data).filter((x) => x === 0).length / 10_000;
      const mean = Array.from(output.data).reduce((a, b) => a + b) / 10_000;
      assert.ok(Math.abs(dropped - rate) < 0.015, `${dropped} of ${rate} dropped`);
      assert.ok(Math.abs(mean - 1) < 0.06, `mean ${mean}`);
    }
  });

  it('draws the same for the same seed, whatever the shape, and otherwise for another', () => {
    const options = { rate: 0.5, seed: 3 };
    const long = Volume.zeros([64]);
    assert.deepEqual(
      dropout(long, options).mask.data,
      dropout(long.reshape([4, 4, 4]), options).mask.data,
    );
    const other = dropout(long, { rate: 0.5, seed: 4 });
    assert.notDeepEqual(dropout(long, options).mask.data, other.mask.data);
  });

  it('changes nothing at a rate of 0', () => {
    assert.deepEqual(dropout([[1, -2]], { rate: 0, seed: 1 }).output, [[1, -2]]);
  });

  it('makes a dropped NaN 0, and keeps the others', () => {
    const { output, mask } = dropout([NaN, NaN, NaN, NaN], { rate: 0.5, seed: 1 });
    assert.deepEqual(output, mask.map((factor) => (factor === 0 ? 0 : NaN))); // prettier-ignore
    assert.ok(mask.includes(0) && mask.includes(2));
  });

  it('gives back the kind, the shape and the type of number of its input', () => {
    const { output, mask } = dropout(Volume.from([[1, 2]], 'float32'), { rate: 0.5, seed: 1 });
    assert.deepEqual([output.dtype, mask.dtype], ['float32', 'float32']);
    assert.deepEqual([output.shape, mask.shape], [[1, 2], [1, 2]]); // prettier-ignore
  });
});

describe('dropoutBackward()', () => {
  it('multiplies the gradient by the same mask', () => {
    fc.assert(
      fc.property(cases, ({ input, rate, seed }) => {
        const options = { rate, seed };
        const ones = new Volume(input.shape, input.data.map(() => 1)); // prettier-ignore
        const { mask } = dropout(input, options);
        assert.deepEqual(dropoutBackward(ones, input, options), mask);
        checkGradient(
          (x) => dropout(x, options).output,
          input,
          (dOutput) => dropoutBackward(dOutput, input, options),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('dropout() refuses', () => {
  it('a rate of 1 or outside 0 to 1, and a seed that is not whole', () => {
    for (const rate of [1, -0.1, 2, NaN, '0.5'] as number[]) {
      assert.throws(
        () => dropout([1], { rate, seed: 1 }),
        new RangeError(
          `Impossible d'appliquer le dropout\u00a0: le taux (rate) vaut ${typeof rate === 'string' ? "'0.5'" : rate} mais il doit être un nombre de 0 à 1, 1 exclu\u00a0; donnez par exemple rate: 0.5 pour annuler une valeur sur deux.`,
        ),
      );
    }
    assert.throws(
      () => (dropout as any)([1]),
      new TypeError(
        "Impossible d'appliquer le dropout\u00a0: les options sont undefined mais il faut un objet\u00a0; donnez par exemple { rate: … }.",
      ),
    );
    assert.throws(
      () => dropout([1], { rate: 0.5 } as any),
      new RangeError(
        "Impossible d'appliquer le dropout\u00a0: la graine (seed) vaut undefined mais il faut un nombre entier\u00a0; donnez par exemple seed: 1, et une autre graine à chaque pas.",
      ),
    );
  });

  it('a gradient of another shape than its output', () => {
    assert.throws(
      () => dropoutBackward([1], [1, 2], { rate: 0.5, seed: 1 }),
      new RangeError(
        'Impossible de calculer le gradient du dropout\u00a0: le gradient de la sortie (dOutput) a la forme [1] mais la sortie a la forme [2]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
  });
});
