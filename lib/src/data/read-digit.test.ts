import { strict as assert } from 'node:assert';

import { resize } from '../images/resize';
import { toPng } from '../images/to-png';
import { Volume } from '../volume/volume';
import { drawnDigit } from './drawn-digit';
import { loadMnist } from './mnist';
import { digitFrom, readDigit } from './read-digit';

/** A digit of MNIST, enlarged and laid somewhere on a larger sheet. */
function onSheet(digit: Float32Array, o: { ground: number; ink: number; at: [number, number] }) {
  const large = resize(new Volume([28, 28], Float32Array.from(digit)), 168, 168, 'nearest');
  const sheet = Volume.zeros([260, 300], 'float32');
  sheet.data.fill(o.ground);
  for (let place = 0; place < large.size; place++) {
    const [row, col] = [Math.floor(place / 168) + o.at[0], (place % 168) + o.at[1]];
    sheet.data[row * 300 + col] = o.ground + (o.ink - o.ground) * (large.data[place] as number);
  }
  return sheet;
}

/** Cosine between two images, the best of those with one moved by at most a pixel. */
function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let best = 0;
  for (const shift of [0, -1, 1, -28, 28, -29, -27, 27, 29]) {
    let [ab, aa, bb] = [0, 0, 0];
    for (let i = 0; i < 784; i++) {
      const [x, y] = [a[i] as number, b[i + shift] ?? 0];
      [ab, aa, bb] = [ab + x * y, aa + x * x, bb + y * y];
    }
    best = Math.max(best, ab / Math.sqrt(aa * bb));
  }
  return best;
}

/** Centre of mass: row and column, pixel edges at whole numbers. */
function centre({ data }: Volume): [number, number] {
  let [mass, rows, cols] = [0, 0, 0];
  data.forEach((value, i) => {
    mass += value;
    rows += value * (Math.floor(i / 28) + 0.5);
    cols += value * ((i % 28) + 0.5);
  });
  return [rows / mass, cols / mass];
}

const { images } = loadMnist({ train: 1, test: 60 }).test;
const digitAt = (n: number): Float32Array =>
  images.data.slice(n * 784, (n + 1) * 784) as Float32Array;

describe('digitFrom()', () => {
  for (const [name, sheet] of Object.entries({
    'dark on light, low on the right': { ground: 235, ink: 20, at: [88, 130] },
    'light on dark, in the top left corner': { ground: 40, ink: 250, at: [2, 1] },
  } as const)) {
    it(`gives back the digits of MNIST drawn ${name}`, () => {
      for (let n = 0; n < 60; n++) {
        const back = digitFrom(onSheet(digitAt(n), { ...sheet, at: [...sheet.at] }));
        assert.deepEqual(back.shape, [28, 28, 1]);
        const same = likeness(digitAt(n), back.data);
        assert.ok(same > 0.88, `digit ${n}: ${same}`);
      }
    });
  }

  it('takes specks and the shadow of the paper for what they are', () => {
    const clean = onSheet(digitAt(0), { ground: 230, ink: 20, at: [40, 60] });
    const dirty = new Volume([260, 300], Float32Array.from(clean.data));
    dirty.data.forEach((value, i) => (dirty.data[i] = value - 18 * Math.abs((i % 300) / 150 - 1)));
    for (const place of [5 * 300 + 5, 5 * 300 + 6, 250 * 300 + 290]) dirty.data[place] = 0;
    assert.ok(likeness(digitFrom(clean).data, digitFrom(dirty).data) > 0.98);
  });

  it('refuses a sheet on which nothing is drawn', () => {
    assert.throws(() => digitFrom(Volume.zeros([10, 10])), {
      name: 'RangeError',
      message: /tous les pixels de l'image ont la même valeur/,
    });
  });
});

describe('readDigit()', () => {
  for (const digit of [3, 5, 7] as const) {
    it(`fits the drawn ${digit} into 20 by 20 and centres its mass, ink on black`, async () => {
      const image = await readDigit(drawnDigit(digit));
      assert.deepEqual(image.shape, [28, 28, 1]);
      assert.equal(Math.max(...image.data), 1);
      assert.equal(image.data[0], 0);
      const inked = [...image.data.keys()].filter((i) => (image.data[i] as number) > 0);
      const span = (values: number[]): number => Math.max(...values) - Math.min(...values) + 1;
      const height = span(inked.map((i) => Math.floor(i / 28)));
      const width = span(inked.map((i) => i % 28));
      assert.equal(Math.max(height, width), 20);
      const [row, col] = centre(image);
      assert.ok(Math.abs(row - 14.5) <= 0.51 && Math.abs(col - 14.5) <= 0.51, `${row} ${col}`);
    });
  }

  it('reads the bytes of a file too', async () => {
    const sheet = onSheet(digitAt(3), { ground: 0, ink: 255, at: [0, 0] });
    const image = await readDigit(await toPng(sheet));
    assert.ok(likeness(digitAt(3), image.data) > 0.88);
  });
});

describe('drawnDigit()', () => {
  it('refuses a digit that was not drawn', () => {
    assert.throws(() => drawnDigit(4 as 3), { name: 'RangeError', message: /demandez 3, 5 ou 7/ });
  });
});
