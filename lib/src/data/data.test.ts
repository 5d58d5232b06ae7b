import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { datasetsFolder, datasetsRoot } from './datasets-root';
import { readIdx } from './idx';
import { loadMnist } from './mnist';
import { photo } from './photo';
import { draw, seededRandom } from './random';

const NBSP = '\u00a0';
const variable = 'CONVOLAB_DATASETS';

/** Runs with an empty or made-up data folder in place of the course's. */
async function inFolder(body: (folder: string) => unknown): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'datasets-'));
  const before = process.env[variable];
  process.env[variable] = folder;
  try {
    await body(folder);
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = before;
    rmSync(folder, { recursive: true });
  }
}

describe('datasetsRoot()', () => {
  it("is the course's datasets/cache, wherever the notebook lies", () => {
    const root = path.resolve(__dirname, '..', '..', '..');
    assert.equal(datasetsFolder(), path.join(root, 'datasets'));
    if (process.env[variable] === undefined) {
      assert.equal(datasetsRoot(), path.join(root, 'datasets', 'cache'));
    }
  });

  it('is what CONVOLAB_DATASETS names', () =>
    inFolder((folder) => {
      assert.equal(datasetsRoot(), folder);
    }));
});

describe('photo()', function () {
  this.timeout(60_000); // decoding on a busy machine

  for (const [name, shape] of [
    ['cat', [300, 451, 3]],
    ['coffee', [400, 600, 3]],
    ['rocket', [427, 640, 3]],
    ['astronaut', [512, 512, 3]],
    ['coins', [303, 384, 3]],
    ['camera', [512, 512, 3]],
    ['clock', [300, 400, 3]],
    ['horse', [328, 400, 3]],
    ['china', [427, 640, 3]],
    ['flower', [427, 640, 3]],
  ] as const) {
    it(`reads '${name}', with its credit and its licence`, async () => {
      const { image, title, credit, licence } = await photo(name);
      assert.deepEqual(image.shape, shape);
      assert.ok(image.data.every((value) => Number.isInteger(value) && value >= 0 && value <= 255));
      assert.match(credit, /^Photo/);
      assert.ok(title.length > 0 && licence.length > 0);
    });
  }

  it('refuses a name it does not know, and tells those it knows', async () => {
    await assert.rejects(photo('dog' as never), {
      name: 'RangeError',
      message: `Impossible de donner la photo${NBSP}: il n'y en a pas du nom de 'dog'${NBSP}; demandez une de celles-ci${NBSP}: 'cat', 'coffee', 'rocket', 'astronaut', 'coins', 'camera', 'clock', 'horse', 'china', 'flower'.`,
    });
  });

  it('tells how to get a photo that is not there', () =>
    inFolder(async (folder) => {
      await assert.rejects(photo('cat'), {
        message: `Impossible de lire la photo 'cat'${NBSP}: le fichier ${path.join(folder, 'photos', 'cat.png')} n'est pas là${NBSP}; lancez «${NBSP}npm run setup${NBSP}» dans le dossier du cours, ce qui le télécharge.`,
      });
    }));
});

describe('loadMnist()', function () {
  this.timeout(60_000); // decoding on a busy machine

  it('reads images from 0 to 1 and the digit of each', () => {
    const { train, test } = loadMnist({ train: 500, test: 100 });
    assert.deepEqual(train.images.shape, [500, 28, 28, 1]);
    assert.deepEqual(test.images.shape, [100, 28, 28, 1]);
    assert.equal(train.images.dtype, 'float32');
    const sorted = train.images.data.slice().sort();
    assert.deepEqual([sorted[0], sorted.at(-1)], [0, 1]);
    assert.deepEqual(new Set(train.labels), new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it('keeps image and digit together: a 1 has less ink than a 0', () => {
    const { images, labels } = loadMnist({ train: 1000, test: 1 }).train;
    const ink = (digit: number): number => {
      const sums = labels.flatMap((label, place) =>
        label === digit ? [inkOf(images.data.subarray(place * 784, (place + 1) * 784))] : [],
      );
      return sums.reduce((a, b) => a + b, 0) / sums.length;
    };
    assert.ok(ink(0) > 1.8 * ink(1));
  });

  it('gives the same images for the same seed, others for another', () => {
    const first = loadMnist({ train: 50, test: 20, seed: 7 });
    const again = loadMnist({ train: 50, test: 20, seed: 7 });
    const other = loadMnist({ train: 50, test: 20, seed: 8 });
    assert.deepEqual(again.train.labels, first.train.labels);
    assert.ok(again.train.images.equals(first.train.images));
    assert.notDeepEqual(other.train.labels, first.train.labels);
  });

  it('reads all of it when no count is given', () => {
    const { train, test } = loadMnist();
    assert.equal(train.labels.length, 60_000);
    assert.equal(test.labels.length, 10_000);
    assert.equal(test.labels.filter((label) => label === 5).length, 892);
  });

  it('refuses more images than there are, and less than one', () => {
    assert.throws(() => loadMnist({ test: 10_001, train: 1 }), {
      name: 'RangeError',
      message: `Impossible de lire les chiffres de MNIST${NBSP}: test demande 10001 images mais il y en a 10000${NBSP}; donnez un entier de 1 à 10000.`,
    });
    assert.throws(() => loadMnist({ train: 0 }), RangeError);
    assert.throws(() => loadMnist({ train: 1.5 }), RangeError);
  });

  it('tells how to get the files when they are not there', () =>
    inFolder((folder) => {
      assert.throws(() => loadMnist(), {
        message: `Impossible de lire les chiffres de MNIST${NBSP}: le fichier ${path.join(folder, 'mnist', 'train-images-idx3-ubyte')} n'est pas là${NBSP}; lancez «${NBSP}npm run setup${NBSP}» dans le dossier du cours, ce qui le télécharge.`,
      });
    }));
});

describe('readIdx()', () => {
  it('reads the lengths of the axes, then the values', () =>
    inFolder((folder) => {
      const file = path.join(folder, 'six');
      writeFileSync(file, Buffer.from([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]));
      const { shape, data } = readIdx(file);
      assert.deepEqual(shape, [2, 3]);
      assert.deepEqual([...data], [1, 2, 3, 4, 5, 6]);
    }));

  it('refuses a file cut short, one too long, and another format', () =>
    inFolder((folder) => {
      const file = path.join(folder, 'bad');
      const tail = `${NBSP}; effacez-le et lancez «${NBSP}npm run setup${NBSP}» dans le dossier du cours, ce qui le télécharge à nouveau.`;
      const refuse = (bytes: number[], found: string): void => {
        writeFileSync(file, Buffer.from(bytes));
        assert.throws(() => readIdx(file), {
          message: `Impossible de lire le fichier ${file}${NBSP}: ${found}${tail}`,
        });
      };
      refuse([0, 0, 8, 1, 0, 0, 0, 3, 1, 2], 'il annonce 3 valeurs mais en contient 2');
      refuse([0, 0, 8, 1, 0, 0, 0, 1, 1, 2], 'il annonce 1 valeur mais en contient 2');
      const header = "il devrait commencer par l'en-tête du format IDX, mais ce n'est pas le cas";
      refuse([0, 0, 8, 3, 0, 0], header);
      refuse([], header);
      refuse([31, 139, 8, 0, 0, 0, 0, 0, 0], header);
    }));
});

describe('draw()', () => {
  it('takes different numbers within the range, as many as asked for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), fc.nat(200), (seed, from, n) => {
        const count = Math.min(n, from);
        const drawn = draw(count, from, seededRandom(seed));
        assert.equal(new Set(drawn).size, count);
        assert.ok(drawn.every((number) => number < from));
      }),
    );
  });

  it('takes each order about equally often', () => {
    const random = seededRandom(5);
    const counts: Record<string, number> = {};
    for (let i = 0; i < 6000; i++) {
      const order = draw(3, 3, random).join('');
      counts[order] = (counts[order] ?? 0) + 1;
    }
    assert.equal(Object.keys(counts).length, 6);
    for (const [order, count] of Object.entries(counts)) {
      assert.ok(Math.abs(count - 1000) < 80, `${order}: ${count}`);
    }
  });

  it('takes each number about equally often', () => {
    const random = seededRandom(3);
    const counts = new Array<number>(5).fill(0);
    for (let i = 0; i < 5000; i++) counts[draw(1, 5, random)[0] as number]! += 1;
    assert.ok(
      counts.every((count) => count > 850 && count < 1150),
      String(counts),
    );
  });
});

function inkOf(pixels: Iterable<number>): number {
  let sum = 0;
  for (const pixel of pixels) sum += pixel;
  return sum;
}
