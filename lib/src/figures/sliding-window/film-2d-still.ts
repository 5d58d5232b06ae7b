import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { cellBox } from '../paint/grid';
import { drawPaddedCells, paddedLabels, type PaddedInput } from './padded-input';
import { resultOf, stepLines, type WindowStep } from './window-steps';

/** The static picture of a short film: each window on a small copy of the input, under it the result so far. */
export function allSteps(
  input: PaddedInput,
  kernel: number[][],
  steps: WindowStep[],
  range: [number, number],
): Board {
  const columns = Math.min(3, steps.length);
  const inputColumns = input.cells[0]?.length ?? 1;
  const cell = Math.max(14, Math.min(24, Math.floor(140 / inputColumns)));
  const width = cell * inputColumns;
  const height = cell * input.cells.length;
  const result = resultOf(steps);
  const cardWidth = width + 30 + cell * (result[0]?.length ?? 0) + 34;
  const cardHeight = height + 56;
  const kernelSide = 22;
  const top = 60 + kernel.length * kernelSide;
  const board = new Board(
    Math.max(420, 24 + columns * cardWidth),
    top + Math.ceil(steps.length / columns) * cardHeight,
  );
  board.words([{ x: 24, y: 22, text: '<b>Noyau</b>', size: 15, align: 'left' }]);
  board.numberedCells({ x: 24, y: 40, cell: kernelSide, values: kernel, scale: 'signed' });
  const size = `${kernel.length} × ${kernel[0]?.length ?? 0}`;
  board.words([
    {
      x: 24 + kernelSide * (kernel[0]?.length ?? 0) + 18,
      y: 40 + (kernelSide * kernel.length) / 2,
      text: `glisse sur l’entrée : ${steps.length} fenêtres de ${size}, ${steps.length} nombres.`,
      align: 'left',
      colour: softInk,
    },
  ]);
  for (const [i, step] of steps.entries()) {
    const x = 24 + (i % columns) * cardWidth;
    const y = top + Math.floor(i / columns) * cardHeight + 26;
    const grid = { x, y, cell, values: input.cells };
    const out = { x: x + width + 30, y: y + (height - cell * result.length) / 2, cell };
    board.words([
      {
        x,
        y: y - 13,
        text: `<b>Étape ${i + 1}</b> : ${
          stepLines(step, kernel)
            .at(-1)
            ?.replace(/<\/?b>|Somme : /g, '') ?? ''
        }`,
        size: 12,
        align: 'left',
      },
      { x: x + width + 15, y: y + height / 2, text: '→', size: 16, colour: softInk },
    ]);
    drawPaddedCells(board, grid, input);
    board.words(paddedLabels(grid, input));
    board.ruledCells({ ...out, rows: result.length, columns: result[0]?.length ?? 0 });
    const scale = range[0] < 0 ? 'signed' : 'amount';
    board.numberedCells({ ...out, values: resultOf(steps, i), range, scale });
    board.outline(cellBox(grid, step.row, step.column, kernel.length, kernel[0]?.length));
    board.outline(cellBox(out, step.outRow, step.outColumn));
  }
  return board;
}
