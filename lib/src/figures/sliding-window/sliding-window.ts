import { impossible, shapeText } from '../../errors';
import {
  readPair,
  splitPadding1d,
  splitPadding2d,
  type Padding1d,
  type Padding2d,
} from '../../ops/read-conv-options';
import type { Pair } from '../../shape/axes';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { axisPlacement } from '../paint/axis-placement';
import { padInput, type Zeros } from './padded-input';
import { slidingWindow1d } from './film-1d';
import { slidingWindow2d } from './film-2d';
import { windowSteps } from './window-steps';

const doing = 'animer la fenêtre glissante';
/** Beyond so many windows a film is no longer watched. */
const mostSteps = 100;
/** A window of more weights has no room for its products. */
const mostWeights = 49;

/**
 * The film of a convolution: the window slides, the products stand in its cells, the result fills.
 * Zeros of a padding lie in white cells, outside a line round the input.
 *
 * @param input [height, width] or, for the convolution of a list, [length]
 * @param kernel same rank as the input, not larger than it
 * @param options.stride cells from one window to the next: one number or, of a matrix,
 *   `[vertical, horizontal]`; 1 by default
 * @param options.padding zeros around the input, as `conv2d` (of a list: `conv1d`) takes them; none
 *   by default
 * @returns a figure with one frame a window, a slider and a play button; its static picture shows
 *   all windows side by side when there are at most nine, else the last one
 * @throws RangeError when the kernel is larger than the padded input, stride or padding are none, or
 *   there is too much to show (more than 100 windows or 49 weights)
 *
 * @example
 * ```ts
 * slidingWindow([0, 1, 2, -1, 1, -3, 0], [1, 0, -1], { stride: 2 });
 * slidingWindow([[1, 0], [0, 1]], [[1, 2, 3]], { padding: 'same' });
 * ```
 */
export function slidingWindow(
  input: readonly number[] | MatrixInput,
  kernel: readonly number[] | MatrixInput,
  options: { stride?: Pair; padding?: Padding1d | Padding2d } = {},
): Figure {
  const { stride = 1, padding = 'valid' } = options;
  const isList = rankOf(input) === 1;
  if (isList !== (rankOf(kernel) === 1)) {
    throw refusal(
      "l'entrée et le noyau n'ont pas le même rang",
      'donnez deux listes ou deux matrices',
    );
  }
  const rows = isList ? [listOf(input)] : toMatrix(input as MatrixInput, "l'entrée");
  const weights = isList ? [listOf(kernel)] : toMatrix(kernel as MatrixInput, 'le noyau');
  const strides = readPair(stride, 'stride', doing);
  const padded = padInput(rows, zerosAround(rows, weights, strides, padding, isList));
  const steps = windowSteps(padded.cells, weights, strides);
  checkRoom(padded.cells, weights, steps.length);
  return isList ? slidingWindow1d(padded, weights, steps) : slidingWindow2d(padded, weights, steps);
}

/** The zeros that a padding lays around an input; a list has them at its ends only. */
function zerosAround(
  rows: number[][],
  weights: number[][],
  [strideY, strideX]: [number, number],
  padding: Padding1d | Padding2d,
  isList: boolean,
): Zeros {
  const [ends, sides] = isList
    ? (['valid', splitPadding1d(padding, doing)] as const)
    : splitPadding2d(padding, doing);
  const along = (axis: number[] | number[][], window: number[] | number[][]) =>
    [axis.length, window.length] as const;
  const vertical = axisPlacement(...along(rows, weights), strideY, ends, doing);
  const horizontal = axisPlacement(
    ...along(rows[0] ?? [], weights[0] ?? []),
    strideX,
    sides,
    doing,
  );
  return {
    ...{ top: vertical.before, bottom: vertical.after },
    ...{ left: horizontal.before, right: horizontal.after },
  };
}

function checkRoom(cells: number[][], weights: number[][], steps: number): void {
  const size = [cells.length, cells[0]?.length ?? 0] as const;
  const window = [weights.length, weights[0]?.length ?? 0] as const;
  if (steps === 0) {
    throw refusal(
      `le noyau fait ${shapeText(window)} mais l'entrée, remplissage compris, ${shapeText(size)}`,
      'prenez un noyau au plus aussi grand que l’entrée',
    );
  }
  if (window[0] * window[1] > mostWeights) {
    throw refusal(
      `le noyau a ${window[0] * window[1]} poids, et leurs produits ne se lisent plus`,
      `prenez un noyau d'au plus ${mostWeights} poids`,
    );
  }
  if (steps > mostSteps) {
    throw refusal(
      `il y aurait ${steps} fenêtres à montrer, et au plus ${mostSteps} se suivent bien`,
      'prenez une entrée plus petite ou un pas plus grand',
    );
  }
}

function refusal(found: string, next: string): RangeError {
  return new RangeError(impossible(doing, found, next));
}

function rankOf(value: readonly number[] | MatrixInput): number {
  if (value instanceof Volume) return value.rank;
  return Array.isArray(value[0]) ? 2 : 1;
}

function listOf(value: readonly number[] | MatrixInput): number[] {
  return value instanceof Volume ? Array.from(value.data) : [...(value as readonly number[])];
}
