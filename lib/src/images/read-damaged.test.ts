import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { encodeGif } from './formats/encode-gif';
import { loadJimp, type Mime } from './formats/jimp';
import { readImage } from './read-image';
import { makeBmp } from './testing/make-bmp';
import { makeJpeg } from './testing/make-jpeg';
import { makePng } from './testing/make-png';

const noise = {
  width: 12,
  height: 9,
  data: Uint8Array.from({ length: 12 * 9 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * i * 31) % 251)),
};

const refusal = (format: string): string =>
  `Impossible de lire l'image\u00a0: c'est un ${format}, mais il est abîmé ou incomplet\u00a0; téléchargez-le ou copiez-le à nouveau.`;

describe('readImage() refuses', function () {
  this.timeout(60_000); // decoding on a busy machine

  let files: Record<string, Buffer>;
  const encode = (mime: Mime): Promise<Buffer> =>
    loadJimp()
      .fromBitmap({ ...noise, data: Uint8Array.from(noise.data) })
      .getBuffer(mime);
  before(async () => {
    files = {
      PNG: await encode('image/png'),
      JPEG: await encode('image/jpeg'),
      GIF: Buffer.from(encodeGif(noise)),
      BMP: makeBmp({ width: 2, height: 3, bits: 24, pixels: [...Array(24).keys()] }),
    };
    files['progressive JPEG'] = makeJpeg({ columns: 2, squares: [[9], [99]], frame: 0xc2 });
    files['interlaced PNG'] = interlaced([0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6]);
  });

  for (const name of ['PNG', 'interlaced PNG', 'JPEG', 'progressive JPEG', 'GIF', 'BMP']) {
    it(`a ${name} cut short, wherever it is cut`, async () => {
      const whole = files[name]!;
      const trailer = name === 'GIF' ? 1 : 0; // the first frame is there without the last byte
      for (let length = 9; length < whole.length - trailer; length++) {
        const message = refusal(name.split(' ').at(-1)!);
        await assert.rejects(readImage(whole.subarray(0, length)), { name: 'Error', message });
      }
      await readImage(whole);
    });

    it(`or reads a ${name} of which bytes were altered, and never does anything else`, async () => {
      const whole = files[name]!;
      const byte = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
      const log = console.log;
      const said: unknown[][] = [];
      console.log = (...words: unknown[]) => said.push(words);
      try {
        await fc.assert(
          fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 3 }), async (changes) => {
            const altered = Buffer.from(whole);
            for (const [at, value] of changes) altered[at] = value;
            const error = await readImage(altered).then(
              () => undefined,
              (reason: unknown) => reason,
            );
            if (error === undefined) return;
            assert.match((error as Error).message, /^Impossible de lire l'image\u00a0: /);
          }),
          { numRuns: 300 },
        );
      } finally {
        console.log = log;
      }
      assert.deepEqual(said, []); // decoders that grumble, do it to the student
    });
  }

  it('a PNG whose data are fewer than its size wants', async () => {
    for (const isInterlaced of [false, true]) {
      const png = makePng({
        width: 3,
        height: 3,
        colourType: 0,
        interlaced: isInterlaced,
        data: [0, 1],
      });
      await assert.rejects(readImage(png), { message: refusal('PNG') });
    }
  });

  it('a small interlaced PNG whose data inflate to 100 million bytes, before they do', async () => {
    const bomb = interlaced(Buffer.alloc(100_000_000));
    assert.ok(bomb.length < 200_000);
    const before = process.memoryUsage().arrayBuffers;
    await assert.rejects(readImage(bomb), { message: refusal('PNG') });
    assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
  });

  it('a GIF without a palette, with a frame beyond its edge, or with too few or too many pixels', async () => {
    const gif = files['GIF']!;
    const change = (at: number, value: number): Buffer => {
      const changed = Buffer.from(gif);
      changed[at] = value;
      return changed;
    };
    const frame = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]));
    const palette = 13;
    const noPalette = Buffer.concat([change(10, 0).subarray(0, palette), gif.subarray(frame)]);
    for (const bytes of [
      noPalette,
      change(frame + 1, 1), // one column to the right
      change(frame + 7, 8), // eight rows for the data of nine
      Buffer.concat([
        change(8, 10).subarray(0, frame + 7),
        Buffer.from([10]),
        gif.subarray(frame + 8),
      ]),
    ]) {
      await assert.rejects(readImage(bytes), { message: refusal('GIF') });
    }
  });

  it('a picture without a row or a column', async () => {
    const bmp = makeBmp({ width: 0, height: 1, bits: 24, pixels: [0, 0, 0, 0] });
    await assert.rejects(readImage(bmp), { message: refusal('BMP') });
    const png = makePng({ width: 1, height: 0, colourType: 0, data: [0] });
    await assert.rejects(readImage(png), { message: refusal('PNG') });
  });

  it('a JPEG with a second frame, larger than the one that was measured', async () => {
    const one = makeJpeg({ columns: 1, squares: [[9]] });
    const second = Buffer.from([0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]);
    const both = Buffer.concat([one.subarray(0, -2), second, one.subarray(-2)]);
    await assert.rejects(readImage(both), { message: refusal('JPEG') });
  });
});

/** An interlaced PNG of 3 by 3, grey. */
function interlaced(data: number[] | Buffer): Buffer {
  return makePng({ width: 3, height: 3, colourType: 0, interlaced: true, data });
}
