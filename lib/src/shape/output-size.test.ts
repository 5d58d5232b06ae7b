import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { outputSize } from './output-size';

describe('outputSize()', () => {
  it('counts the places of a 3x3 filter on a 7x7 image: 5 on each axis', () => {
    assert.equal(outputSize(7, 3), 5);
  });

  it('drops the place that a stride leaves incomplete', () => {
    assert.equal(outputSize(6, 3, 2), 2);
    assert.equal(outputSize(5, 3, 2), 2);
  });

  it('adds padding on both sides', () => {
    assert.equal(outputSize(5, 3, 1, 1), 5);
    assert.equal(outputSize(224, 7, 2, 3), 112);
  });

  it("with 'same' depends on the stride alone", () => {
    fc.assert(
      fc.property(size, size, stride, (n, f, s) => {
        assert.equal(outputSize(n, f, s, 'same'), Math.ceil(n / s));
      }),
    );
  });

  it('is the number of starts at which the filter lies inside the padded input', () => {
    fc.assert(
      fc.property(size, size, stride, fc.integer({ min: 0, max: 5 }), (n, f, s, p) => {
        fc.pre(f <= n + 2 * p);
        let places = 0;
        for (let start = -p; start + f <= n + p; start += s) places++;
        assert.equal(outputSize(n, f, s, p), places);
      }),
    );
  });

  it('refuses a filter longer than the padded input', () => {
    assert.throws(() => outputSize(3, 6, 1, 1), {
      name: 'RangeError',
      message:
        "Impossible de calculer la taille de sortie\u00a0: le filtre a une taille de 6 mais l'entrée, remplissage compris, a une taille de 5\u00a0; utilisez padding: 'same' ou un filtre de taille 5 au plus.",
    });
  });

  it('refuses a stride of 0, negative or not whole', () => {
    for (const stride of [0, -1, 1.5, NaN, Infinity]) {
      assert.throws(() => outputSize(7, 3, stride), {
        name: 'RangeError',
        message: `Impossible de calculer la taille de sortie\u00a0: le pas (stride) est ${stride} mais il doit être un entier d'au moins 1\u00a0; donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une.`,
      });
    }
  });

  it('refuses a padding that is neither a word it knows nor a whole number from 0', () => {
    for (const [padding, shown] of [
      [-1, '-1'],
      [0.5, '0.5'],
      ['full', "'full'"],
    ] as const) {
      assert.throws(() => outputSize(7, 3, 1, padding as number), {
        name: 'RangeError',
        message: `Impossible de calculer la taille de sortie\u00a0: le remplissage (padding) est ${shown} mais il doit être 'valid', 'same' ou un entier d'au moins 0\u00a0; donnez 'valid' pour ne rien ajouter, 'same' pour garder la taille.`,
      });
    }
  });

  it('refuses an input or a filter that is not a whole number of at least 1', () => {
    assert.throws(() => outputSize(0, 3), {
      message:
        "Impossible de calculer la taille de sortie\u00a0: la taille de l'entrée est 0 mais elle doit être un entier d'au moins 1\u00a0; donnez un nombre entier de cases.",
    });
    assert.throws(() => outputSize(7, 2.5), /la taille du filtre est 2\.5 mais/);
  });
});

const size = fc.integer({ min: 1, max: 40 });
const stride = fc.integer({ min: 1, max: 5 });
