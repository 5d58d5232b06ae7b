import { impossible } from '../../errors';
import { conv2dBackward } from '../../ops/conv2d';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { matrixText, numberText, productText } from '../paint/numbers';
import { backwardFilm, type BackwardStep, type Cells } from './backward-film';

/** Beyond so many cells a film is no longer watched. */
const mostSteps = 100;

/**
 * The way back through a convolution of stride 1 without padding, one cell of the input after the other:
 * which gradients of the output come to it, and by which weights.
 *
 * @param dOutput gradient of the output, [rows, columns]
 * @param kernel [kernelRows, kernelColumns]
 * @returns a film with one frame a cell of the input; its static picture shows all of the gradient and,
 *   when there are at most 16 cells, how each is calculated
 * @throws RangeError when the input would have more than 100 cells
 *
 * @example
 * ```ts
 * convBackward([[1, 2]], [[10, 1]]).alt.split('\n')[2]; // => 'Gradient de l’entrée : [[10, 21, 2]]'
 * ```
 */
export function convBackward(dOutput: MatrixInput, kernel: MatrixInput): Figure {
  const gradient = toMatrix(dOutput, 'le gradient de la sortie');
  const weights = toMatrix(kernel, 'le noyau');
  const rows = gradient.length + weights.length - 1;
  const columns = gradient[0]!.length + weights[0]!.length - 1;
  if (rows * columns > mostSteps) {
    throw new RangeError(
      impossible(
        'animer la passe arrière d’une convolution',
        `l’entrée aurait ${rows * columns} cases, et au plus ${mostSteps} se suivent bien`,
        'prenez un gradient ou un noyau plus petit',
      ),
    );
  }
  // The gradient of the input does not hang on the input's numbers.
  const input = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const { dInput } = conv2dBackward(gradient, input, weights);
  const steps = dInput.flatMap((line, row) =>
    line.map((_, column) => stepAt(gradient, weights, dInput, [row, column])),
  );
  return backwardFilm(
    [
      { title: 'Gradient de la sortie', values: gradient },
      { title: 'Noyau', values: weights },
      { title: 'Gradient de l’entrée', values: dInput },
    ],
    steps,
    {
      prefix: 'Case de l’entrée',
      alt: [
        `Gradient de la sortie : ${matrixText(gradient)}`,
        `Noyau : ${matrixText(weights)}`,
        `Gradient de l’entrée : ${matrixText(dInput)}`,
      ],
    },
  );
}

function stepAt(
  gradient: number[][],
  weights: number[][],
  dInput: number[][],
  [row, column]: [number, number],
): BackwardStep {
  // Outputs i whose window holds the cell: 0 <= row - i < weights.length.
  const [i0, i1] = touched(row, weights.length, gradient.length);
  const [j0, j1] = touched(column, weights[0]!.length, gradient[0]!.length);
  const outputs: Cells = [i0, j0, i1 - i0 + 1, j1 - j0 + 1];
  const used: Cells = [row - i1, column - j1, i1 - i0 + 1, j1 - j0 + 1];
  const products: string[] = [];
  const texts = gradient.map((line, i) =>
    line.map((value, j) => {
      if (i < i0 || i > i1 || j < j0 || j > j1) return numberText(value);
      const product = productText(value, weights[row - i]![column - j]!);
      products.push(product);
      return `<b>${product}</b>`;
    }),
  );
  const sum = `${products.join(' + ')} = ${numberText(dInput[row]![column]!)}`;
  const place = row * dInput[0]!.length + column;
  return {
    framed: [outputs, used, [row, column, 1, 1]],
    texts: [texts, undefined],
    result: dInput.map((line, y) =>
      line.map((value, x) => (y * line.length + x <= place ? value : null)),
    ),
    words: `<b>Ligne ${row + 1}, colonne ${column + 1}</b> : ${sum}`,
  };
}

/** First and last output along an axis whose window covers a place. */
function touched(place: number, window: number, outputs: number): [number, number] {
  return [Math.max(0, place - window + 1), Math.min(outputs - 1, place)];
}
