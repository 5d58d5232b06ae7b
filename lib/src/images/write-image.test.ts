import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { Volume } from '../volume/volume';
import { encodeGif } from './formats/encode-gif';
import { readImage } from './read-image';
import { toGray } from './to-gray';
import { writeImage } from './write-image';

describe('writeImage()', function () {
  this.timeout(60_000); // encoding on a busy machine

  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'write-image-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const place = (name: string): string => path.join(folder, name);
  /** What comes back of an image that was written under a name. */
  const back = async (image: Volume, name: string): Promise<Volume> => {
    await writeImage(place(name), image);
    return await readImage(place(name));
  };

  const byte = fc.integer({ min: 0, max: 255 });
  const side = fc.integer({ min: 1, max: 24 });
  const picture = fc
    .tuple(side, side)
    .chain(([height, width]) =>
      fc
        .array(byte, { minLength: height * width * 3, maxLength: height * width * 3 })
        .map((values) => new Volume([height, width, 3], Float32Array.from(values))),
    );

  for (const extension of ['png', 'bmp']) {
    it(`and readImage() give any picture back, as ${extension.toUpperCase()}`, async () => {
      await fc.assert(
        fc.asyncProperty(picture, async (image) => {
          assert.ok((await back(image, `any.${extension}`)).equals(image));
        }),
        { numRuns: 30 },
      );
    });
  }

  it('and readImage() give any picture of up to 256 colours back, as GIF', async () => {
    // Few values make long strings of the same; 80 by 80 pixels of many fill the table of 4,096 codes.
    const side = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(80));
    const palette = fc.uniqueArray(byte, { minLength: 1, maxLength: 256, size: 'max' });
    await fc.assert(
      fc.asyncProperty(side, side, palette, async (height, width, colours) => {
        let state = 1;
        const values = Array.from({ length: height * width }, () => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return colours[(state >>> 8) % colours.length]!;
        });
        const image = new Volume([height, width], Float32Array.from(values));
        assert.ok(toGray(await back(image, 'any.gif')).equals(image));
      }),
      { numRuns: 60 },
    );
  });

  it('writes the shortest GIF there is: palette, then codes of growing length', () => {
    const rgba = [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255];
    const gif = encodeGif({ width: 3, height: 1, data: Uint8Array.from(rgba) });
    assert.deepEqual(
      [...gif],
      [
        ...Buffer.from('GIF89a'),
        ...[3, 0, 1, 0, 0x81, 0, 0],
        ...[255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0],
        ...[0x2c, 0, 0, 0, 0, 3, 0, 1, 0, 0],
        // clear (4), 0, 1, 2 of three bits, end (5) of four, lowest bits first
        ...[2, 2, 0b01_000_100, 0b0101_010_0, 0, 0x3b],
      ],
    );
  });

  it('gives up as little as it can of 257 colours, as GIF', async () => {
    const grays = Array.from({ length: 255 }, (_, i) => [i, i, i]);
    const image = Volume.from([[...grays, [255, 0, 0], [200, 0, 0]]]);
    const again = await back(image, 'many.gif');
    const wrong = [...again.data].filter((value, i) => value !== image.data[i]);
    assert.ok(again.equals(image, 1));
    assert.ok(wrong.length <= 6, `${wrong.length} values changed`); // two greys became one
  });

  it('keeps a picture of many colours near to what it was, as GIF, with 256 of them', async () => {
    const image = Volume.zeros([64, 64, 3], 'float32');
    for (let pixel = 0; pixel < 64 * 64; pixel++) {
      const [row, column] = [Math.floor(pixel / 64), pixel % 64];
      image.data.set([row * 4, column * 4, (row + column) * 2], pixel * 3);
    }
    const again = await back(image, 'many.gif');
    const errors = Array.from(again.data, (value, i) => Math.abs(value - image.data[i]!));
    assert.ok(Math.max(...errors) <= 24, `worst ${Math.max(...errors)}`);
    assert.ok(errors.reduce((sum, error) => sum + error) / errors.length < 5);
    const colours = new Set(again.toNested(3).flat().map(String));
    assert.equal(colours.size, 256);
  });

  it('keeps about the colours, as JPEG, the better the higher the quality', async () => {
    const values = Float32Array.from({ length: 32 * 32 }, (_, i) => (i * 37) % 200);
    const image = new Volume([32, 32], values);
    const errorAt = async (quality?: number): Promise<number> => {
      await writeImage(place('a.jpg'), image, { quality });
      const again = toGray(await readImage(place('a.jpg')));
      return Math.max(...again.data.map((value, i) => Math.abs(value - values[i]!)));
    };
    assert.ok((await errorAt(100)) <= 4);
    assert.ok((await errorAt(100)) < (await errorAt()));
    assert.ok((await errorAt()) < (await errorAt(20)));
  });

  it('keeps opacity, as PNG', async () => {
    const image = Volume.from([
      [
        [10, 20, 30, 0],
        [1, 2, 3, 255],
      ],
    ]);
    await writeImage(place('glass.png'), image);
    assert.ok((await readImage(place('glass.png'), { alpha: 'keep' })).equals(image));
  });

  it('spreads a range over black to white; NaN is black', async () => {
    const map = Volume.from([[-1, 0.2, 1, NaN]]);
    await writeImage(place('map.BMP'), map, { range: [-1, 1] });
    assert.deepEqual(toGray(await readImage(place('map.BMP'))).toNested(2), [[0, 153, 255, 0]]);
  });

  it('leaves nothing beside the file, and takes the place of an older one', async () => {
    const sub = place('alone');
    mkdirSync(sub);
    writeFileSync(path.join(sub, 'a.png'), 'older');
    await writeImage(path.join(sub, 'a.png'), Volume.from([[1]]));
    assert.deepEqual(readdirSync(sub), ['a.png']);
    assert.deepEqual((await readImage(path.join(sub, 'a.png'))).shape, [1, 1, 3]);
  });

  it('writes nothing when it cannot write all: what stood there stays', async () => {
    const sub = place('full');
    mkdirSync(path.join(sub, 'a.png'), { recursive: true });
    writeFileSync(path.join(sub, 'a.png', 'inside'), 'kept');
    await assert.rejects(writeImage(path.join(sub, 'a.png'), Volume.from([[1]])), {
      name: 'Error',
      message: `Impossible d'écrire l'image «\u00a0${path.join(sub, 'a.png')}\u00a0»\u00a0: le fichier ne peut pas y être écrit (EISDIR, dossier courant\u00a0: ${process.cwd()})\u00a0; vérifiez que le dossier existe, qu'il est à vous et que le disque n'est pas plein.`,
    });
    assert.deepEqual(readdirSync(sub), ['a.png']);
    assert.equal(readFileSync(path.join(sub, 'a.png', 'inside'), 'utf8'), 'kept');
    await assert.rejects(writeImage(place('nowhere/a.png'), Volume.from([[1]])), /\(ENOENT, /);
    const before = readdirSync(folder);
    await assert.rejects(writeImage(place('b.png'), Volume.zeros([2, 2, 2])), RangeError);
    assert.deepEqual(readdirSync(folder), before);
  });

  const gray = Volume.from([[1]]);
  const glass = Volume.zeros([1, 1, 4]);
  const refusals: [string, Volume, object, string][] = [
    [
      'a.txt',
      gray,
      {},
      "le nom finit par '.txt' mais il faut .png, .jpg, .gif ou .bmp\u00a0; donnez un nom comme 'resultat.png'",
    ],
    [
      'a',
      gray,
      {},
      "le nom finit par '' mais il faut .png, .jpg, .gif ou .bmp\u00a0; donnez un nom comme 'resultat.png'",
    ],
    [
      'a.jpg',
      gray,
      { quality: 0 },
      'la qualité (quality) est 0 mais elle doit être un entier de 1 à 100\u00a0; donnez par exemple quality: 90',
    ],
    [
      'a.jpeg',
      glass,
      {},
      "l'image a quatre canaux mais seul le PNG garde l'opacité\u00a0; donnez un nom en .png, ou une image de trois canaux",
    ],
    [
      'a.gif',
      Volume.zeros([1, 65_536]),
      {},
      "elle fait 65536\u00a0×\u00a01 pixels mais ce format s'arrête à 65535 par côté\u00a0; donnez un nom en .png",
    ],
    [
      'a.png',
      gray,
      { range: [1, 0] },
      'la plage (range) va de 1 à 0 mais elle doit croître\u00a0; donnez par exemple range: [0, 1]',
    ],
    [
      'a.png',
      Volume.zeros([2, 2, 2]),
      {},
      'sa forme est [2, 2, 2] mais il faut [hauteur, largeur], [hauteur, largeur, 3] ou [hauteur, largeur, 4]\u00a0; choisissez une image du lot ou un canal',
    ],
  ];
  for (const [name, image, options, text] of refusals) {
    it(`refuses ${name}: ${text.split(' mais ')[0]!}`, async () => {
      await assert.rejects(writeImage(name, image, options), {
        name: 'RangeError',
        message: `Impossible d'écrire l'image «\u00a0${name}\u00a0»\u00a0: ${text}.`,
      });
    });
  }
});
