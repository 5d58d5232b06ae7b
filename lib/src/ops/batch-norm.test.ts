import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { imageShapes } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { batchNorm, batchNormBackward } from './batch-norm';
import { batchNormTraining, batchNormTrainingBackward } from './batch-norm-training';
import { updateMoving } from './update-moving';

/** Any shape of rank 2 or more, and for its channels moments, gamma and beta. */
const cases = imageShapes(4, 3, 3).chain((shape) =>
  fc.record({ seed: fc.nat(0xffff), epsilon: fc.constantFrom(1e-3, 0.5) }).map(({ seed, epsilon }) => {
    const channels = shape[shape.length - 1]!;
    const list = (offset: number): Volume => seededVolume([channels], seed + offset);
    const variance = list(4);
    return {
      input: seededVolume(shape, seed),
      gamma: list(1),
      beta: list(2),
      mean: list(3),
      variance: new Volume([channels], variance.data.map((v) => v ** 2)),
      epsilon,
    };
  }),
); // prettier-ignore

describe('batchNorm()', () => {
  const options = { mean: [10, 20], variance: [4, 9], epsilon: 0 };

  it('takes the mean off and divides by the deviation, channel by channel', () => {
    assert.deepEqual(batchNorm([[12, 20], [8, 26]], options), [[1, 0], [-1, 2]]); // prettier-ignore
    assert.deepEqual(batchNorm([[[12, 20]]], options), [[[1, 0]]]);
  });

  it('then multiplies by gamma and adds beta', () => {
    assert.deepEqual(batchNorm([12, 23], { ...options, gamma: [3, 2], beta: [0, 5] }), [3, 7]);
  });

  it('takes an epsilon of 0.001 unless told, so that a variance of 0 does no harm', () => {
    const [y] = batchNorm([2], { mean: [1], variance: [0] });
    assert.equal(y, 1 / Math.sqrt(0.001));
    assert.deepEqual(batchNorm([2], { mean: [1], variance: [0], epsilon: 0 }), [Infinity]);
  });

  it('lets NaN through to its own number', () => {
    assert.deepEqual(batchNorm([NaN, 20], options), [NaN, 0]);
  });

  it('agrees with tfjs, and its gradients with tfjs and centred differences', () => {
    fc.assert(
      fc.property(cases, ({ input, ...o }) => {
        const all = [input, o.mean, o.variance, o.beta, o.gamma];
        type Operation = Parameters<typeof tfCompute>[1];
        const operation: Operation = (...[x, mean, variance, beta, gamma]) => {
          const deviation = tfjs.sqrt(tfjs.add(variance!, o.epsilon));
          return tfjs.add(tfjs.mul(tfjs.div(tfjs.sub(x!, mean!), deviation), gamma!), beta!);
        };
        const output = batchNorm(input, o);
        assertClose(output, tfCompute(all, operation), 1e-4);
        const dOutput = seededVolume(input.shape, 9);
        const theirs = tfGradients(dOutput, all, operation);
        const ours = batchNormBackward(dOutput, input, o);
        assertClose(ours.dInput, theirs[0]!, 1e-4);
        assertClose(ours.dBeta, theirs[3]!, 1e-4);
        assertClose(ours.dGamma, theirs[4]!, 1e-4);
        checkGradient((x) => batchNorm(x, o), input, (dy) => batchNormBackward(dy, input, o).dInput); // prettier-ignore
        checkGradient((gamma) => batchNorm(input, { ...o, gamma }), o.gamma, (dy) => batchNormBackward(dy, input, o).dGamma, { name: 'dGamma' }); // prettier-ignore
      }),
      { numRuns: 30 },
    );
  });

  it("is tfjs's own batchNorm", () => {
    const input = seededVolume([2, 3, 4, 2], 1);
    const o = { mean: [1, -1], variance: [0.5, 2], gamma: [2, 3], beta: [0.25, -4] };
    const theirs = tfCompute([input], (x) =>
      tfjs.batchNorm(x, o.mean, o.variance, o.beta, o.gamma, 1e-3),
    );
    assertClose(batchNorm(input, o), theirs);
  });
});

describe('batchNormTraining()', () => {
  it('takes mean and variance of the batch, the variance divided by n', () => {
    const { output, mean, variance } = batchNormTraining([[1, 7], [3, 7], [5, 7], [7, 7]], { epsilon: 4 }); // prettier-ignore
    assert.deepEqual(mean, [4, 7]);
    assert.deepEqual(variance, [5, 0]); // (9 + 1 + 1 + 9) / 4
    assert.deepEqual(output, [[-1, 0], [-1 / 3, 0], [1 / 3, 0], [1, 0]]); // divided by 3
  }); // prettier-ignore

  it('brings each channel to mean 0 and variance 1, then to beta and gamma', () => {
    fc.assert(
      fc.property(cases, ({ input, gamma, beta }) => {
        const n = input.size / gamma.size;
        fc.pre(n > 1);
        const first = batchNormTraining(input, { gamma, beta, epsilon: 1e-9 });
        const again = batchNormTraining(first.output);
        assertClose(again.mean, beta, 1e-9);
        gamma.data.forEach((g, c) => {
          if (first.variance.data[c]! < 1e-3) return; // a constant channel
          assert.ok(Math.abs(again.variance.data[c]! - g ** 2) < 1e-4);
        });
      }),
    );
  });

  it('is batchNorm with the batch as its own mean and variance', () => {
    fc.assert(
      fc.property(cases, ({ input, gamma, beta, epsilon }) => {
        const { output, mean, variance } = batchNormTraining(input, { gamma, beta, epsilon });
        assertClose(output, batchNorm(input, { mean, variance, gamma, beta, epsilon }), 0);
      }),
    );
  });

  it('makes a channel NaN that has NaN, and no other', () => {
    const { output } = batchNormTraining([[NaN, 1], [2, 1]]); // prettier-ignore
    assert.deepEqual(output, [[NaN, 0], [NaN, 0]]); // prettier-ignore
  });

  it('gives the types of number of its input', () => {
    const { output, mean } = batchNormTraining(Volume.from([[1], [2]], 'float32'));
    assert.deepEqual([output.dtype, mean.dtype], ['float32', 'float32']);
  });
});

describe('batchNormTrainingBackward()', () => {
  it('sends nothing back for what the normalisation takes away: a shift, a stretch', () => {
    // Input -1, 1 is already normal; a gradient of equal numbers is a shift, one like it a stretch.
    const back = (dOutput: number[][]) =>
      batchNormTrainingBackward(dOutput, [[-1], [1]], { epsilon: 0, gamma: [5] });
    assert.deepEqual(back([[3], [3]]), { dInput: [[0], [0]], dGamma: [0], dBeta: [6] }); // prettier-ignore
    assert.deepEqual(back([[-3], [3]]), { dInput: [[0], [0]], dGamma: [6], dBeta: [0] }); // prettier-ignore
  });

  it('gives by hand for 0, 0, 3, of mean 1 and variance 2', () => {
    // x^ = -1, -1, 2 over root 2; dBeta = 3; dGamma = 3 * -1 / root 2; n = 3.
    const { dInput, dGamma, dBeta } = batchNormTrainingBackward([[3], [0], [0]], [[0], [0], [3]], { epsilon: 0 }); // prettier-ignore
    const root = Math.sqrt(2);
    const byHand = [3 - 1 - 0.5, 0 - 1 - 0.5, 0 - 1 + 1].map((v) => [v / root]);
    assertClose(Volume.from(dInput), Volume.from(byHand), 1e-12);
    assertClose(Volume.from(dGamma), Volume.from([-3 / root]), 1e-12);
    assert.deepEqual(dBeta, [3]);
  });

  it('is what centred differences say, and tfjs', () => {
    fc.assert(
      fc.property(cases, ({ input, gamma, beta, epsilon: given }) => {
        const epsilon = Math.max(given, 0.05); // a channel of equal numbers bends sharply below
        const o = { gamma, beta, epsilon };
        const back = (dy: Volume) => batchNormTrainingBackward(dy, input, o);
        checkGradient((x) => batchNormTraining(x, o).output, input, (dy) => back(dy).dInput, { tolerance: 1e-5 }); // prettier-ignore
        checkGradient((v) => batchNormTraining(input, { ...o, gamma: v }).output, gamma, (dy) => back(dy).dGamma, { name: 'dGamma' }); // prettier-ignore
        checkGradient((v) => batchNormTraining(input, { ...o, beta: v }).output, beta, (dy) => back(dy).dBeta, { name: 'dBeta' }); // prettier-ignore

        type Operation = Parameters<typeof tfCompute>[1];
        const operation: Operation = (...[x, g, b]) => {
          const { mean, variance } = tfjs.moments(x!, input.shape.map((_, i) => i).slice(0, -1)); // prettier-ignore
          const normal = tfjs.div(tfjs.sub(x!, mean), tfjs.sqrt(tfjs.add(variance, epsilon)));
          return tfjs.add(tfjs.mul(normal, g!), b!);
        };
        assertClose(batchNormTraining(input, o).output, tfCompute([input, gamma, beta], operation), 1e-4); // prettier-ignore
        const dOutput = seededVolume(input.shape, 9);
        const [dInput, dGamma, dBeta] = tfGradients(dOutput, [input, gamma, beta], operation);
        assertClose(back(dOutput).dInput, dInput!, 1e-4);
        assertClose(back(dOutput).dGamma, dGamma!, 1e-4);
        assertClose(back(dOutput).dBeta, dBeta!, 1e-4);
      }),
      { numRuns: 30 },
    );
  });
});

describe('updateMoving()', () => {
  it('keeps the share momentum of the average, 0.99 unless told', () => {
    assert.deepEqual(updateMoving([0, 1], [2, 1], 0.75), [0.5, 1]);
    assert.ok(Math.abs(updateMoving([0], [1])[0]! - 0.01) < 1e-15);
    assert.deepEqual(updateMoving([5], [7], 1), [5]);
    assert.deepEqual(updateMoving([5], [7], 0), [7]);
  });

  it('gives a new one and leaves the old', () => {
    const moving = Volume.from([1, 2], 'float32');
    const next = updateMoving(moving, [3, 4], 0.5);
    assert.deepEqual([moving.toNested(1), next.toNested(1)], [[1, 2], [2, 3]]); // prettier-ignore
    assert.equal(next.dtype, 'float32');
  });
});

describe('batch normalisation refuses', () => {
  const says = (body: () => unknown, text: string): void => {
    assert.throws(body, new RangeError(`Impossible de ${text}`));
  };

  it('no options at all', () => {
    assert.throws(
      () => (batchNorm as any)([1, 2]),
      new TypeError(
        "Impossible de normaliser l'entrée\u00a0: les options sont undefined mais il faut un objet\u00a0; donnez par exemple { mean: … }.",
      ),
    );
  });

  it('no mean, or another count of numbers than channels', () => {
    says(
      () => batchNorm([1, 2], { variance: [1, 1] } as any),
      "normaliser l'entrée\u00a0: mean est undefined mais il faut 2 nombres, un par canal\u00a0; donnez mean.",
    );
    says(
      () => batchNorm([1, 2], { mean: [1, 1], variance: [1, 1], gamma: [1] }),
      "normaliser l'entrée\u00a0: gamma a la forme [1] mais il faut 2 nombres, un par canal\u00a0; donnez gamma de forme [2].",
    );
  });

  it('a variance or an epsilon below 0', () => {
    says(
      () => batchNorm([1], { mean: [0], variance: [-0.5] }),
      "normaliser l'entrée\u00a0: une variance vaut -0.5 mais une variance est au moins 0\u00a0; donnez la variance, pas le logarithme ni une différence.",
    );
    says(
      () => batchNormTraining([[1]], { epsilon: -1 }),
      "normaliser l'entrée\u00a0: epsilon vaut -1 mais il doit être un nombre fini d'au moins 0\u00a0; donnez par exemple epsilon: 0.001.",
    );
  });

  it('to train on one number a channel', () => {
    says(
      () => batchNormTraining([1, 2]),
      "normaliser l'entrée\u00a0: l'entrée a la forme [2] mais une seule valeur par canal n'a pas de variance\u00a0; donnez un lot [lot, unités], une image [hauteur, largeur, canaux] ou un lot de rang 4.",
    );
  });

  it('a momentum outside 0 to 1, and averages of two lengths', () => {
    says(
      () => updateMoving([1], [1], 1.5),
      'mettre à jour la moyenne mobile\u00a0: momentum vaut 1.5 mais il doit être un nombre de 0 à 1\u00a0; donnez par exemple 0.99.',
    );
    says(
      () => updateMoving([1, 2], [1]),
      'mettre à jour la moyenne mobile\u00a0: elle a la forme [2] mais la valeur du lot a la forme [1]\u00a0; donnez deux listes de même longueur, un nombre par canal.',
    );
  });

  it('a gradient of another shape than its output', () => {
    assert.throws(
      () => batchNormTrainingBackward([[1]], [[1], [2]]),
      /^RangeError: Impossible de calculer le gradient de batchNormTraining\u00a0: le gradient de la sortie \(dOutput\) a la forme \[1, 1\] mais/,
    );
    assert.throws(
      () => batchNormBackward([1], [1, 2], { mean: [0, 0], variance: [1, 1] }),
      /^RangeError: Impossible de calculer le gradient de batchNorm\u00a0: le gradient/,
    );
  });
});
