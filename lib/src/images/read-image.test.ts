import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { loadJimp, type Mime } from './formats/jimp';
import { readImage } from './read-image';

const NBSP = '\u00a0';

describe('readImage()', function () {
  this.timeout(60_000); // decoding on a busy machine

  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'read-image-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const save = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  it('reads red, green and blue of each pixel, row by row, from PNG, BMP and GIF', async () => {
    for (const [format, bytes] of [
      ['png', await encode(fourPixels, 'image/png')],
      ['bmp', await encode(fourPixels, 'image/bmp')],
      ['gif', fourPixelsGif],
    ] as const) {
      const file = save(`four.${format}`, bytes);
      const image = await readImage(file);
      assert.equal(image.dtype, 'float32');
      assert.deepEqual(image.toNested(3), [
        [
          [255, 0, 0],
          [0, 255, 0],
        ],
        [
          [0, 0, 255],
          [10, 20, 30],
        ],
      ]);
    }
  });

  it('reads a JPEG, which keeps about the colours', async () => {
    const rgba = Array.from({ length: 16 * 8 }, () => [200, 100, 50, 255]).flat();
    const file = save('plain.jpg', await encode({ width: 16, height: 8, rgba }, 'image/jpeg'));
    const image = await readImage(file);
    assert.deepEqual(image.shape, [8, 16, 3]);
    const pixel = [image.at(3, 9, 0), image.at(3, 9, 1), image.at(3, 9, 2)];
    assert.ok(
      [200, 100, 50].every((value, channel) => Math.abs(value - (pixel[channel] ?? 0)) < 4),
      String(pixel),
    );
  });

  it('lays what is transparent over white', async () => {
    const rgba = [100, 0, 0, 0, 100, 0, 0, 51, 100, 0, 0, 255];
    const file = save('glass.png', await encode({ width: 3, height: 1, rgba }, 'image/png'));
    assert.deepEqual((await readImage(file)).toNested(3), [
      [
        [255, 255, 255],
        [224, 204, 204],
        [100, 0, 0],
      ],
    ]);
  });

  it('refuses a file that is not there, and says where it looked', async () => {
    await assert.rejects(readImage('chta.png'), {
      name: 'Error',
      message: `Impossible de lire l'image «${NBSP}chta.png${NBSP}»${NBSP}: le fichier n'existe pas (dossier courant${NBSP}: ${process.cwd()})${NBSP}; vérifiez le nom, les majuscules et le dossier.`,
    });
    await assert.rejects(readImage(folder), /le fichier ne peut pas être lu/);
  });

  it('refuses what is no image', async () => {
    const file = save('text.png', Buffer.from('Ceci est un texte, pas une image du tout.'));
    await assert.rejects(readImage(file), {
      message: `Impossible de lire l'image «${NBSP}${file}${NBSP}»${NBSP}: le fichier devrait être un PNG, un JPEG, un GIF ou un BMP, mais il ne commence pas comme eux${NBSP}; ouvrez-le dans un logiciel de dessin et enregistrez-le en PNG.`,
    });
  });

  for (const format of ['png', 'jpeg', 'gif', 'bmp'] as const) {
    it(`refuses a ${format.toUpperCase()} cut short`, async () => {
      const whole = await encode(noise, `image/${format}`);
      for (const share of [0.3, 0.6, 0.95]) {
        const file = save(`cut.${format}`, whole.subarray(0, Math.floor(whole.length * share)));
        await assert.rejects(readImage(file), {
          name: 'Error',
          message: `Impossible de lire l'image «${NBSP}${file}${NBSP}»${NBSP}: c'est un ${format.toUpperCase()}, mais il est abîmé ou incomplet${NBSP}; téléchargez-le ou copiez-le à nouveau.`,
        });
      }
    });
  }

  it('refuses a PNG of which a byte was altered', async () => {
    const bytes = await encode(noise, 'image/png');
    bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
    await assert.rejects(readImage(save('altered.png', bytes)), /abîmé ou incomplet/);
  });

  it('refuses an image that announces more than 40 million pixels, before decoding it', async () => {
    const announce: Record<string, (bytes: Buffer) => void> = {
      png: (bytes) => {
        bytes.writeUInt32BE(10_000, 16);
        bytes.writeUInt32BE(8_000, 20);
      },
      gif: (bytes) => {
        bytes.writeUInt16LE(10_000, 6);
        bytes.writeUInt16LE(8_000, 8);
      },
      bmp: (bytes) => {
        bytes.writeInt32LE(10_000, 18);
        bytes.writeInt32LE(-8_000, 22);
      },
      jpeg: (bytes) => {
        const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
        bytes.writeUInt16BE(8_000, frame + 5);
        bytes.writeUInt16BE(10_000, frame + 7);
      },
    };
    for (const [format, write] of Object.entries(announce)) {
      const bytes = await encode(noise, `image/${format}` as Mime);
      write(bytes);
      const file = save(`huge.${format}`, bytes);
      await assert.rejects(readImage(file), {
        name: 'RangeError',
        message: `Impossible de lire l'image «${NBSP}${file}${NBSP}»${NBSP}: elle fait 10000${NBSP}×${NBSP}8000, soit 80 millions de pixels, mais la limite est de 40 millions${NBSP}; réduisez-la d'abord dans un logiciel de dessin.`,
      });
    }
  });
});

interface Raw {
  width: number;
  height: number;
  rgba: number[];
}

const fourPixels: Raw = {
  width: 2,
  height: 2,
  rgba: [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 10, 20, 30, 255],
};

/** The same as a GIF, written by hand: Jimp's own encoder would change the colours. */
const fourPixelsGif = Buffer.concat([
  Buffer.from('GIF89a'),
  Buffer.from([2, 0, 2, 0, 0x81, 0, 0]), // 2 by 2, a palette of four colours
  Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30]),
  Buffer.from([0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0]), // one frame, all of it
  Buffer.from([2, 3, 0x44, 0x34, 0x05, 0, 0x3b]), // LZW: clear, 0, 1, 2, 3, end
]);

const noise: Raw = {
  width: 40,
  height: 30,
  rgba: Array.from({ length: 40 * 30 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * i * 31) % 251)),
};

async function encode({ width, height, rgba }: Raw, mime: Mime): Promise<Buffer> {
  return loadJimp()
    .fromBitmap({ width, height, data: Uint8Array.from(rgba) })
    .getBuffer(mime);
}
