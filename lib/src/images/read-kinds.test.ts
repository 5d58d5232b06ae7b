import { strict as assert } from 'node:assert';

import { readImage } from './read-image';
import { splitChannels } from './split-channels';
import { makeBmp } from './testing/make-bmp';
import { makeJpeg, type JpegParts } from './testing/make-jpeg';
import { makePng } from './testing/make-png';
import { encodeGif } from './formats/encode-gif';

/** Files made by hand, byte by byte, each of another kind. */
describe('readImage() reads', function () {
  this.timeout(60_000); // decoding on a busy machine

  const pixels = async (bytes: Buffer): Promise<number[][][]> =>
    (await readImage(bytes)).toNested(3);
  /** Of a grey picture. */
  const grays = async (bytes: Buffer): Promise<number[][]> =>
    splitChannels(await readImage(bytes))[1]!.toNested(2);

  describe('PNG', () => {
    it('of 16 bits a colour, rounded to 8', async () => {
      const data = [0, 0x00, 0x00, 0x12, 0x34, 0xff, 0xff];
      assert.deepEqual(
        await pixels(makePng({ width: 1, height: 1, depth: 16, colourType: 2, data })),
        [[[0, 0x12, 0xff]]],
      );
    });

    it('of 1, 2 and 4 bits a grey, spread over 0 to 255', async () => {
      const one = { width: 3, height: 1, depth: 1, colourType: 0, data: [0, 0b10100000] };
      assert.deepEqual(await grays(makePng(one)), [[255, 0, 255]]);
      const two = { width: 4, height: 1, depth: 2, colourType: 0, data: [0, 0b00011011] };
      assert.deepEqual(await grays(makePng(two)), [[0, 85, 170, 255]]);
      const four = { width: 2, height: 1, depth: 4, colourType: 0, data: [0, 0x3f] };
      assert.deepEqual(await grays(makePng(four)), [[51, 255]]);
    });

    it('of a palette, whose colours may be transparent', async () => {
      const chunks = { PLTE: [10, 20, 30, 0, 0, 0], tRNS: [255, 0] };
      const png = makePng({ width: 2, height: 1, colourType: 3, data: [0, 0, 1], chunks });
      assert.deepEqual(await pixels(png), [
        [
          [10, 20, 30],
          [255, 255, 255],
        ],
      ]);
    });

    it('of grey and alpha', async () => {
      const data = [0, 100, 255, 100, 0];
      assert.deepEqual(await grays(makePng({ width: 2, height: 1, colourType: 4, data })), [
        [100, 255],
      ]);
    });

    it('interlaced (Adam7)', async () => {
      // Pass 1 holds the top left pixel, 4 the top right, 5 two of the last row, 6 the middle of the
      // first and last row, 7 the second row; each row after its filter.
      const data = [0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6];
      const png = makePng({ width: 3, height: 3, colourType: 0, interlaced: true, data });
      assert.deepEqual(await grays(png), [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]);
    });
  });

  describe('JPEG', () => {
    it('of one component as grey', async () => {
      const image = await readImage(makeJpeg({ columns: 2, squares: [[50], [200]] }));
      assert.deepEqual(image.shape, [8, 16, 3]);
      assert.deepEqual([image.at(7, 7, 0), image.at(7, 8, 2)], [50, 200]);
    });

    it('of brightness and colour (JFIF) as red, green, blue', async () => {
      // Red is 76.2, 85.0, 255.5 by ITU-R BT.601.
      const [red] = (await pixels(makeJpeg({ columns: 1, squares: [[76, 85, 255]] }))).flat();
      assert.deepEqual(near(red!, [254, 0, 0], 2), []);
    });

    it('of red, green, blue as they are, where Adobe says so', async () => {
      const jpeg = makeJpeg({ columns: 1, squares: [[10, 200, 30]], adobeTransform: 0 });
      assert.deepEqual((await pixels(jpeg))[0]![0], [10, 200, 30]);
    });

    it('progressive as the others', async () => {
      const jpeg = makeJpeg({ columns: 2, squares: [[50], [200]], frame: 0xc2 });
      const image = await readImage(jpeg);
      assert.deepEqual([image.at(0, 0, 0), image.at(0, 15, 0)], [50, 200]);
    });

    it('of printing colours (CMYK, inverted as Adobe writes them)', async () => {
      // 255: no ink. Cyan takes the red away, half of black halves the rest.
      const squares = [
        [0, 255, 255, 255],
        [255, 255, 255, 128],
      ];
      const jpeg = makeJpeg({ columns: 2, squares, adobeTransform: 0 });
      const [row] = await pixels(jpeg);
      assert.deepEqual(near(row![0]!, [0, 255, 255], 1), []);
      assert.deepEqual(near(row![8]!, [128, 128, 128], 1), []);
    });

    /** Squares a b above c d, as the camera stored them; what is seen, by EXIF's orientation. */
    const seen: Record<number, string> = {
      1: 'ab cd',
      2: 'ba dc',
      3: 'dc ba',
      4: 'cd ab',
      5: 'ac bd',
      6: 'ca db',
      7: 'db ca',
      8: 'bd ac',
    };
    for (const [orientation, wanted] of Object.entries(seen)) {
      it(`held as EXIF orientation ${orientation} says, upright`, async () => {
        const value: Record<string, number> = { a: 20, b: 80, c: 140, d: 220 };
        const squares = ['a', 'b', 'c', 'd'].map((name) => [value[name]!]);
        const jpeg = makeJpeg({ columns: 2, squares, orientation: Number(orientation) });
        const gray = await grays(jpeg);
        const corners = [gray[0]![0], gray[0]![15], gray[15]![0], gray[15]![15]];
        assert.deepEqual(
          corners,
          [...wanted.replace(' ', '')].map((name) => value[name]),
        );
      });
    }

    it('turned by a quarter, with height and width exchanged', async () => {
      const image = await readImage(
        makeJpeg({ columns: 2, squares: [[50], [200]], orientation: 6 }),
      );
      assert.deepEqual(image.shape, [16, 8, 3]);
      assert.deepEqual([image.at(0, 0, 0), image.at(15, 0, 0)], [50, 200]);
    });
  });

  describe('GIF', () => {
    it('with several frames: the first', async () => {
      const first = Buffer.from(encodeGif(grayBitmap(2, 1, [10, 200])));
      const second = Buffer.from(encodeGif(grayBitmap(2, 1, [0, 0])));
      // The second one's frame, without its header and palette, before the end of the first.
      const frame = second.subarray(second.indexOf(Buffer.from([0x2c, 0, 0, 0, 0])), -1);
      const both = Buffer.concat([first.subarray(0, -1), frame, Buffer.from([0x3b])]);
      assert.deepEqual(await grays(both), [[10, 200]]);
    });

    it('with a transparent colour, laid over white', async () => {
      const gif = Buffer.from(encodeGif(grayBitmap(2, 1, [10, 200])));
      const at = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]));
      const control = Buffer.from([0x21, 0xf9, 4, 1, 0, 0, 0, 0]); // colour 0 is transparent
      const glass = Buffer.concat([gif.subarray(0, at), control, gif.subarray(at)]);
      assert.deepEqual(await grays(glass), [[255, 200]]);
      assert.deepEqual((await readImage(glass, { alpha: 'keep' })).toNested(3), [
        [
          [0, 0, 0, 0],
          [200, 200, 200, 255],
        ],
      ]);
    });
  });

  describe('BMP', () => {
    const twoColours = [30, 20, 10, 0, 60, 50, 40, 0]; // blue, green, red, 0

    it('of 24 bits, from the bottom row up, or from the top', async () => {
      const pixelRows = [3, 2, 1, 0, 6, 5, 4, 0];
      const up = makeBmp({ width: 1, height: 2, bits: 24, pixels: pixelRows });
      assert.deepEqual(await pixels(up), [[[4, 5, 6]], [[1, 2, 3]]]);
      const down = makeBmp({ width: 1, height: -2, bits: 24, pixels: pixelRows });
      assert.deepEqual(await pixels(down), [[[1, 2, 3]], [[4, 5, 6]]]);
    });

    it('of 32 bits, opaque', async () => {
      const bmp = makeBmp({ width: 1, height: 1, bits: 32, pixels: [3, 2, 1, 0] });
      assert.deepEqual(await pixels(bmp), [[[1, 2, 3]]]);
    });

    it('of a palette of 2, 16 and 256 colours', async () => {
      const wanted = [
        [
          [40, 50, 60],
          [10, 20, 30],
        ],
      ];
      const common = { width: 2, height: 1, colours: 2, between: twoColours };
      for (const [bits, first] of [
        [1, 0b10000000],
        [4, 0x10],
      ] as const) {
        assert.deepEqual(
          await pixels(makeBmp({ ...common, bits, pixels: [first, 0, 0, 0] })),
          wanted,
        );
      }
      assert.deepEqual(await pixels(makeBmp({ ...common, bits: 8, pixels: [1, 0, 0, 0] })), wanted);
    });
  });

  describe('not', () => {
    const refused = async (bytes: Buffer, what: string): Promise<void> => {
      await assert.rejects(readImage(bytes), {
        name: 'Error',
        message: `Impossible de lire l'image\u00a0: c'est un ${what}, un genre qui n'est pas lu ici\u00a0; ouvrez-le dans un logiciel de dessin et enregistrez-le en PNG.`,
      });
    };
    const jpeg = (o: Partial<JpegParts>): Buffer => makeJpeg({ columns: 1, squares: [[9]], ...o });

    it('a JPEG without loss, of 12 bits, or of four unnamed components', async () => {
      await refused(
        jpeg({ frame: 0xc3 }),
        'JPEG sans perte, hiérarchique ou à codage arithmétique',
      );
      await refused(jpeg({ bits: 12 }), 'JPEG de 12\u00a0bits par couleur');
      const cmyk = jpeg({ squares: [[1, 2, 3, 4]] });
      await refused(cmyk, "JPEG d'imprimerie (CMJN), sans repère Adobe");
    });

    it('a BMP that Jimp would read wrong', async () => {
      const base = { width: 2, height: 1, bits: 8, between: new Array<number>(1024).fill(0) };
      await refused(makeBmp({ ...base, compression: 1, pixels: [2, 0, 0, 1] }), 'BMP compressé');
      await refused(
        makeBmp({ ...base, pixels: [0, 0, 0, 0, 0, 0, 0, 0], pixelsAt: 1082 }),
        'BMP à la disposition inhabituelle',
      );
      const odd = { width: 3, height: 2, bits: 4, between: new Array<number>(64).fill(0) };
      await refused(
        makeBmp({ ...odd, pixels: [0, 0, 0, 0, 0, 0, 0, 0] }),
        'BMP de 16 couleurs et de largeur impaire',
      );
      const old = Buffer.alloc(26);
      old.write('BM');
      old.writeUInt32LE(12, 14);
      old.writeUInt16LE(1, 18);
      old.writeUInt16LE(1, 20);
      await refused(old, "BMP d'un genre ancien (OS/2)");
    });
  });
});

function grayBitmap(width: number, height: number, values: number[]) {
  return { width, height, data: Uint8Array.from(values.flatMap((v) => [v, v, v, 255])) };
}

/** The channels further than the tolerance from what was wanted, as text. */
function near(found: number[], wanted: number[], tolerance: number): string[] {
  return wanted.flatMap((value, i) =>
    Math.abs(value - found[i]!) <= tolerance ? [] : [`${i}: ${found[i]!} for ${value}`],
  );
}
