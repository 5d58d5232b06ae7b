import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { colourAt, colourScales, inkOn, type Rgb } from './colours';
import { listText, numberText, productText, sumText } from './numbers';
import { pngDataUri } from './png';

describe('pngDataUri()', () => {
  it('makes a file that another reader opens, each pixel enlarged to a square', async () => {
    const pixels: Rgb[][] = [
      [
        [255, 0, 0],
        [0, 255, 0],
      ],
    ];
    const [, base64 = ''] = pngDataUri(pixels, 3).split(',');
    const image = await Jimp.read(Buffer.from(base64, 'base64'));
    assert.deepEqual([image.width, image.height], [6, 3]);
    assert.equal(image.getPixelColor(2, 2), 0xff0000ff);
    assert.equal(image.getPixelColor(3, 0), 0x00ff00ff);
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
