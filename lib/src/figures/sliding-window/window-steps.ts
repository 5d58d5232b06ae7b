import { extent, numberText, productText, sumText } from '../paint/numbers';

/** One place of the sliding window. */
export interface WindowStep {
  /** Where the window's top left cell lies in the padded input. */
  row: number;
  column: number;
  /** Which cell of the result this window gives. */
  outRow: number;
  outColumn: number;
  /** Values under the window and their products with the kernel, [kernel rows][kernel columns]. */
  values: number[][];
  products: number[][];
  sum: number;
}

/**
 * All places of a window over an input, row by row.
 *
 * @param input [height, width], the zeros of a padding included
 * @param kernel [kernelHeight, kernelWidth]
 * @param strides cells from one window to the next, [vertical, horizontal]
 */
export function windowSteps(
  input: number[][],
  kernel: number[][],
  [strideY, strideX]: readonly [number, number],
): WindowStep[] {
  const steps: WindowStep[] = [];
  const lastRow = input.length - kernel.length;
  const lastColumn = (input[0]?.length ?? 0) - (kernel[0]?.length ?? 0);
  for (let row = 0; row <= lastRow; row += strideY) {
    for (let column = 0; column <= lastColumn; column += strideX) {
      const values = kernel.map((weights, dy) =>
        weights.map((_, dx) => input[row + dy]?.[column + dx] as number),
      );
      const products = kernel.map((weights, dy) =>
        weights.map((weight, dx) => (values[dy]?.[dx] as number) * weight),
      );
      steps.push({
        row,
        column,
        outRow: row / strideY,
        outColumn: column / strideX,
        values,
        products,
        sum: products.flat().reduce((total, product) => total + product, 0),
      });
    }
  }
  return steps;
}

/** The result that the steps give, [outHeight, outWidth]. `null` where step `upTo` has not come yet. */
export function resultOf(
  steps: readonly WindowStep[],
  upTo = steps.length - 1,
): (number | null)[][] {
  const last = steps[steps.length - 1];
  const result = Array.from({ length: (last?.outRow ?? -1) + 1 }, () =>
    new Array<number | null>((last?.outColumn ?? -1) + 1).fill(null),
  );
  for (const step of steps.slice(0, upTo + 1)) {
    const row = result[step.outRow];
    if (row !== undefined) row[step.outColumn] = step.sum;
  }
  return result;
}

/** What the colours of a result span: from 0 where nothing is negative, else the same on both sides of 0. */
export function resultRange(result: number[][]): [number, number] {
  const [low, high] = extent(result);
  if (low >= 0) return [0, Math.max(high, Number.MIN_VALUE)];
  const reach = Math.max(-low, high);
  return [-reach, reach];
}

/** « 1×1 + 1×0 + 1×1 = 2 » for each row of the window, then the sum of the rows. */
export function stepLines(step: WindowStep, kernel: number[][]): string[] {
  const rowSums = step.products.map((row) => row.reduce((a, b) => a + b, 0));
  const lines = kernel.map((weights, dy) => {
    const products = weights.map((weight, dx) => productText(step.values[dy]?.[dx] ?? 0, weight));
    return `${products.join(' + ')} = ${numberText(rowSums[dy] ?? 0)}`;
  });
  return kernel.length === 1 ? lines : [...lines, `<b>Somme : ${sumText(rowSums)}</b>`];
}

/** The whole step in one line, for the text alternative. */
export function stepSentence(step: WindowStep, kernel: number[][], number: number): string {
  const products = kernel.flatMap((weights, dy) =>
    weights.map((weight, dx) => productText(step.values[dy]?.[dx] ?? 0, weight)),
  );
  const place = ` (ligne ${step.outRow + 1}, colonne ${step.outColumn + 1})`;
  const where = kernel.length === 1 ? '' : place; // along a list, the step's number is its place
  return `Étape ${number}${where} : ${products.join(' + ')} = ${numberText(step.sum)}`;
}
