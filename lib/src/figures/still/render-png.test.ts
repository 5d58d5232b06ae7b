import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { Board } from '../paint/board';
import { renderPng } from './render-png';
import { stillSpec } from './still-spec';

describe('renderPng()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('draws one pixel for each of the figure’s, without the room for controls', async () => {
    const board = new Board(300, 120);
    board.cells({ x: 20, y: 20, cell: 40, values: [[0, 1]], scale: 'grey' });
    const figure = board.figure({ alt: 'deux cases', frames: [], controls: { sliders: [] } });
    const image = await Jimp.read(Buffer.from(await renderPng(stillSpec(figure))));
    assert.deepEqual([image.width, image.height], [300, 120]);
    assert.equal(image.getPixelColor(40, 40), 0x000000ff, 'the cell of 0');
    assert.equal(image.getPixelColor(150, 100), 0xffffffff, 'beside the cells');
  });

  it('changes nothing of what it draws', async () => {
    const drawing = {
      data: [{ type: 'bar', x: [1, 2], y: [3, 4] }],
      layout: { width: 300, height: 120, xaxis: {}, yaxis: {} },
    };
    const before = structuredClone(drawing);
    await renderPng(drawing);
    assert.deepEqual(drawing, before);
  });
});
