import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { crop } from '../../images/crop';
import { resize } from '../../images/resize';
import { writeImage } from '../../images/write-image';
import { readDataset } from '../../training/dataset';
import { Volume } from '../../volume/volume';
import { photo, type PhotoName } from '../photo';
import { readPictureFolder } from './read-picture-folder';

const side = 32;
const quiet = { side, progress: false };

describe('readPictureFolder()', function () {
  this.timeout(120_000); // decoding on a busy machine

  /** Tiles of real photos: none is like another. */
  const tiles: Record<string, Volume[]> = {};
  let root: string;
  before(async () => {
    for (const name of ['cat', 'flower', 'coffee'] as PhotoName[]) {
      const { image } = await photo(name);
      tiles[name] = Array.from({ length: 12 }, (_, i) =>
        crop(image, { top: 90 * Math.floor(i / 4), left: 110 * (i % 4), height: 90, width: 110 }),
      );
    }
  });
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const write = async (file: string, image: Volume, quality?: number): Promise<void> => {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    await writeImage(place, image, quality === undefined ? {} : { quality });
  };
  /** A folder a class, as many pictures each. */
  const writeClasses = async (count: number, below = '', from = 0): Promise<void> => {
    for (const [className, name] of [
      ['chat', 'cat'],
      ['fleur', 'flower'],
    ] as const) {
      for (let i = from; i < from + count; i++) {
        await write(path.join(below, className, `${i}.png`), tiles[name]![i]!);
      }
    }
  };

  it('divides a folder a class by the seed, each part with its share of each class', async () => {
    await writeClasses(12);
    const { train, validation, test, classes, report } = await readPictureFolder(root, quiet);
    assert.deepEqual(classes, ['chat', 'fleur']);
    assert.deepEqual(train.images.shape, [16, side, side, 3]);
    for (const part of [train, validation, test]) {
      readDataset(part, 'les images', [side, side, 3], 2);
      const cats = part.labels.filter((label) => label === 0).length;
      assert.equal(cats, part.labels.length / 2);
      for (const [i, file] of part.files.entries()) {
        assert.equal(path.dirname(file), classes[part.labels[i]!]);
      }
    }
    const files = [train, validation, test].flatMap((part) => part.files);
    assert.equal(new Set(files).size, 24);
    assert.match(report, /24 images de 2 classes[^]*chat\u00a0: 8 \+ 2 \+ 2 = 12 \(petite classe/);

    const again = await readPictureFolder(root, quiet);
    assert.deepEqual(again.test.files, test.files);
    const other = await readPictureFolder(root, { ...quiet, seed: 2 });
    assert.notDeepEqual(other.test.files, test.files);
  });

  it('keeps pixels: whole numbers, the middle of the picture, or all of it between white bands', async () => {
    await writeClasses(3);
    const wide = Volume.zeros([40, 80, 3], 'float32');
    wide.data.forEach((_, i) => (wide.data[i] = Math.floor(i / 3) % 80 < 20 ? 200 : 10));
    await write('chat/bandes.png', wide);
    const pixels = async (fit: 'crop' | 'letterbox'): Promise<number[]> => {
      const { train, validation, test } = await readPictureFolder(root, {
        ...quiet,
        side: 40,
        fit,
      });
      const parts = [train, validation, test];
      const part = parts.find(({ files }) => files.includes('chat/bandes.png'))!;
      const place = part.files.indexOf('chat/bandes.png');
      return Array.from({ length: 40 }, (_, row) => part.images.at(place, row, 5, 0));
    };
    assert.deepEqual(new Set(await pixels('crop')), new Set([10]));
    const boxed = await pixels('letterbox');
    assert.deepEqual(
      [boxed[0], boxed[9], boxed[10], boxed[29], boxed[30]],
      [255, 255, 200, 200, 255],
    );
  });

  it('names what cannot be read and what is no picture, and uses the rest', async () => {
    await writeClasses(6);
    const whole = readFileSync(path.join(root, 'chat', '0.png'));
    const put = (file: string, bytes: Buffer | string): void =>
      writeFileSync(path.join(root, file), bytes);
    put('chat/coupe.png', whole.subarray(0, whole.length >> 1));
    put('chat/vide.jpg', '');
    put('chat/page.png', '<!doctype html><title>404</title>');
    put('chat/telephone.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'));
    put('chat/.DS_Store', 'x');
    put('chat/notes.txt', 'x');
    put('LISEZ-MOI.md', 'x');
    mkdirSync(path.join(root, 'chat', 'flous'));
    symlinkSync('/nowhere', path.join(root, 'chat', 'lien.png'));
    const { unreadable, leftOut, train, report } = await readPictureFolder(root, quiet);
    const reasons = (list: { file: string; why: string }[]): string =>
      list.map(({ file, why }) => `${file}: ${why}`).join('\n');
    assert.match(
      reasons(unreadable),
      /^chat\/coupe\.png: c'est un PNG, mais il est abîmé ou incomplet\nchat\/lien\.png: le fichier n'existe pas.*\nchat\/page\.png: c'est une page web et non une image\nchat\/telephone\.heic: c'est un HEIC mais.*\nchat\/vide\.jpg: le fichier est vide$/,
    );
    assert.deepEqual(leftOut.map(({ file }) => file).sort(), [
      'LISEZ-MOI.md',
      'chat/.DS_Store',
      'chat/flous',
      'chat/notes.txt',
    ]);
    assert.equal(train.labels.length, 8);
    assert.match(report, /Illisibles, laissées de côté \(5\)/);
  });

  it('takes the same picture once, and refuses it in two classes', async () => {
    await writeClasses(6);
    await write('chat/copie.bmp', tiles['cat']![2]!);
    const { leftOut } = await readPictureFolder(root, quiet);
    assert.deepEqual(leftOut, [
      { file: 'chat/copie.bmp', why: "c'est la même image que chat/2.png" },
    ]);
    await write('fleur/egaree.png', tiles['cat']![3]!);
    await assert.rejects(readPictureFolder(root, quiet), {
      name: 'RangeError',
      message:
        /la même image est dans deux classes\u00a0: chat\/3\.png et fleur\/egaree\.png\u00a0;/,
    });
  });

  /** Of tile 0 of the cat, what a careless collector keeps beside it. */
  const nearly = (image: Volume): [string, Volume, number?][] => [
    ['reduite.png', resize(image, 45, 55)],
    ['comprimee.jpg', image, 60],
    ['miroir.png', mirror(image)],
    [
      'claire.png',
      new Volume(
        image.shape,
        image.data.map((v) => Math.min(255, v + 12)),
      ),
    ],
  ];

  it('keeps pictures that are nearly the same in one part, whatever the seed', async () => {
    await writeClasses(9);
    for (const [name, image, quality] of nearly(tiles['cat']![0]!)) {
      await write(`chat/${name}`, image, quality);
    }
    for (let seed = 1; seed <= 5; seed++) {
      const { train, validation, test, alike } = await readPictureFolder(root, { ...quiet, seed });
      assert.deepEqual(
        alike.map((files) => [...files].sort()),
        [
          ['0.png', 'claire.png', 'comprimee.jpg', 'miroir.png', 'reduite.png'].map(
            (f) => `chat/${f}`,
          ),
        ],
      );
      const [group] = alike as [string[]];
      const holders = [train, validation, test].filter(({ files }) =>
        group.some((file) => files.includes(file)),
      );
      assert.equal(holders.length, 1);
    }
  });

  it('takes a folder that is divided as it is, and refuses what leaks from one part to another', async () => {
    await writeClasses(5, 'train');
    await writeClasses(2, 'val', 5);
    await writeClasses(2, 'test', 7);
    const { train, validation, test } = await readPictureFolder(root, quiet);
    assert.deepEqual(
      [train, validation, test].map(({ labels }) => labels.length),
      [10, 4, 4],
    );
    assert.ok(test.files.every((file) => file.startsWith('test')));
    for (const [name, image, quality] of [
      ['memes.bmp', tiles['cat']![0]!] as [string, Volume, number?],
      ...nearly(tiles['cat']![0]!),
    ]) {
      await write(`test/chat/${name}`, image, quality);
      const how = name === 'memes.bmp' ? 'la même' : 'presque la même';
      await assert.rejects(readPictureFolder(root, quiet), {
        message: new RegExp(
          `deux parties .*: (train/chat/0\\.png et test/chat/${name}|test/chat/${name} et train/chat/0\\.png) \\(${how}\\)`,
        ),
      });
      rmSync(path.join(root, 'test', 'chat', name));
    }
  });

  it('draws the validation from what is to be learned, where a divided folder has none', async () => {
    await writeClasses(8, 'Entraînement');
    await writeClasses(3, 'test', 8);
    const { train, validation, test } = await readPictureFolder(root, {
      ...quiet,
      validation: 0.25,
    });
    assert.deepEqual(
      [train, validation, test].map(({ labels }) => labels.length),
      [12, 4, 6],
    );
    assert.ok(validation.files.every((file) => file.startsWith('Entraînement')));
  });

  it('refuses a class that is empty or too small, by its name', async () => {
    await writeClasses(6);
    mkdirSync(path.join(root, 'vide'));
    await assert.rejects(readPictureFolder(root, quiet), /la classe 'vide' n'a aucune image/);
    rmSync(path.join(root, 'vide'), { recursive: true });
    for (let i = 0; i < 2; i++) await write(`tasse/${i}.png`, tiles['coffee']![i]!);
    await assert.rejects(
      readPictureFolder(root, quiet),
      /la classe 'tasse' n'a aucune image dans la partie test \(lisibles en tout\u00a0: 2/,
    );
  });

  it('refuses what is no such folder, and options that make no sense', async () => {
    const refusal = (options: object, message: RegExp): Promise<void> =>
      assert.rejects(readPictureFolder(root, { ...quiet, ...options }), message);
    await refusal({}, /il ne contient aucun dossier, et il en faut un par classe/);
    await write('seule/0.png', tiles['cat']![0]!);
    await refusal({}, /il n'a qu'un dossier de classe \(seule\)/);
    await refusal({ side: 2.5 }, /side vaut 2\.5/);
    await refusal({ fit: 'stretch' }, /fit vaut 'stretch'/);
    await refusal({ test: 1 }, /test 1, mais ce sont des parts/);
    await refusal({ near: -1 }, /near vaut -1/);
    await refusal({ seed: 0.5 }, /la graine \(seed\) vaut 0\.5/);
    await assert.rejects(readPictureFolder(path.join(root, 'absent'), quiet), /ENOENT/);
    await assert.rejects(readPictureFolder(7 as never, quiet), TypeError);
    // More than memory holds, refused before anything is read: files of no byte are enough to say so.
    for (let i = 0; i < 100; i++) writeFileSync(path.join(root, 'seule', `${i}.png`), '');
    mkdirSync(path.join(root, 'autre'));
    await refusal({ side: 1024 }, /il contient 100 images, et 95 de côté 1024 tiennent en mémoire/);
  });
});

function mirror(image: Volume): Volume {
  const [height = 0, width = 0] = image.shape;
  const mirrored = Volume.zeros([height, width, 3], 'float32');
  for (let pixel = 0; pixel < height * width; pixel++) {
    const col = pixel % width;
    const from = (pixel - col + (width - 1 - col)) * 3;
    mirrored.data.set(image.data.subarray(from, from + 3), pixel * 3);
  }
  return mirrored;
}
