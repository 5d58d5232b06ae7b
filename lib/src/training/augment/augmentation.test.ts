import { strict as assert } from 'node:assert';

import { augmentation } from './augmentation';

const size = [20, 30, 3];
const many = Array.from({ length: 500 }, (_, sample) => sample);

describe('augmentation()', () => {
  const augment = augmentation({ flip: true, crop: 0.8, shift: 0.1, brightness: 0.2 });
  const drawn = many.map((sample) => augment.draw(size, 3, sample));

  it('stays within what is allowed, and goes to its edges', () => {
    const span = (values: number[]) => [Math.min(...values), Math.max(...values)];
    assert.deepEqual(span(drawn.map(({ shift }) => shift![0])), [-2, 2]);
    assert.deepEqual(span(drawn.map(({ shift }) => shift![1])), [-3, 3]);
    const [dark, light] = span(drawn.map(({ brightness }) => brightness!));
    assert.ok(dark! >= 0.8 && dark! < 0.81 && light! <= 1.2 && light! > 1.19);
    const [small, large] = span(drawn.map(({ crop }) => crop!.height / 20));
    assert.ok(small! >= 0.8 && small! < 0.81 && large! <= 1 && large! > 0.99);
    const flipped = drawn.filter(({ flip }) => flip).length;
    assert.ok(flipped > 200 && flipped < 300, String(flipped));
    for (const { crop } of drawn) {
      assert.ok(Math.abs(crop!.height / 20 - crop!.width / 30) < 1e-12);
      assert.ok(crop!.top >= 0 && crop!.top + crop!.height <= 20);
      assert.ok(crop!.left >= 0 && crop!.left + crop!.width <= 30);
    }
  });

  it('hangs on seed, epoch and sample, and on nothing that was drawn before', () => {
    assert.deepEqual([...many].reverse().map((sample) => augment.draw(size, 3, sample)).reverse(), drawn); // prettier-ignore
    assert.notDeepEqual(augment.draw(size, 4, 7), drawn[7]);
    assert.notDeepEqual(augment.draw(size, 3, 7, 2), drawn[7]);
    const own = augmentation({ ...augment.options, seed: 1 });
    assert.deepEqual(own.draw(size, 3, 7, 99), drawn[7]);
  });

  it('an option more leaves the others as they were', () => {
    const only = augmentation({ shift: 0.1 });
    assert.deepEqual(
      many.map((sample) => only.draw(size, 3, sample).shift),
      drawn.map(({ shift }) => shift),
    );
  });

  it('without options changes nothing', () => {
    assert.deepEqual(augmentation().draw(size, 0, 0), {
      crop: { top: 0, left: 0, height: 20, width: 30 },
      flip: false,
      shift: [0, 0],
      brightness: 1,
    });
  });

  it('refuses parts that make no sense', () => {
    assert.throws(() => augmentation({ crop: 0 }), {
      name: 'RangeError',
      message:
        'Impossible de préparer l’augmentation des images\u00a0: crop vaut 0 mais il faut un nombre au-dessus de 0 et jusqu’à 1\u00a0; donnez par exemple crop: 0.8.',
    });
    assert.throws(() => augmentation({ shift: 2 }), /shift vaut 2/);
    assert.throws(() => augmentation({ brightness: -0.1 }), /brightness vaut -0.1/);
    assert.throws(() => augmentation({ seed: 0.5 }), /seed vaut 0.5/);
  });
});
