import { impossible, shapeText, valueText } from '../errors';
import type { Pair } from '../shape/axes';
import { type AxisPadding, padAxis } from '../shape/pad-axis';
import { checkOptions } from './check-options';
import { imageAxes } from './image-axes';
import { type Padding2d, splitPadding2d } from './read-conv-options';

/** Options of the poolings with a window. */
export interface PoolOptions<
  Z extends Pair = Pair,
  S extends Pair = Pair,
  P extends Padding2d = Padding2d,
> {
  /** Height and width of the window: one number, or `[vertical, horizontal]`. */
  poolSize: Z;
  /** Step of the window: one number, or `[vertical, horizontal]`. Default: `poolSize`. */
  stride?: S;
  /**
   * What is laid around the image: `'valid'` nothing, `'same'` as much as makes the output
   * `ceil(size / stride)` long, a number that many cells on each side, `[vertical, horizontal]`, or
   * `{ top, bottom, left, right }`. Never part of the result: the largest, the mean and the sum are
   * those of the cells inside. Default `'valid'`.
   */
  padding?: P;
}

/** The windows along one axis. */
export interface PoolAxis {
  /** Length of the image along it. */
  inputSize: number;
  windowSize: number;
  stride: number;
  /** Padding before the first cell. */
  before: number;
  /** How many windows there are. */
  outputSize: number;
}

/** Where the windows of a pooling lie. */
export interface PoolPlan {
  batch: number;
  channels: number;
  rows: PoolAxis;
  cols: PoolAxis;
  /** The output's, of the input's rank. */
  outputShape: number[];
}

/**
 * Reads and checks what a pooling was asked for.
 *
 * @param shape the input's: `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @param doing how an error begins
 * @throws RangeError when rank, poolSize, stride or padding do not fit
 */
export function poolPlan(shape: readonly number[], options: PoolOptions, doing: string): PoolPlan {
  checkOptions(options, ['poolSize', 'stride', 'padding'], doing);
  const [batch, height, width, channels] = imageAxes(shape, doing);
  const { poolSize, stride = poolSize, padding = 'valid' } = options;
  const [windowHeight, windowWidth] = readPair(
    poolSize,
    'la fenêtre (poolSize)',
    'poolSize',
    doing,
  );
  const [strideY, strideX] = readPair(stride, 'le pas (stride)', 'stride', doing);
  checkWindow(windowHeight, poolSize, doing);
  checkWindow(windowWidth, poolSize, doing);

  const [vertical, horizontal] = splitPadding2d(padding, doing);

  const axis = (
    inputSize: number,
    windowSize: number,
    step: number,
    cells: AxisPadding,
  ): PoolAxis & Padded => {
    const padded = padAxis(inputSize, windowSize, step, cells, doing);
    return { inputSize, windowSize, stride: step, ...padded };
  };
  const rows = axis(height, windowHeight, strideY, vertical);
  const cols = axis(width, windowWidth, strideX, horizontal);
  checkFits(rows, cols, doing);
  checkReaches(rows, doing);
  checkReaches(cols, doing);

  const outputShape = {
    2: [rows.outputSize, cols.outputSize],
    3: [rows.outputSize, cols.outputSize, channels],
    4: [batch, rows.outputSize, cols.outputSize, channels],
  }[shape.length]!;
  return { batch, channels, rows, cols, outputShape };
}

/** The cells of the image, first included and last excluded, that a window covers on one axis. */
export function cellsCovered(axis: PoolAxis, place: number): [number, number] {
  const start = place * axis.stride - axis.before;
  return [Math.max(start, 0), Math.min(start + axis.windowSize, axis.inputSize)];
}

/** Of `padAxis`: what the checks below ask for. */
interface Padded {
  paddedSize: number;
}

function readPair(value: unknown, what: string, option: string, doing: string): [number, number] {
  if (typeof value === 'number') return [value, value];
  if (Array.isArray(value) && value.length === 2) return value as [number, number];
  throw new RangeError(
    impossible(
      doing,
      `${what} est ${valueText(value)} mais il faut un entier ou une paire [vertical, horizontal]`,
      `donnez par exemple ${option}: 2 ou ${option}: [2, 3]`,
    ),
  );
}

function checkWindow(size: number, given: unknown, doing: string): void {
  if (Number.isInteger(size) && size >= 1) return;
  throw new RangeError(
    impossible(
      doing,
      `la fenêtre (poolSize) est ${valueText(given)} mais ses côtés doivent être des entiers d'au moins 1`,
      'donnez par exemple poolSize: 2',
    ),
  );
}

function checkFits(rows: PoolAxis & Padded, cols: PoolAxis & Padded, doing: string): void {
  if (rows.outputSize >= 1 && cols.outputSize >= 1) return;
  const padded = shapeText([rows.paddedSize, cols.paddedSize]);
  throw new RangeError(
    impossible(
      doing,
      `la fenêtre fait ${shapeText([rows.windowSize, cols.windowSize])} mais l'image, remplissage compris, fait ${padded}`,
      `utilisez padding: 'same' ou une fenêtre d'au plus ${padded}`,
    ),
  );
}

/** A window that lies in the padding alone has no largest cell, and no mean. */
function checkReaches(axis: PoolAxis & Padded, doing: string): void {
  const [, firstEnd] = cellsCovered(axis, 0);
  const [lastStart] = cellsCovered(axis, axis.outputSize - 1);
  if (firstEnd > 0 && lastStart < axis.inputSize) return;
  throw new RangeError(
    impossible(
      doing,
      `le remplissage (padding) est si large qu'une fenêtre de ${axis.windowSize} y tombe tout entière`,
      'donnez de chaque côté un remplissage plus petit que la fenêtre',
    ),
  );
}
