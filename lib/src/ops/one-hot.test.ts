import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { assertClose, tfCompute, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { oneHot } from './one-hot';

describe('oneHot()', () => {
  it("codes the course's five animals, one row each", () => {
    assert.deepEqual(oneHot([0, 1, 2, 3, 4], 5), [
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
    ]);
  });

  it('gives one row for one label, a Volume for a Volume', () => {
    assert.deepEqual(oneHot(2, 3), [0, 0, 1]);
    const rows = oneHot(Volume.from([1, 0], 'float32'), 2);
    assert.equal(rows.dtype, 'float32');
    assert.deepEqual(rows.toNested(2), [[0, 1], [1, 0]]); // prettier-ignore
  });

  it('agrees with tfjs', () => {
    const labels = fc.array(fc.nat(6), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(labels, (list) => {
        const theirs = tfCompute([], () => tfjs.oneHot(tfjs.tensor1d(list, 'int32'), 7));
        assertClose(Volume.from(oneHot(list, 7)), theirs, 0);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a label that is no class, and says where it stands', () => {
    for (const label of [3, -1, 1.5, NaN, Infinity]) {
      assert.throws(
        () => oneHot([0, label], 3),
        new RangeError(
          `Impossible de coder les étiquettes en one-hot\u00a0: l'étiquette d'indice 1 vaut ${label} mais il y a 3 classes, numérotées de 0 à 2\u00a0; donnez des numéros de classe entiers, le premier étant 0.`,
        ),
      );
    }
    assert.throws(
      () => oneHot(1, 1),
      /l'étiquette d'indice 0 vaut 1 mais il y a 1 classe, de numéro 0\u00a0;/,
    );
  });

  it('refuses a number of classes that is none, and labels of another rank', () => {
    assert.throws(
      () => oneHot([0], 0),
      new RangeError(
        "Impossible de coder les étiquettes en one-hot\u00a0: le nombre de classes est 0 mais il doit être un entier d'au moins 1\u00a0; donnez par exemple 10 pour les chiffres de 0 à 9.",
      ),
    );
    assert.throws(
      () => oneHot([[0]] as any, 2),
      new RangeError(
        'Impossible de coder les étiquettes en one-hot\u00a0: les étiquettes ont la forme [1, 1], de rang 2, mais il faut un rang de 1\u00a0; donnez une liste de numéros de classe.',
      ),
    );
  });
});
