import { impossible, shapeText } from '../../errors';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { slidingWindow1d } from './film-1d';
import { slidingWindow2d } from './film-2d';
import { windowSteps } from './window-steps';

/** Beyond so many windows a film is no longer watched. */
const mostSteps = 100;
/** A window of more weights has no room for its products. */
const mostWeights = 49;

/**
 * The film of a convolution: the window slides, the products stand in its cells, the result fills.
 *
 * @param input [height, width] or, for the convolution of a list, [length]
 * @param kernel same rank as the input, not larger than it
 * @param options.stride cells from one window to the next, the same both ways; 1 by default
 * @returns a figure with one frame a window, a slider and a play button; its static picture shows
 *   all windows side by side when there are at most nine, else the last one
 * @throws RangeError when the kernel is larger than the input, the stride is no whole number of at
 *   least 1, or there is too much to show (more than 100 windows or 49 weights)
 *
 * @example
 * ```ts
 * slidingWindow([0, 1, 2, -1, 1, -3, 0], [1, 0, -1]);
 * slidingWindow([[1, 0], [0, 1]], [[1]], { stride: 1 });
 * ```
 */
export function slidingWindow(
  input: readonly number[] | MatrixInput,
  kernel: readonly number[] | MatrixInput,
  options: { stride?: number } = {},
): Figure {
  const { stride = 1 } = options;
  const isList = rankOf(input) === 1;
  if (isList !== (rankOf(kernel) === 1)) {
    throw refusal(
      "l'entrée et le noyau n'ont pas le même rang",
      'donnez deux listes ou deux matrices',
    );
  }
  const rows = isList ? [listOf(input)] : toMatrix(input as MatrixInput, "l'entrée");
  const weights = isList ? [listOf(kernel)] : toMatrix(kernel as MatrixInput, 'le noyau');
  checkSizes(rows, weights, stride);
  const steps = windowSteps(rows, weights, stride);
  if (steps.length > mostSteps) {
    throw refusal(
      `il y aurait ${steps.length} fenêtres à montrer, et au plus ${mostSteps} se suivent bien`,
      'prenez une entrée plus petite ou un pas plus grand',
    );
  }
  return isList ? slidingWindow1d(rows, weights, steps) : slidingWindow2d(rows, weights, steps);
}

function checkSizes(rows: number[][], weights: number[][], stride: number): void {
  const size = [rows.length, rows[0]?.length ?? 0] as const;
  const window = [weights.length, weights[0]?.length ?? 0] as const;
  if (!Number.isInteger(stride) || stride < 1) {
    throw refusal(
      `le pas vaut ${stride}, il doit être un entier d'au moins 1`,
      'donnez par exemple 1',
    );
  }
  if (window[0] > size[0] || window[1] > size[1]) {
    throw refusal(
      `le noyau fait ${shapeText(window)} mais l'entrée ${shapeText(size)}`,
      'prenez un noyau au plus aussi grand que l’entrée',
    );
  }
  if (window[0] * window[1] > mostWeights) {
    throw refusal(
      `le noyau a ${window[0] * window[1]} poids, et leurs produits ne se lisent plus`,
      `prenez un noyau d'au plus ${mostWeights} poids`,
    );
  }
}

function refusal(found: string, next: string): RangeError {
  return new RangeError(impossible('animer la fenêtre glissante', found, next));
}

function rankOf(value: readonly number[] | MatrixInput): number {
  if (value instanceof Volume) return value.rank;
  return Array.isArray(value[0]) ? 2 : 1;
}

function listOf(value: readonly number[] | MatrixInput): number[] {
  return value instanceof Volume ? Array.from(value.data) : [...(value as readonly number[])];
}
