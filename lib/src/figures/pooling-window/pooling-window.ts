import { impossible, valueText } from '../../errors';
import { poolPlan, type PoolOptions, type PoolPlan } from '../../ops/pool-plan';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { sliderOver } from '../paint/controls';
import { matrixText } from '../paint/numbers';
import { filmOf } from './film';
import { poolModes, poolSteps, stepWords, type PoolMode, type PoolStep } from './pool-steps';

export type { PoolMode } from './pool-steps';

/** Options of `poolingWindow`. */
export interface PoolingWindowOptions extends PoolOptions {
  /** What is kept of a window: `'max'`, `'average'`, `'sum'`. Default: all three, to be compared. */
  modes?: readonly PoolMode[];
}

/** Beyond so many windows a film is no longer watched. */
const mostSteps = 100;
/** A larger window has no room for its numbers in one line. */
const mostCells = 16;

/**
 * The film of a pooling: the window slides, what is kept of it fills the results.
 *
 * Cells that `padding` lays around the image are drawn empty: they are no zeros, no pooling counts them.
 *
 * @param input [height, width], small enough for its numbers
 * @returns a figure with one frame a window, a slider and a play button; its static picture shows the
 *   whole results, and the calculation of each window when there are at most six
 * @throws RangeError when window, stride or padding do not fit the input, a mode has another name, or
 *   there is too much to show (more than 100 windows, or 16 cells a window)
 *
 * @example
 * ```ts
 * poolingWindow([[1, 2], [3, 4]], { poolSize: 2 });
 * poolingWindow([[1, 2, 3]], { poolSize: [1, 2], stride: 1, modes: ['max'] });
 * ```
 */
export function poolingWindow(input: MatrixInput, options: PoolingWindowOptions): Figure {
  const { modes = Object.keys(poolModes) as PoolMode[], ...pooling } = options;
  const values = toMatrix(input, "l'image");
  const plan = poolPlan([values.length, values[0]?.length ?? 0], pooling, doing);
  check(plan, modes);
  const steps = poolSteps(values, plan);
  const results = modes.map((mode) => ({ mode, values: poolModes[mode].pool(values, pooling) }));
  const { board, frames, still } = filmOf({ values, plan, steps, results });
  const labels = steps.map((_, i) => String(i + 1));
  return board.figure({
    alt: [
      `Fenêtre de ${sizeText(plan, 'windowSize')}, pas de ${sizeText(plan, 'stride')} : ${steps.length} positions.`,
      `Entrée : ${matrixText(values)}`,
      ...steps.map((step, i) => sentence(step, i, results)),
      ...results.map(({ mode, values: v }) => `${poolModes[mode].title} : ${matrixText(v)}`),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Fenêtre', { film: true, width: board.width }),
    still,
  });
}

const doing = 'animer le pooling';

function check({ rows, cols }: PoolPlan, modes: readonly PoolMode[]): void {
  const wrong = modes.find((mode) => !Object.hasOwn(poolModes, mode));
  if (wrong !== undefined || modes.length === 0) {
    const known = Object.keys(poolModes).map(valueText).join(', ');
    refuse(`modes vaut ${valueText(modes)}`, `choisissez au moins un mode parmi ${known}`);
  }
  const windows = rows.outputSize * cols.outputSize;
  if (windows > mostSteps) {
    refuse(
      `il y aurait ${windows} fenêtres à montrer, et au plus ${mostSteps} se suivent bien`,
      'prenez une image plus petite ou un pas plus grand',
    );
  }
  const cells = rows.windowSize * cols.windowSize;
  if (cells > mostCells) {
    refuse(
      `la fenêtre couvre ${cells} cases, et leurs nombres ne se lisent plus`,
      `prenez une fenêtre d'au plus ${mostCells} cases`,
    );
  }
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible(doing, found, next));
}

function sizeText({ rows, cols }: PoolPlan, what: 'windowSize' | 'stride'): string {
  return `${rows[what]} × ${cols[what]}`;
}

function sentence(
  step: PoolStep,
  index: number,
  results: readonly { mode: PoolMode; values: number[][] }[],
): string {
  const where = `ligne ${step.outRow + 1}, colonne ${step.outColumn + 1}`;
  const lines = results.map(({ mode, values }) => stepWords(mode, step, values));
  return `Fenêtre ${index + 1} (${where}) : ${lines.join(' ; ')}`;
}
