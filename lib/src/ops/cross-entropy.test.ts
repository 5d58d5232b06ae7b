import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { upTo } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { crossEntropy, crossEntropyBackward } from './cross-entropy';
import {
  crossEntropyFromLogits,
  crossEntropyFromLogitsBackward,
} from './cross-entropy-from-logits';
import { oneHot } from './one-hot';
import { softmax } from './softmax';

/** Logits with class numbers, and with softer wanted probabilities. */
const cases = fc.tuple(upTo(4), upTo(5, 2), upTo(0xffff, 0)).map(([batch, classes, seed]) => {
  const { data } = seededVolume([batch], seed + 1);
  return {
    logits: seededVolume([batch, classes], seed),
    labels: Array.from(data, (v) => Math.floor(Math.abs(v) * 16) % classes),
    soft: softmax(seededVolume([batch, classes], seed + 2)),
  };
});

const near = (found: number, wanted: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(found - wanted) <= tolerance, `${found}, not ${wanted}`);

describe('crossEntropy()', () => {
  it("gives the course's numbers", () => {
    const wanted = [1, 0, 0, 0, 0];
    near(crossEntropy([0.4, 0.3, 0.05, 0.05, 0.2], wanted), 0.916291, 5e-7);
    near(crossEntropy([0.98, 0.01, 0, 0, 0.01], wanted), 0.020203, 5e-7);
  });

  it('takes 0 log 0 as 0: a class that is not wanted counts for nothing', () => {
    assert.equal(crossEntropy([1, 0, 0], 0), 0);
    assert.equal(crossEntropy([1, NaN], [1, 0]), 0);
    assert.ok(Object.is(crossEntropy([1], 0), 0));
  });

  it('is infinite where what is wanted has probability 0, and NaN where it has NaN', () => {
    assert.equal(crossEntropy([0, 1], 0), Infinity);
    assert.ok(Number.isNaN(crossEntropy([NaN, 1], 0)));
  });

  it('is the mean over the batch', () => {
    near(crossEntropy([[0.5, 0.5], [0.125, 0.875]], [0, 0]), (Math.log(2) + Math.log(8)) / 2); // prettier-ignore
  });

  it('takes class numbers, one-hot rows and softer ones', () => {
    const p = [[0.5, 0.25, 0.25], [0.125, 0.75, 0.125]]; // prettier-ignore
    assert.equal(crossEntropy(p, [0, 2]), crossEntropy(p, oneHot([0, 2], 3)));
    assert.equal(crossEntropy(p[0]!, 1), Math.log(4));
    near(crossEntropy([0.5, 0.25], [0.5, 0.5]), 0.5 * Math.log(2) + 0.5 * Math.log(4));
    near(crossEntropy(Volume.from([0.5, 0.5], 'float32'), Volume.from([0, 1], 'float32')), Math.LN2); // prettier-ignore
  });

  it('is least where the probabilities are those wanted: their entropy', () => {
    fc.assert(
      fc.property(cases, ({ logits, soft }) => {
        assert.ok(crossEntropy(softmax(logits), soft) >= crossEntropy(soft, soft) - 1e-12);
      }),
    );
  });

  it('agrees with a sum of products in tfjs, and its gradient with tfjs and differences', () => {
    fc.assert(
      fc.property(cases, ({ logits, labels, soft }) => {
        const p = softmax(logits);
        for (const [wanted, rows] of [
          [labels, Volume.from(oneHot(labels, logits.shape[1]!))],
          [soft, soft],
        ] as const) {
          type Operation = Parameters<typeof tfCompute>[1];
          const targets = Float32Array.from(rows.data);
          const operation: Operation = (q) =>
            tfjs.neg(
              tfjs.mean(tfjs.sum(tfjs.mul(tfjs.tensor(targets, [...rows.shape]), tfjs.log(q)), 1)),
            );
          near(crossEntropy(p, wanted), tfCompute([p], operation).data[0]!, 1e-5);
          const ours = crossEntropyBackward(2, p, wanted);
          const dLoss = new Volume([1], Float64Array.of(2));
          const scalar: Operation = (q) => tfjs.reshape(operation(q), [1]);
          assertClose(ours, tfGradients(dLoss, [p], scalar)[0]!, 1e-4);
          checkGradient(
            (q) => crossEntropy(q, wanted),
            p,
            (dy) => crossEntropyBackward(dy.data[0]!, p, wanted),
            { step: 1e-6, tolerance: 1e-5 },
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('crossEntropyBackward()', () => {
  it('is minus what is wanted over what is given, shared over the batch', () => {
    assert.deepEqual(crossEntropyBackward(1, [0.5, 0.25, 0.25], 1), [0, -4, 0]);
    assert.deepEqual(crossEntropyBackward(4, [[0.5, 0.5], [0.25, 0.75]], [0, 0]), [[-4, 0], [-8, 0]]); // prettier-ignore
    assert.deepEqual(crossEntropyBackward(1, [0.5, 0.5], [0.5, 0.5]), [-1, -1]);
  });

  it('is 0 for a class that is not wanted, and infinite where what is wanted has 0', () => {
    assert.deepEqual(crossEntropyBackward(1, [0, 1], 0), [-Infinity, 0]);
    assert.deepEqual(crossEntropyBackward(1, [0, 1], 1), [0, -1]);
  });
});

describe('crossEntropyFromLogits()', () => {
  it('is crossEntropy of softmax', () => {
    near(crossEntropyFromLogits([Math.log(1), Math.log(3)], 0), Math.log(4));
    fc.assert(
      fc.property(cases, ({ logits, labels, soft }) => {
        near(crossEntropyFromLogits(logits, labels), crossEntropy(softmax(logits), labels));
        near(crossEntropyFromLogits(logits, soft), crossEntropy(softmax(logits), soft));
      }),
    );
  });

  it('stays exact where the probability is rounded to 0', () => {
    assert.equal(crossEntropyFromLogits([0, 1000], 0), 1000);
    assert.equal(crossEntropy(softmax([0, 1000]), 0), Infinity);
    assert.equal(crossEntropyFromLogits([1000, 0], 0), 0);
  });

  it('is infinite for a wanted logit of -Infinity, NaN for NaN or Infinity among the logits', () => {
    assert.equal(crossEntropyFromLogits([-Infinity, 0], 0), Infinity);
    assert.equal(crossEntropyFromLogits([-Infinity, 0], 1), 0);
    assert.ok(Number.isNaN(crossEntropyFromLogits([NaN, 0], 1)));
    assert.ok(Number.isNaN(crossEntropyFromLogits([Infinity, 0], 0)));
  });

  it("agrees with tfjs's softmaxCrossEntropy, its gradient with tfjs and differences", () => {
    fc.assert(
      fc.property(cases, ({ logits, labels, soft }) => {
        for (const [wanted, rows] of [
          [labels, Volume.from(oneHot(labels, logits.shape[1]!))],
          [soft, soft],
        ] as const) {
          type Operation = Parameters<typeof tfCompute>[1];
          const targets = Float32Array.from(rows.data);
          const operation: Operation = (z) =>
            tfjs.losses.softmaxCrossEntropy(tfjs.tensor(targets, [...rows.shape]), z);
          near(crossEntropyFromLogits(logits, wanted), tfCompute([logits], operation).data[0]!, 1e-5); // prettier-ignore
          const scalar: Operation = (z) => tfjs.reshape(operation(z), [1]);
          const dLoss = new Volume([1], Float64Array.of(2));
          const ours = crossEntropyFromLogitsBackward(2, logits, wanted);
          assertClose(ours, tfGradients(dLoss, [logits], scalar)[0]!);
          checkGradient(
            (z) => crossEntropyFromLogits(z, wanted),
            logits,
            (dy) => crossEntropyFromLogitsBackward(dy.data[0]!, logits, wanted),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('crossEntropyFromLogitsBackward()', () => {
  it('is what is predicted less what is wanted, shared over the batch', () => {
    assert.deepEqual(crossEntropyFromLogitsBackward(1, [3, 3], 0), [-0.5, 0.5]);
    const logits = [[3, 3], [0, 1000]]; // prettier-ignore
    assert.deepEqual(crossEntropyFromLogitsBackward(2, logits, [1, 0]), [[0.5, -0.5], [-1, 1]]); // prettier-ignore
    assert.deepEqual(crossEntropyFromLogitsBackward(1, [3, 3], [0.25, 0.75]), [0.25, -0.25]);
  });

  it('gives the kind and the type of number of the logits', () => {
    const logits = Volume.from([[1, 2]], 'float32');
    assert.equal(crossEntropyFromLogitsBackward(1, logits, [0]).dtype, 'float32');
  });
});

describe('a cross-entropy refuses', () => {
  const says = (body: () => unknown, text: string): void => {
    assert.throws(body, new RangeError(`Impossible de calculer l'entropie croisée\u00a0: ${text}`));
  };
  const batch = [[0.5, 0.5], [0.5, 0.5]]; // prettier-ignore

  it('logits where it wants probabilities, naming the other', () => {
    for (const wrong of [-0.5, 2, Infinity]) {
      says(
        () => crossEntropy([wrong, 0.5], 0),
        `une probabilité vaut ${wrong} mais elle doit être entre 0 et 1\u00a0; appliquez softmax, ou donnez les logits à crossEntropyFromLogits.`,
      );
    }
  });

  it('a class that does not exist', () => {
    for (const label of [2, -1, 0.5, NaN]) {
      says(
        () => crossEntropyFromLogits(batch, [0, label]),
        `l'étiquette d'indice 1 vaut ${label} mais il y a 2 classes, numérotées de 0 à 1\u00a0; donnez des numéros de classe entiers, le premier étant 0.`,
      );
    }
  });

  it('labels of another shape', () => {
    says(
      () => crossEntropy(batch, [0, 1, 0]),
      'les étiquettes ont la forme [3] mais les prédictions ont la forme [2, 2]\u00a0; donnez une liste de 2 numéros de classe, ou un tableau [2, 2] de probabilités.',
    );
    says(
      () => crossEntropy(batch, 1),
      'les étiquettes sont un seul nombre mais les prédictions ont la forme [2, 2]\u00a0; donnez une liste de 2 numéros de classe, ou un tableau [2, 2] de probabilités.',
    );
    says(
      () => crossEntropy([0.5, 0.5], [1]),
      'les étiquettes ont la forme [1] mais les prédictions ont la forme [2]\u00a0; donnez un numéro de classe, ou une liste de 2 probabilités.',
    );
  });

  it('rows of labels that are not probabilities', () => {
    const next = 'mais elle doit être faite de probabilités, de somme 1\u00a0; donnez par exemple oneHot(numéros, classes).'; // prettier-ignore
    says(() => crossEntropy(batch, [[1, 0], [1, 1]]), `la ligne d'étiquettes d'indice 1 a pour somme 2 ${next}`); // prettier-ignore
    says(() => crossEntropy([0.5, 0.5], [1.5, -0.5]), `la ligne d'étiquettes d'indice 0 contient -0.5 ${next}`); // prettier-ignore
    says(() => crossEntropy([0.5, 0.5], [NaN, 1]), `la ligne d'étiquettes d'indice 0 a pour somme NaN ${next}`); // prettier-ignore
  });

  it('predictions of another rank', () => {
    says(
      () => crossEntropyFromLogits([[[1]]] as any, 0),
      'les prédictions ont la forme [1, 1, 1], de rang 3, mais il faut un rang de 1 ou 2\u00a0; donnez [classes] ou un lot [lot, classes].',
    );
  });

  it('a gradient that is not a number', () => {
    assert.throws(
      () => crossEntropyFromLogitsBackward([1] as any, [1, 2], 0),
      new TypeError(
        "Impossible de calculer le gradient de l'entropie croisée\u00a0: le gradient de la sortie (dOutput) est [1] mais la perte est un nombre\u00a0; donnez un nombre aussi pour le gradient.",
      ),
    );
  });
});
