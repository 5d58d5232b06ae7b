import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { upTo } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { localResponseNorm, localResponseNormBackward } from './local-response-norm';

const cases = fc.record({
  input: fc
    .tuple(upTo(0xffff, 0), upTo(2), upTo(3), upTo(3), upTo(8))
    .map(([seed, ...shape]) => seededVolume(shape, seed)),
  options: fc.record({
    depthRadius: upTo(4, 0),
    bias: fc.constantFrom(0.5, 1, 2),
    alpha: fc.constantFrom(0, 0.01, 1),
    beta: fc.constantFrom(0.5, 0.75, 1, 2),
  }),
});

describe('localResponseNorm()', () => {
  it('divides by the squares of the channel itself with a radius of 0', () => {
    // bias 16: 3 / (16 + 9)^0.5
    assert.deepEqual(localResponseNorm([3], { depthRadius: 0, bias: 16 }), [0.6]);
  });

  it('looks at the neighbours in depth, of which the first and the last channel have fewer', () => {
    const output = localResponseNorm([1, 2, 0, 3], { depthRadius: 1, beta: 1 });
    assert.deepEqual(output, [1 / (1 + 1 + 4), 2 / (1 + 1 + 4 + 0), 0, 3 / (1 + 0 + 9)]);
  });

  it('weighs the sum of squares by alpha, whatever their number', () => {
    const options = { depthRadius: 2, bias: 2, alpha: 0.5, beta: 1 };
    assert.deepEqual(localResponseNorm([2, 4], options), [2 / 12, 4 / 12]);
    assert.deepEqual(localResponseNorm([2, 4], { ...options, alpha: 0 }), [1, 2]);
  });

  it('keeps pixels apart', () => {
    const both = localResponseNorm([[[1, 2], [5, 6]]]); // prettier-ignore
    assert.deepEqual(both, [[localResponseNorm([1, 2]), localResponseNorm([5, 6])]]);
  });

  it('spreads NaN to the channels that look at it, and no further', () => {
    const output = localResponseNorm([NaN, 1, 2], { depthRadius: 1 });
    assert.deepEqual(output.map(Number.isNaN), [true, true, false]);
  });

  it("has TensorFlow's defaults: radius 5, bias 1, alpha 1, beta 0.5", () => {
    const input = seededVolume([1, 2, 2, 13], 5);
    const theirs = tfCompute([input], (x) => tfjs.localResponseNormalization(x));
    assertClose(localResponseNorm(input), theirs);
  });

  it('agrees with tfjs, and its gradient with tfjs and centred differences', () => {
    fc.assert(
      fc.property(cases, ({ input, options }) => {
        const { depthRadius, bias, alpha, beta } = options;
        type Operation = Parameters<typeof tfCompute>[1];
        const operation: Operation = (x) =>
          tfjs.localResponseNormalization(x, depthRadius, bias, alpha, beta);
        assertClose(localResponseNorm(input, options), tfCompute([input], operation));
        const dOutput = seededVolume(input.shape, 2);
        const ours = (dy: Volume): Volume => localResponseNormBackward(dy, input, options);
        assertClose(ours(dOutput), tfGradients(dOutput, [input], operation)[0]!, 1e-4);
        checkGradient((x) => localResponseNorm(x, options), input, ours);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses options out of range', () => {
    const says = (options: object, text: string): void => {
      assert.throws(
        () => localResponseNorm([1], options),
        new RangeError(`Impossible de normaliser l'entrée en profondeur\u00a0: ${text}`),
      );
    };
    says(
      { depthRadius: -1 },
      "le rayon (depthRadius) vaut -1 mais il doit être un entier d'au moins 0\u00a0; donnez par exemple depthRadius: 2 pour regarder 5 canaux.",
    );
    says(
      { bias: 0 },
      'bias vaut 0 mais il doit être un nombre fini supérieur à 0\u00a0; donnez par exemple bias: 1.',
    );
    says(
      { alpha: -1 },
      "alpha vaut -1 mais il doit être un nombre fini d'au moins 0\u00a0; donnez par exemple alpha: 0.0001.",
    );
    says(
      { beta: NaN },
      'beta vaut NaN mais il doit être un nombre fini\u00a0; donnez par exemple beta: 0.75.',
    );
    assert.throws(
      () => localResponseNormBackward([1], [1, 2]),
      /^RangeError: Impossible de calculer le gradient de localResponseNorm\u00a0: le gradient/,
    );
  });
});
