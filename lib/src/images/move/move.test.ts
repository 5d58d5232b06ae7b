import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { conv2d } from '../../ops/conv2d';
import { Volume } from '../../volume/volume';
import { rotateImages } from './rotate-images';
import { shiftImages } from './shift-images';

const NBSP = '\u00a0';
const image = Volume.from([
  [1, 2, 3],
  [4, 5, 6],
]);
const batch = Volume.from([
  [[[1, 10], [2, 20]], [[3, 30], [4, 40]]],
  [[[5, 50], [6, 60]], [[7, 70], [8, 80]]],
]); // prettier-ignore

describe('shiftImages()', () => {
  it('moves rows and columns, zeros come in', () => {
    assert.deepEqual(shiftImages(image, { down: 1, right: -1 }).toNested(2), [
      [0, 0, 0],
      [2, 3, 0],
    ]);
    assert.deepEqual(shiftImages(image, { right: 3 }).toNested(2), [
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('lets what goes out come in again on the other side, any number of times', () => {
    assert.deepEqual(shiftImages(image, { down: -3, right: 4, border: 'wrap' }).toNested(2), [
      [6, 4, 5],
      [3, 1, 2],
    ]);
  });

  it('keeps images of a batch and their channels apart, type of number and input', () => {
    const before = [...batch.data];
    const moved = shiftImages(batch, { right: 1 });
    assert.deepEqual(moved.toNested(4), [
      [[[0, 0], [1, 10]], [[0, 0], [3, 30]]],
      [[[0, 0], [5, 50]], [[0, 0], [7, 70]]],
    ]); // prettier-ignore
    assert.deepEqual([...batch.data], before);
    assert.equal(shiftImages(Volume.zeros([2, 2], 'float32')).dtype, 'float32');
  });

  it('comes back the way it went, where it wraps', () => {
    const by = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(by, by, (down, right) => {
        const there = shiftImages(batch, { down, right, border: 'wrap' });
        const back = shiftImages(there, { down: -down, right: -right, border: 'wrap' });
        assert.deepEqual(back, batch);
      }),
    );
  });

  it('commutes with a convolution that sees no border: equivariance', () => {
    const wide = Volume.zeros([9, 9]);
    for (let i = 0; i < 9; i++) wide.data[9 * 4 + 3 + (i % 3)] = i + 1; // far from the border
    const kernel = [[1, 2, 0], [0, 3, 1], [4, 0, 1]]; // prettier-ignore
    const convolved = (from: Volume): Volume =>
      Volume.from(conv2d(from.toNested(2), kernel, { padding: 'same' }));
    const shift = { down: -2, right: 1 };
    assert.deepEqual(convolved(shiftImages(wide, shift)), shiftImages(convolved(wide), shift));
  });

  it('refuses halves of pixels, borders that it does not know and what is no image', () => {
    assert.throws(() => shiftImages(image, { right: 0.5 }), {
      name: 'RangeError',
      message: `Impossible de décaler des images${NBSP}: right vaut 0.5 mais il faut un nombre entier de pixels${NBSP}; donnez par exemple { right: 2 }.`,
    });
    assert.throws(() => shiftImages(image, { border: 'mirror' as never }), /border vaut 'mirror'/);
    assert.throws(() => shiftImages(Volume.zeros([4])), /la forme est \[4\]/);
    assert.throws(() => shiftImages([[1]] as never), { name: 'TypeError' });
  });
});

describe('rotateImages()', () => {
  it('turns anticlockwise, quarter by quarter, without a blur', () => {
    const square = Volume.from([[1, 2, 3], [4, 5, 6], [7, 8, 9]]); // prettier-ignore
    assert.deepEqual(rotateImages(square, 90).toNested(2), [[3, 6, 9], [2, 5, 8], [1, 4, 7]]); // prettier-ignore
    assert.deepEqual(rotateImages(square, 180).toNested(2), [[9, 8, 7], [6, 5, 4], [3, 2, 1]]); // prettier-ignore
    assert.deepEqual(rotateImages(square, -90), rotateImages(square, 270));
    assert.deepEqual(rotateImages(square, 360).toNested(2), square.toNested(2));
  });

  it('interpolates between pixels: a line turned by 45° has its ink on the diagonal', () => {
    const line = Volume.zeros([9, 9]);
    for (let column = 2; column < 7; column++) line.data[9 * 4 + column] = 1;
    const turned = rotateImages(line, 45);
    const at = (row: number, column: number): number => turned.data[9 * row + column]!;
    assert.equal(at(4, 4), 1);
    // One step up the diagonal is sqrt(2) along the line: full, but between rows and columns there is nothing to mix.
    assert.ok(at(3, 5) > 0.9 && at(5, 3) > 0.9, `${at(3, 5)} ${at(5, 3)}`);
    assert.equal(at(3, 3), 0);
    assert.equal(at(5, 5), 0);
  });

  it('keeps images of a batch and their channels apart, and its input', () => {
    const before = [...batch.data];
    assert.deepEqual(rotateImages(batch, 90).toNested(4), [
      [[[2, 20], [4, 40]], [[1, 10], [3, 30]]],
      [[[6, 60], [8, 80]], [[5, 50], [7, 70]]],
    ]); // prettier-ignore
    assert.deepEqual([...batch.data], before);
  });

  it('refuses what is no angle', () => {
    assert.throws(() => rotateImages(image, NaN), {
      name: 'RangeError',
      message: `Impossible de tourner des images${NBSP}: l'angle vaut NaN mais il faut un nombre de degrés${NBSP}; donnez par exemple 30.`,
    });
  });
});
