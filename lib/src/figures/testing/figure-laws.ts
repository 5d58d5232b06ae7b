import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { jupyterDisplay } from '../../display';
import type { Figure } from '../figure';
import { sheetWidth } from '../paint/board';
import type { PlotlyObject } from '../plotly-object';
import type { SvgFigure } from '../svg-figure';

/** What holds for every figure: it is plotly, a picture that is not blank, and words. */
export async function assertShown(figure: Figure): Promise<void> {
  const bundle = await figure[jupyterDisplay]();
  const types = ['application/vnd.plotly.v1+json', 'image/png', 'text/plain'];
  assert.deepEqual(Object.keys(bundle), types);

  const plotly = JSON.parse(JSON.stringify(bundle['application/vnd.plotly.v1+json'])) as {
    data: PlotlyObject[];
    layout: PlotlyObject;
    frames: PlotlyObject[];
  };
  assert.ok(plotly.data.length > 0);
  assert.ok((plotly.layout['width'] as number) <= sheetWidth, 'fits a notebook');

  const picture = await Jimp.read(Buffer.from(bundle['image/png'] as string, 'base64'));
  const controls = (plotly.layout['margin'] as { b: number }).b;
  if (controls === 0) {
    const size = [plotly.layout['width'], plotly.layout['height']];
    assert.deepEqual([picture.width, picture.height], size, 'one pixel for one of the figure');
  }
  assert.ok(picture.width <= sheetWidth, 'the picture alone fits a notebook, at its natural size');
  assert.ok(coloursOf(picture.bitmap.data).size > 20, 'the picture shows something');
  assert.ok(String(bundle['text/plain']).length > 20);
}

/** Its frames change traces that exist, and its sliders name frames that exist. */
export function assertFramesFit(figure: Figure): void {
  const names = figure.frames.map((frame) => frame['name']);
  assert.equal(new Set(names).size, names.length);
  for (const frame of figure.frames) {
    const traces = frame['traces'] as number[];
    assert.equal((frame['data'] as unknown[]).length, traces.length);
    assert.ok(traces.every((index) => figure.data[index] !== undefined));
  }
  const sliders = (figure.layout['sliders'] ?? []) as { steps: { args: [string[]] }[] }[];
  const asked = sliders.flatMap((slider) => slider.steps.map((step) => step.args[0][0]));
  assert.ok(asked.every((frame) => names.includes(frame)));
}

function coloursOf(pixels: Uint8Array | Buffer): Set<number> {
  const colours = new Set<number>();
  const bytes = Buffer.from(pixels);
  for (let i = 0; i + 4 <= bytes.length; i += 4) colours.add(bytes.readUInt32BE(i));
  return colours;
}

/** What holds for every drawing: it is an SVG, a picture that is not blank, and words. */
export async function assertDrawn(figure: SvgFigure): Promise<void> {
  const bundle = await figure[jupyterDisplay]();
  assert.deepEqual(Object.keys(bundle), ['image/svg+xml', 'image/png', 'text/plain']);
  const picture = await Jimp.read(Buffer.from(bundle['image/png'] as string, 'base64'));
  assert.deepEqual([picture.width, picture.height], [figure.width, figure.height]);
  assert.ok(picture.width <= sheetWidth, 'fits a notebook');
  assert.ok(coloursOf(picture.bitmap.data).size > 20, 'the picture shows something');
  assert.ok(figure.alt.length > 20);
}
