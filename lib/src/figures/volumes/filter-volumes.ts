import { outputSize } from '../../shape/output-size';
import type { Padding } from '../../shape/pad-axis';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { lineTrace } from '../paint/traces/lines';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import {
  behind,
  blockLabels,
  blockTraces,
  depthOf,
  filterPaint,
  mapPaint,
  slabsOf,
  type Block,
} from './block';

const width = 820;
const sheetHeight = 330;
const floor = 236;
const tallest = 140;
/** Up to so many filters there is a slider position for each. */
const mostPositions = 16;

/**
 * A layer of convolution as volumes: the image, a filter as deep as the image, and the maps, one a
 * filter, that pile up to the output's depth. The slider counts the filters.
 *
 * @param image `[height, width, channels]`
 * @param window F: each filter is F × F × channels, and has one bias
 * @param filters K, how many there are
 * @param options.stride as `conv2d` takes it; 1 by default
 * @param options.padding as `conv2d` takes it; `'same'` by default
 * @throws RangeError when a number is out of its range or the filter does not fit
 *
 * @example
 * ```ts
 * filterVolumes([32, 32, 3], 5, 10);
 * ```
 */
export function filterVolumes(
  image: readonly [number, number, number],
  window: number,
  filters: number,
  options: { stride?: number; padding?: Padding } = {},
): Figure {
  const { stride = 1, padding = 'same' } = options;
  const layer: Layer = {
    ...{ image, window, filters },
    out: [
      outputSize(image[0], window, stride, padding),
      outputSize(image[1], window, stride, padding),
    ],
  };
  const counts = countsUpTo(filters);
  const live = new Board(width, sheetHeight);
  drawImage(live, layer, 0);
  const indices = outputTraces(layer, 1, 0).map((trace) => live.add(trace));
  const frames = counts.map((count) => ({
    name: String(count),
    data: outputTraces(layer, count, 0),
    traces: indices,
  }));
  const shown = filters === 1 ? [1] : [1, filters];
  const still = new Board(width, sheetHeight * shown.length);
  for (const [i, count] of shown.entries()) {
    drawImage(still, layer, i * sheetHeight);
    for (const trace of outputTraces(layer, count, i * sheetHeight)) still.add(trace);
  }
  return live.figure({
    alt: [
      `Image ${image.join(' × ')}, filtres ${window} × ${window} × ${image[2]}.`,
      ...shown.map((count) => outputText(layer, count)),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, counts.map(String), 'Nombre de filtres K', { width }),
    still,
  });
}

interface Layer {
  image: readonly [number, number, number];
  window: number;
  filters: number;
  /** `[height, width]` of a map. */
  out: readonly [number, number];
}

/** 1, 2, 3 … K, or powers of two and K when there are many. */
function countsUpTo(filters: number): number[] {
  if (filters <= mostPositions) return Array.from({ length: filters }, (_, i) => i + 1);
  const powers = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].filter((count) => count < filters);
  return [...powers, filters];
}

/** Pixels a cell: image and maps share one scale. */
function scaleOf({ image, out }: Layer): number {
  return tallest / Math.max(image[0], image[1], ...out);
}

function blockOf(
  layer: Layer,
  x: number,
  y: number,
  [tall, wide, channels]: readonly [number, number, number],
): Block {
  const scale = scaleOf(layer);
  return {
    ...{ x, y, width: wide * scale, height: tall * scale },
    ...{ depth: depthOf(channels), slabs: slabsOf(channels) },
  };
}

/** The part that does not change: the image, the window on it, and one filter by itself. */
function drawImage(board: Board, layer: Layer, shift: number): void {
  const { image, window } = layer;
  const scale = scaleOf(layer);
  const block = blockOf(layer, 50, floor + shift, image);
  for (const trace of blockTraces(block, mapPaint)) board.add(trace);
  const onImage = windowBlock(layer, block);
  for (const trace of blockTraces(onImage, filterPaint)) board.add(trace);
  const alone: Block = {
    ...onImage,
    ...{ x: 330, y: floor + shift - tallest / 2 + (window * scale) / 2 },
  };
  for (const trace of blockTraces(alone, filterPaint)) board.add(trace);
  const filterName = `${window}×${window}×${image[2]}`;
  board.words([
    ...blockLabels(block, image),
    ...blockLabels(alone, [window, window, image[2]], 12),
    {
      x: block.x + block.width / 2,
      y: floor + shift + 38,
      text: `Image <b>${image.join('×')}</b>`,
    },
    { x: 350, y: floor + shift + 38, text: `Un filtre <b>${filterName}</b>` },
    { x: 272, y: floor + shift - tallest / 2, text: '⋆', size: 34, colour: softInk },
    { x: 442, y: floor + shift - tallest / 2, text: '→', size: 24, colour: softInk },
  ]);
}

/** The window at the upper edge of the image, through all its channels. */
function windowBlock(layer: Layer, block: Block): Block {
  const side = layer.window * scaleOf(layer);
  return {
    ...block,
    x: block.x + side,
    y: block.y - block.height + side,
    width: side,
    height: side,
  };
}

function outputTraces(layer: Layer, count: number, shift: number): PlotlyObject[] {
  const { filters, out } = layer;
  const all = blockOf(layer, 500, floor + shift, [...out, filters]);
  const drawn = Math.max(1, Math.round((count / filters) * all.slabs));
  const shown: Block = { ...all, depth: (all.depth * drawn) / all.slabs, slabs: drawn };
  const last = [drawn - 1, drawn] as const;
  const [top, side] = blockTraces(shown, filterPaint, last) as [PlotlyObject, PlotlyObject];
  const sizes = blockLabels(shown, [...out, count]);
  return [
    ...blockTraces(shown, mapPaint),
    // The newest map is the last one: its edges in pink.
    top,
    side,
    {
      ...lineTrace(outlineOf(all), softInk, 1),
      line: { color: softInk, width: 1, dash: 'dot' },
    },
    wordsTrace([...sizes, ...summary(layer, count, shift)]),
  ];
}

/** The outline of the finished stack, so that one sees what is still to come. */
function outlineOf({ x, y, width: wide, height, depth }: Block): (readonly [number, number])[] {
  return [
    [x, y - height],
    behind([x, y - height], depth),
    behind([x + wide, y - height], depth),
    behind([x + wide, y], depth),
    [x + wide, y],
  ];
}

function summary(layer: Layer, count: number, shift: number): Label[] {
  const { image, window, out } = layer;
  const perFilter = window * window * image[2] + 1;
  const shape = [...out, count].join('×');
  return [
    { x: 500, y: floor + shift + 38, text: `Sortie <b>${shape}</b>`, align: 'left' },
    {
      x: 24,
      y: floor + shift + 72,
      text: `${count} × (${window}×${window}×${image[2]} + 1) = <b>${count * perFilter} paramètres</b>`,
      align: 'left',
      colour: softInk,
    },
  ];
}

function outputText(layer: Layer, count: number): string {
  const { image, window, out } = layer;
  const params = count * (window * window * image[2] + 1);
  const maps = count === 1 ? '1 filtre, 1 carte' : `${count} filtres, ${count} cartes`;
  return `${maps} : sortie ${[...out, count].join(' × ')}, ${params} paramètres`;
}
