import { impossible } from '../errors';

/** A kernel written as a column times a row, as nearly as can be. */
export interface NearestProduct {
  /** As many numbers as the kernel has rows. */
  column: number[];
  /** As many numbers as the kernel has columns; the largest in size is 1 or -1, the sum not below 0. */
  row: number[];
  /** `column[y] * row[x]`: of the kernel's shape. */
  product: number[][];
  /** What the product misses: kernel less product. */
  rest: number[][];
  /** Of the sum of the kernel's squares, the part that lies in the rest: 0 for a kernel of rank 1. */
  missed: number;
}

/** Each turn shrinks what is missing by the square of a ratio of singular values. */
const turns = 200;

/**
 * The column times row that comes nearest to a kernel, by the sum of squares: the first term of its
 * singular value decomposition (Eckart and Young, 1936). Column and row are each made the best for the other,
 * in turn, until nothing moves.
 *
 * @param kernel [height, width], finite numbers, not all 0
 * @throws RangeError when it has no number but 0, or one that is not finite
 *
 * @example
 * ```ts
 * const { column, row, missed } = nearestProduct([[2, 4], [3, 6]]);
 * column.map(Math.round); // => [4, 6]
 * row; // => [0.5, 1]
 * missed; // => 0
 * ```
 */
export function nearestProduct(kernel: readonly (readonly number[])[]): NearestProduct {
  const energy = sumOfSquares(kernel.flat());
  if (!(energy > 0 && Number.isFinite(energy))) refuse(energy);
  // A row that is there: no kernel is blind to the one of its rows that weighs most.
  let row = [...kernel].sort((a, b) => sumOfSquares(b) - sumOfSquares(a))[0]!.slice();
  let column: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const weight = sumOfSquares(row);
    column = kernel.map((line) => dot(line, row) / weight);
    const scale = sumOfSquares(column);
    row = row.map(
      (_, x) => kernel.reduce((sum, line, y) => sum + line[x]! * column[y]!, 0) / scale,
    );
  }
  const sum = row.reduce((total, value) => total + value, 0);
  const largest = Math.max(...row.map(Math.abs)) * (sum < -1e-12 ? -1 : 1);
  row = row.map((value) => value / largest);
  column = column.map((value) => value * largest + 0); // no -0
  const product = column.map((c) => row.map((r) => c * r));
  const rest = kernel.map((line, y) =>
    line.map((value, x) => tidy(value - product[y]![x]!, energy)),
  );
  return { column, row, product, rest, missed: sumOfSquares(rest.flat()) / energy };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const sumOfSquares = (values: readonly number[]): number => dot(values, values);

/** What rounding leaves of a 0 is a 0. */
const tidy = (value: number, energy: number): number =>
  Math.abs(value) < 1e-12 * Math.sqrt(energy) ? 0 : value;

function refuse(energy: number): never {
  throw new RangeError(
    impossible(
      'écrire le noyau comme une colonne par une ligne',
      energy === 0 ? 'il n’a que des 0' : 'il contient un nombre qui n’est pas fini',
      'donnez un noyau de nombres finis, dont un au moins n’est pas 0',
    ),
  );
}
