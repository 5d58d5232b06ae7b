import { readFileSync } from 'node:fs';

import type { Drawing } from '../plotly-object';
import { svgPng } from './svg-png';

/** The little of jsdom that is used here; it ships no types of its own. */
interface Jsdom {
  JSDOM: new (
    html: string,
    options: { runScripts: 'outside-only' },
  ) => {
    readonly window: {
      eval(source: string): unknown;
      URL: { createObjectURL: () => string };
      HTMLCanvasElement: { prototype: { getContext: () => null } };
    };
  };
}

interface PlotlyInPage {
  toImage(figure: object, options: object): Promise<string>;
}

let plotlyLoaded: PlotlyInPage | undefined;
let lastRendering: Promise<unknown> = Promise.resolve();

/**
 * Draws a plotly figure without a browser: plotly.js in jsdom gives an SVG, resvg makes a PNG of it,
 * one pixel for each of the figure's. JupyterLab shows it at that size until the mouse comes to a
 * notebook opened again, and an exported page does: more pixels would burst the cell.
 *
 * jsdom measures no text and has no canvas, so the spec must not rely on them: no heat map (see
 * `stillSpec`), no annotation, no colour bar, no legend.
 */
export function renderPng(spec: Drawing): Promise<Uint8Array> {
  const rendering = lastRendering.then(() => render(spec));
  lastRendering = rendering.catch(() => undefined); // one at a time; a failure spoils no other
  return rendering;
}

async function render(spec: Drawing): Promise<Uint8Array> {
  plotlyLoaded ??= loadPlotly();
  // A copy: plotly writes its defaults into what it draws, which the live figure shares.
  const { data, layout } = structuredClone(spec);
  const { width, height } = layout;
  const svg = await plotlyLoaded.toImage(
    { data, layout, config: { staticPlot: true } },
    { format: 'svg', width, height, imageDataOnly: true },
  );
  return svgPng(svg);
}

function loadPlotly(): PlotlyInPage {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would want types
  const { JSDOM } = require('jsdom') as Jsdom;
  const { window } = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' });
  Object.assign(window, {
    requestAnimationFrame: (callback: (time: number) => void) =>
      setTimeout(() => callback(Date.now()), 0),
    cancelAnimationFrame: (handle: NodeJS.Timeout) => clearTimeout(handle),
  });
  window.URL.createObjectURL = () => ''; // plotly asks for it while loading its map library
  window.HTMLCanvasElement.prototype.getContext = () => null;
  window.eval(readFileSync(require.resolve('plotly.js-dist-min'), 'utf8'));
  return (window as unknown as { Plotly: PlotlyInPage }).Plotly;
}
