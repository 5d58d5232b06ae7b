import type { Grid, GridPlace } from '../paint/grid';
import type { Label } from '../paint/traces/words';
import { resultOf, type WindowStep } from './window-steps';

/** Where everything stands on the sheet of a film of matrices, in pixels. */
export interface FilmPlaces {
  width: number;
  height: number;
  input: Grid;
  kernel: Grid;
  result: GridPlace;
  titles: Label[];
  /** Left end of the calculation's first line. */
  calculation: { x: number; y: number };
}

/** Input, kernel and result from left to right, centred on one height; the calculation below. */
export function filmPlaces(input: number[][], kernel: number[][], steps: WindowStep[]): FilmPlaces {
  const columns = [input, kernel, resultOf(steps)].map((matrix) => matrix[0]?.length ?? 0);
  const total = columns.reduce((sum, count) => sum + count, 0);
  const cell = Math.max(20, Math.min(54, Math.floor(640 / total), Math.floor(420 / input.length)));
  const top = 44;
  const gap = 46;
  const [inputWidth = 0, kernelWidth = 0, resultWidth = 0] = columns.map((count) => count * cell);
  const kernelX = 24 + inputWidth + gap;
  const resultX = kernelX + kernelWidth + gap;
  const middle = top + (input.length * cell) / 2;
  const centred = (rows: number): number => middle - (rows * cell) / 2;
  const title = (x: number, width: number, text: string): Label => ({
    x: x + width / 2,
    y: 22,
    text: `<b>${text}</b>`,
    size: 15,
  });
  const lines = kernel.length + 1;
  const bottom = top + input.length * cell;
  return {
    width: Math.max(560, resultX + resultWidth + 24),
    height: bottom + 20 + lines * 22 + 6,
    input: { x: 24, y: top, cell, values: input, name: 'entrée' },
    kernel: {
      x: kernelX,
      y: centred(kernel.length),
      cell,
      values: kernel,
      scale: 'signed',
      name: 'noyau',
    },
    result: { x: resultX, y: centred(resultOf(steps).length), cell },
    titles: [
      title(24, inputWidth, 'Entrée'),
      title(kernelX, kernelWidth, 'Noyau'),
      title(resultX, resultWidth, 'Résultat'),
      { x: kernelX - gap / 2, y: middle, text: '∗', size: 26 },
      { x: resultX - gap / 2, y: middle, text: '=', size: 26 },
    ],
    calculation: { x: 24, y: bottom + 30 },
  };
}
