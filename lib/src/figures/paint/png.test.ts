import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { colourAt, colourScales, inkOn, type Rgb } from './colours';
import { listText, numberText, productText, sumText } from './numbers';
import { pngDataUri, rgbDataUri } from './png';
import { filteredRow } from './png-filter';
import { scalePicture } from './scale-picture';

describe('pngDataUri()', () => {
  const palette: Rgb[] = [
    [255, 0, 0],
    [0, 255, 0],
  ];

  it('makes a file that another reader opens, each pixel enlarged to a square', async () => {
    const image = await opened(pngDataUri([[0, 1]], palette, 3));
    assert.deepEqual([image.width, image.height], [6, 3]);
    assert.equal(image.getPixelColor(2, 2), 0xff0000ff);
    assert.equal(image.getPixelColor(3, 0), 0x00ff00ff);
  });

  it('keeps every pixel, whichever filter packs its row', async () => {
    const grey = Array.from({ length: 256 }, (_, i): Rgb => [i, i, i]);
    const rows = [
      [7, 200, 3, 180, 9, 250],
      [100, 103, 106, 109, 112, 115],
      [200, 40, 60, 255, 0, 90],
      [200, 40, 60, 255, 0, 90],
      [120, 90, 75, 165, 82, 86],
    ];
    assert.deepEqual(filtersOf(rows), [0, 1, 0, 2, 3]);
    const waves = Array.from({ length: 5 }, (_, y) =>
      Array.from({ length: 40 }, (__, x) =>
        Math.round(128 + 60 * Math.sin(x / 3 + y / 2) + 50 * Math.cos((x - y) / 2)),
      ),
    );
    assert.deepEqual(filtersOf(waves).slice(1), [4, 4, 4, 4]);
    for (const pixels of [rows, waves]) {
      const image = await opened(pngDataUri(pixels, grey));
      const read = pixels.map((row, y) => row.map((_, x) => image.getPixelColor(x, y) >>> 24));
      assert.deepEqual(read, pixels);
    }
  });
});

describe('rgbDataUri()', () => {
  it('keeps the three channels of every pixel, whichever filter packs its row', async () => {
    const [width, height] = [40, 5];
    const bytes = Uint8Array.from({ length: 3 * width * height }, (_, i) => {
      const [x, y, c] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
      return y === 0 ? i * 7 : 128 + 90 * Math.sin(x / 3 + c) * Math.cos(y / 2);
    });
    const image = await opened(rgbDataUri(bytes, width));
    assert.deepEqual([image.width, image.height], [width, height]);
    const read = Array.from({ length: width * height }, (_, place) => {
      const rgba = image.getPixelColor(place % width, Math.floor(place / width));
      return [rgba >>> 24, (rgba >>> 16) & 255, (rgba >>> 8) & 255];
    });
    assert.deepEqual(read.flat(), [...bytes]);
  });
});

describe('filteredRow()', () => {
  const row = (...bytes: number[]): Buffer => Buffer.from(bytes);

  it('tells a steady row by differences to the left, a repeated one by those to above', () => {
    assert.deepEqual(filteredRow(row(9, 9, 9), row(0, 0, 0)), row(1, 9, 0, 0));
    assert.deepEqual(filteredRow(row(1, 90, 7), row(1, 90, 7)), row(2, 0, 0, 0));
  });
});

describe('scalePicture()', () => {
  it('has the ends and the middle of its scale exactly, white where nothing is', async () => {
    const uri = scalePicture([[-2, 0, 2, 9, null]], colourScales.signed, [-2, 2]);
    const image = await opened(uri);
    const colours = [0, 1, 2, 3, 4].map((x) => (image.getPixelColor(x, 0) >>> 8).toString(16));
    assert.deepEqual(colours, ['2166ac', 'f3f4f6', 'b35806', 'b35806', 'ffffff']);
  });
});

describe('colours', () => {
  it('runs from one end of the scale to the other and stops there', () => {
    assert.deepEqual(colourAt(colourScales.grey, -1), [0, 0, 0]);
    assert.deepEqual(colourAt(colourScales.grey, 0.5), [128, 128, 128]);
    assert.deepEqual(colourAt(colourScales.grey, 7), [255, 255, 255]);
  });

  it('writes dark on light and light on dark', () => {
    assert.equal(inkOn([255, 255, 255]), '#1f2328');
    assert.equal(inkOn([33, 102, 172]), '#ffffff');
  });
});

describe('numbers in French', () => {
  it('have a minus sign, a decimal comma, thousands apart, no tail of digits', () => {
    assert.equal(numberText(-1.5), '−1,5');
    assert.equal(numberText(92191744), '92\u00a0191\u00a0744');
    assert.equal(numberText(0.1 + 0.2), '0,3');
    assert.equal(numberText(-0.0001), '0');
  });

  it('have brackets as factors and terms when negative', () => {
    assert.equal(productText(2, -1), '2×(−1)');
    assert.equal(sumText([30, -18, 111]), '30 + (−18) + 111 = 123');
    assert.equal(listText([1, 2.5]), '[1 ; 2,5]');
  });
});

async function opened(dataUri: string): ReturnType<typeof Jimp.read> {
  const [, base64 = ''] = dataUri.split(',');
  return Jimp.read(Buffer.from(base64, 'base64'));
}

function filtersOf(rows: number[][]): (number | undefined)[] {
  const lines = rows.map((row) => Buffer.from(row));
  return lines.map((line, y) => filteredRow(line, lines[y - 1] ?? Buffer.alloc(line.length))[0]);
}
