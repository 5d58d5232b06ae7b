import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { jupyterDisplay } from '../display';
import { Volume } from '../volume/volume';
import { crop } from './crop';
import { imageBundle } from './image-bundle';
import { readImage } from './read-image';
import { resize } from './resize';
import { toGray } from './to-gray';
import { toPng } from './to-png';

const NBSP = '\u00a0';

describe('toGray()', () => {
  it('takes the mean of red, green and blue, or weighs them as the eye does', () => {
    const image = Volume.from([[[30, 60, 90]]]);
    assert.deepEqual(toGray(image).toNested(2), [[60]]);
    assert.deepEqual(toGray(image, 'luma').toNested(2), [[0.299 * 30 + 0.587 * 60 + 0.114 * 90]]);
  });

  it('leaves an image that is grey already as it is, by the mean', () => {
    for (let value = 0; value <= 255; value++) {
      assert.equal(toGray(Volume.from([[[value, value, value]]])).at(0, 0), value);
    }
  });

  it('keeps the type of number', () => {
    assert.equal(toGray(Volume.zeros([2, 2, 3], 'float32')).dtype, 'float32');
  });

  it('refuses an image without three channels, and a method it does not know', () => {
    assert.throws(() => toGray(Volume.zeros([2, 2])), {
      name: 'RangeError',
      message: `Impossible de passer l'image en niveaux de gris${NBSP}: sa forme est [2, 2] mais il faut [hauteur, largeur, 3]${NBSP}; donnez une image en couleurs, rouge, vert et bleu.`,
    });
    assert.throws(() => toGray(Volume.zeros([2, 2, 3]), 'max' as never), {
      name: 'RangeError',
      message: `Impossible de passer l'image en niveaux de gris${NBSP}: la méthode est 'max' mais seules 'mean' et 'luma' sont connues${NBSP}; donnez 'mean' pour la moyenne, 'luma' pour la clarté perçue.`,
    });
  });
});

describe('resize()', () => {
  it('averages what a new pixel covers, in part where it must', () => {
    assert.deepEqual(resize(Volume.from([[0, 3, 6]]), 1, 2).toNested(2), [[1, 5]]);
  });

  it('keeps channels apart', () => {
    const image = Volume.from([
      [
        [0, 100],
        [2, 300],
      ],
    ]);
    assert.deepEqual(resize(image, 1, 1).toNested(3), [[[1, 200]]]);
  });

  it('to the same size changes nothing, by either method', () => {
    const image = Volume.from([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    for (const method of ['area', 'nearest'] as const) {
      assert.ok(resize(image, 2, 3, method).equals(image));
    }
  });

  it('keeps a plain image plain, whatever the sizes', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, (height, width, newHeight, newWidth) => {
        const plain = new Volume([height, width], new Float64Array(height * width).fill(7));
        const result = resize(plain, newHeight, newWidth);
        assert.deepEqual(result.shape, [newHeight, newWidth]);
        assert.ok(result.data.every((value) => Math.abs(value - 7) < 1e-9));
      }),
    );
  });

  it('refuses a size that is none, and a batch', () => {
    assert.throws(() => resize(Volume.zeros([2, 2]), 1.5, 2), {
      name: 'RangeError',
      message: `Impossible de changer la taille de l'image${NBSP}: la hauteur demandée est 1.5 mais elle doit être un entier d'au moins 1${NBSP}; arrondissez-la avec Math.round.`,
    });
    assert.throws(() => resize(Volume.zeros([1, 2, 2, 3]), 1, 2), {
      message: `Impossible de changer la taille de l'image${NBSP}: sa forme est [1, 2, 2, 3] mais il faut [hauteur, largeur] ou [hauteur, largeur, canaux]${NBSP}; donnez une image à la fois, prise d'un lot s'il le faut.`,
    });
  });
});

describe('crop()', () => {
  it('cuts out a rectangle, all channels of it', () => {
    const image = new Volume(
      [3, 3, 2],
      Float32Array.from({ length: 18 }, (_, i) => i),
    );
    const piece = crop(image, { top: 1, left: 1, height: 1, width: 2 });
    assert.deepEqual(piece.toNested(3), [
      [
        [8, 9],
        [10, 11],
      ],
    ]);
    assert.equal(piece.dtype, 'float32');
  });

  it('copies: the image does not change with the piece', () => {
    const image = Volume.zeros([2, 2]);
    crop(image, { top: 0, left: 0, height: 1, width: 1 }).data[0] = 5;
    assert.equal(image.at(0, 0), 0);
  });

  it('refuses a rectangle that leaves the image', () => {
    assert.throws(() => crop(Volume.zeros([4, 4]), { top: 2, left: 0, height: 3, width: 4 }), {
      name: 'RangeError',
      message: `Impossible de découper l'image${NBSP}: sa forme est [4, 4] mais le rectangle va de la ligne 2 à 4 et de la colonne 0 à 3${NBSP}; donnez des entiers et un rectangle qui tienne dans l'image.`,
    });
    const image = Volume.zeros([4, 4]);
    assert.throws(() => crop(image, { top: -1, left: 0, height: 1, width: 1 }), RangeError);
    assert.throws(() => crop(image, { top: 0, left: 0.5, height: 1, width: 1 }), RangeError);
    assert.throws(() => crop(image, { top: 0, left: 0, height: 0, width: 1 }), RangeError);
  });
});

describe('toPng()', function () {
  this.timeout(60_000); // decoding on a busy machine

  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'to-png-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const back = async (png: Uint8Array): Promise<number[][][]> => {
    const file = path.join(folder, 'image.png');
    writeFileSync(file, png);
    return (await readImage(file)).toNested(3);
  };

  it('writes what readImage() reads, rounded and cut to 0 to 255', async () => {
    const image = Volume.from([
      [
        [0, 128, 255],
        [-5, 300, 12.6],
      ],
    ]);
    assert.deepEqual(await back(await toPng(image)), [
      [
        [0, 128, 255],
        [0, 255, 13],
      ],
    ]);
  });

  it('writes a matrix in grey, from the black of a range to its white; NaN is black', async () => {
    const map = Volume.from([[-1, 0.2, 1, NaN]]);
    const gray = (value: number): number[] => [value, value, value];
    assert.deepEqual(await back(await toPng(map, { range: [-1, 1] })), [
      [gray(0), gray(153), gray(255), gray(0)],
    ]);
    assert.deepEqual(await back(await toPng(map.reshape([1, 4, 1]), { range: [-1, 1] })), [
      [gray(0), gray(153), gray(255), gray(0)],
    ]);
  });

  it('refuses a shape that is no picture and a range that does not grow', async () => {
    await assert.rejects(toPng(Volume.zeros([2, 2, 2])), {
      name: 'RangeError',
      message: `Impossible d'écrire l'image en PNG${NBSP}: sa forme est [2, 2, 2] mais il faut [hauteur, largeur], [hauteur, largeur, 3] ou [hauteur, largeur, 4]${NBSP}; choisissez une image du lot ou un canal.`,
    });
    await assert.rejects(toPng(Volume.zeros([2, 2]), { range: [1, 1] }), {
      name: 'RangeError',
      message: `Impossible d'écrire l'image en PNG${NBSP}: la plage (range) va de 1 à 1 mais elle doit croître${NBSP}; donnez par exemple range: [0, 1].`,
    });
  });

  it('imageBundle() shows it enlarged, with a text in its place', async () => {
    const image = Volume.from([[0, 255]]);
    const bundle = await imageBundle(image, { zoom: 2, alt: 'Noir, puis blanc' })[jupyterDisplay]();
    assert.equal(bundle['text/plain'], 'Noir, puis blanc');
    const pixels = await back(Buffer.from(bundle['image/png'] as string, 'base64'));
    assert.deepEqual(
      pixels.map((row) => row.map(([value]) => value)),
      [
        [0, 0, 255, 255],
        [0, 0, 255, 255],
      ],
    );
    const plain = await imageBundle(image)[jupyterDisplay]();
    assert.equal(
      plain['text/plain'],
      `Image en niveaux de gris, 1${NBSP}×${NBSP}2 pixels (hauteur × largeur)`,
    );
  });
});
