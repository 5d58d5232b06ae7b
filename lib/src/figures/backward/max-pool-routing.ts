import { impossible } from '../../errors';
import { maxPool2dBackward } from '../../ops/max-pool2d';
import { cellsCovered, poolPlan, type PoolOptions, type PoolPlan } from '../../ops/pool-plan';
import { readOutputGradient } from '../../ops/output-gradient';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { matrixText, numberText } from '../paint/numbers';
import { backwardFilm, type BackwardStep } from './backward-film';

const doing = 'animer la passe arrière du max pooling';
/** Beyond so many windows a film is no longer watched. */
const mostSteps = 100;

/**
 * The way back through max pooling: the gradient of each window goes to the cell that won, whole; windows
 * that overlap add up.
 *
 * @param input what went into the pooling, [height, width]
 * @param dOutput gradient of its output, one number a window
 * @param options those of `maxPool2d`
 * @returns a film with one frame a window
 * @throws RangeError when the sizes do not go together, or there are more than 100 windows
 *
 * @example
 * ```ts
 * maxPoolRouting([[1, 5], [3, 2]], [[7]], { poolSize: 2 }).alt.split('\n')[2];
 * // => 'Gradient de l’entrée : [[0, 7], [0, 0]]'
 * ```
 */
export function maxPoolRouting(
  input: MatrixInput,
  dOutput: MatrixInput,
  options: PoolOptions,
): Figure {
  const values = toMatrix(input, "l'entrée");
  const gradient = toMatrix(dOutput, 'le gradient de la sortie');
  const plan = poolPlan([values.length, values[0]!.length], options, doing);
  const { rows, cols } = plan;
  readOutputGradient(gradient, [rows.outputSize, cols.outputSize], doing);
  const windows = rows.outputSize * cols.outputSize;
  if (windows > mostSteps) {
    throw new RangeError(
      impossible(
        doing,
        `il y aurait ${windows} fenêtres à montrer, et au plus ${mostSteps} se suivent bien`,
        'prenez une entrée plus petite ou un pas plus grand',
      ),
    );
  }
  const back = (dy: number[][]): number[][] => maxPool2dBackward(dy, values, options);
  const dInput = back(gradient);
  const steps = Array.from({ length: windows }, (_, i) => stepAt(values, gradient, plan, back, i));
  return backwardFilm(
    [
      { title: 'Gradient de la sortie', values: gradient },
      { title: 'Entrée de l’aller', values },
      { title: 'Gradient de l’entrée', values: dInput },
    ],
    steps,
    {
      prefix: 'Fenêtre',
      alt: [
        `Gradient de la sortie : ${matrixText(gradient)}`,
        `Entrée de l’aller : ${matrixText(values)}`,
        `Gradient de l’entrée : ${matrixText(dInput)}`,
      ],
    },
  );
}

function stepAt(
  values: number[][],
  gradient: number[][],
  { rows, cols }: PoolPlan,
  back: (dy: number[][]) => number[][],
  index: number,
): BackwardStep {
  const only = (keep: (place: number) => boolean, of: number[][]): number[][] =>
    of.map((line, i) => line.map((value, j) => (keep(i * line.length + j) ? value : 0)));
  const [i, j] = [Math.floor(index / cols.outputSize), index % cols.outputSize];
  const [top, bottom] = cellsCovered(rows, i);
  const [left, right] = cellsCovered(cols, j);
  // A gradient of 1 for this window alone ends where its largest cell is.
  const ones = Volume.zeros([rows.outputSize, cols.outputSize]);
  ones.data.fill(1);
  const place = back(only((at) => at === index, ones.toNested(2)))
    .flat()
    .indexOf(1);
  const width = values[0]!.length;
  const [row, column] = [Math.floor(place / width), place % width];
  const texts = values.map((line, y) =>
    line.map((value, x) =>
      y === row && x === column ? `<b>${numberText(value)} ★</b>` : numberText(value),
    ),
  );
  const passed = numberText(gradient[i]![j]!);
  return {
    framed: [
      [i, j, 1, 1],
      [top, left, bottom - top, right - left],
      [row, column, 1, 1],
    ],
    texts: [undefined, texts],
    result: back(only((at) => at <= index, gradient)),
    words:
      `<b>Fenêtre ${index + 1}</b> : le maximum ${numberText(values[row]![column]!)} ` +
      `(ligne ${row + 1}, colonne ${column + 1}) reçoit ${passed}`,
  };
}
