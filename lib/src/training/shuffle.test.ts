import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { shuffle } from './shuffle';
import { splitPlaces } from './split';

const places = Uint32Array.from({ length: 50 }, (_, i) => i * 2);

describe('shuffle()', () => {
  it('visits every place once, in an order that the seed and the epoch decide', () => {
    const order = shuffle(places, 7, 0);
    assert.deepEqual(order.slice().sort(), places);
    assert.deepEqual(shuffle(places, 7, 0), order);
    assert.notDeepEqual(shuffle(places, 7, 1), order);
    assert.notDeepEqual(shuffle(places, 8, 0), order);
  });

  it('leaves what it was given as it was', () => {
    const mine = places.slice();
    shuffle(mine, 1, 1);
    assert.deepEqual(mine, places);
  });
});

describe('splitPlaces()', () => {
  it('shares the samples out, each once, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 300 }), fc.integer(), (count, seed) => {
        const { train, validation } = splitPlaces(count, 0.25, seed);
        assert.equal(validation.length, Math.round(count / 4));
        const all = [...train, ...validation].sort((a, b) => a - b);
        assert.deepEqual(
          all,
          Array.from({ length: count }, (_, i) => i),
        );
      }),
      { seed: 1 },
    );
  });

  it('takes them from everywhere: a set sorted by class is still represented', () => {
    const { validation } = splitPlaces(1000, 0.1, 1);
    assert.ok(validation[0]! < 100 && validation.at(-1)! > 900);
  });

  it('refuses a share that leaves nothing on one side', () => {
    for (const fraction of [1, -0.1, 0.001, 0.999, NaN]) {
      assert.throws(() => splitPlaces(100, fraction, 1), {
        name: 'RangeError',
        message: `Impossible de mettre de côté des données de validation\u00a0: validationSplit vaut ${fraction} pour 100 exemples\u00a0; donnez une part entre 0 et 1 qui laisse des exemples des deux côtés, comme 0.1.`,
      });
    }
  });
});
