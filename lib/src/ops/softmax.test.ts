import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { sides, volumeOf } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { logSoftmax, logSoftmaxBackward } from './log-softmax';
import { softmax, softmaxBackward } from './softmax';

const logits = sides(6).chain((shape) => volumeOf(shape));
const temperatures = fc.constantFrom(0.25, 1, 3);

const sumOf = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0);

describe('softmax()', () => {
  it("gives the course's probabilities for the logits 2, 1 and 0.1", () => {
    const rounded = softmax([2, 1, 0.1]).map((p) => Number(p.toFixed(4)));
    assert.deepEqual(rounded, [0.659, 0.2424, 0.0986]);
  });

  it('gives e^z over their sum: for logs of 1, 2 and 5 an eighth, two and five', () => {
    const p = softmax([Math.log(1), Math.log(2), Math.log(5)]);
    assertClose(Volume.from(p), Volume.from([1 / 8, 2 / 8, 5 / 8]), 1e-15);
  });

  it('works over the last axis of any shape', () => {
    assert.deepEqual(softmax([[0, 0], [5, 5]]), [[0.5, 0.5], [0.5, 0.5]]); // prettier-ignore
    assert.deepEqual(softmax([[[7], [8]]]), [[[1], [1]]]);
  });

  it('does not overflow, and is 0 for a logit of -Infinity', () => {
    assert.deepEqual(softmax([1000, 1000, -1000]), [0.5, 0.5, 0]);
    assert.deepEqual(softmax([1e308, -1e308]), [1, 0]);
    assert.deepEqual(softmax([-Infinity, 0]), [0, 1]);
  });

  it('makes a row NaN that has NaN, an Infinity or nothing but -Infinity, and no other row', () => {
    const rows = [[NaN, 1], [0, NaN], [Infinity, 1], [-Infinity, -Infinity], [3, 3]]; // prettier-ignore
    const none = [NaN, NaN];
    assert.deepEqual(softmax(rows), [none, none, none, none, [0.5, 0.5]]);
    assert.deepEqual(logSoftmax(rows).slice(0, 4), [none, none, none, none]);
  });

  it('adds up to 1, keeps the order, and does not see a number added to all logits', () => {
    fc.assert(
      fc.property(logits, temperatures, fc.integer({ min: -500, max: 500 }), (z, t, shift) => {
        const p = softmax(z, { temperature: t });
        for (const row of p.toNested(2)) assert.ok(Math.abs(sumOf(row) - 1) < 1e-12);
        for (let i = 1; i < z.shape[1]!; i++) {
          assert.equal(Math.sign(p.data[i]! - p.data[0]!), Math.sign(z.data[i]! - z.data[0]!));
        }
        const shifted = new Volume(
          z.shape,
          z.data.map((v) => v + shift),
        );
        assertClose(softmax(shifted, { temperature: t }), p, 1e-12);
      }),
    );
  });

  it('evens out with the temperature', () => {
    const hottest = (temperature: number): number => Math.max(...softmax([2, 1, 0], { temperature })); // prettier-ignore
    assert.ok(hottest(0.5) > hottest(1) && hottest(1) > hottest(5));
    assert.deepEqual(softmax([2, 1, 0], { temperature: 0.001 }), [1, 0, 0]);
  });

  it('gives back the kind and the type of number it was given', () => {
    assert.equal(softmax(Volume.from([1, 2], 'float32')).dtype, 'float32');
    assert.ok(Array.isArray(softmax([1, 2])));
  });
});

describe('logSoftmax()', () => {
  it('is the logarithm of softmax, also where that is rounded to 0', () => {
    assert.deepEqual(logSoftmax([1000, 0]), [0, -1000]);
    assert.deepEqual(logSoftmax([0, -Infinity]), [0, -Infinity]);
    assert.deepEqual(logSoftmax([1e9, 1e9]), [-Math.LN2, -Math.LN2]);
    fc.assert(
      fc.property(logits, temperatures, (z, temperature) => {
        const p = softmax(z, { temperature });
        const logs = new Volume(p.shape, p.data.map(Math.log));
        assertClose(logSoftmax(z, { temperature }), logs, 1e-12);
      }),
    );
  });
});

describe('softmaxBackward() and logSoftmaxBackward()', () => {
  it('weigh the gradient of a row against its mean', () => {
    // p = 1/2, 1/2; mean of the gradient 2; so 1/2 (3 - 2) and 1/2 (1 - 2).
    assert.deepEqual(softmaxBackward([3, 1], [7, 7]), [0.5, -0.5]);
    // 3 - 4/2 and 1 - 4/2.
    assert.deepEqual(logSoftmaxBackward([3, 1], [7, 7]), [1, -1]);
    assert.deepEqual(logSoftmaxBackward([3, 1], [7, 7], { temperature: 2 }), [0.5, -0.5]);
  });

  it('add up to 0 on each row: a number added to all logits changes nothing', () => {
    fc.assert(
      fc.property(logits, temperatures, (z, temperature) => {
        const dOutput = seededVolume(z.shape, 4);
        for (const back of [softmaxBackward, logSoftmaxBackward]) {
          const rows = back(dOutput, z, { temperature }).toNested(2);
          for (const row of rows) assert.ok(Math.abs(sumOf(row)) < 1e-12);
        }
      }),
    );
  });

  it('are what centred differences say, and tfjs', () => {
    fc.assert(
      fc.property(logits, temperatures, (z, temperature) => {
        const dOutput = seededVolume(z.shape, 4);
        for (const [forward, back, tf] of [
          [softmax, softmaxBackward, tfjs.softmax],
          [logSoftmax, logSoftmaxBackward, tfjs.logSoftmax],
        ] as const) {
          checkGradient(
            (x) => forward(x, { temperature }),
            z,
            (dy) => back(dy, z, { temperature }),
          );
          const operation = (x: Parameters<typeof tf>[0]) => tf(tfjs.div(x, temperature));
          assertClose(forward(z, { temperature }), tfCompute([z], operation));
          const [theirs] = tfGradients(dOutput, [z], operation);
          assertClose(back(dOutput, z, { temperature }), theirs!, 2e-5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuse a temperature that is not above 0, and a gradient of another shape', () => {
    for (const temperature of [0, -1, NaN, Infinity]) {
      assert.throws(
        () => softmax([1, 2], { temperature }),
        new RangeError(
          `Impossible de calculer softmax\u00a0: la température (temperature) vaut ${temperature} mais il faut un nombre fini supérieur à 0\u00a0; donnez 1 pour ne rien changer, plus pour adoucir, moins pour accentuer.`,
        ),
      );
    }
    assert.throws(
      () => logSoftmaxBackward([1], [1, 2]),
      new RangeError(
        'Impossible de calculer le gradient de logSoftmax\u00a0: le gradient de la sortie (dOutput) a la forme [1] mais la sortie a la forme [2]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
  });
});
