import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { cellBox } from '../paint/grid';
import { drawPaddedCells, paddedLabels, type PaddedInput } from './padded-input';
import { stepLines, type WindowStep } from './window-steps';

/** The static picture of a short film: one line a step. */
export function allSteps(
  input: PaddedInput,
  kernel: number[][],
  steps: WindowStep[],
  cell: number,
): Board {
  const small = Math.min(40, cell);
  const length = input.cells[0]?.length ?? 0;
  const top = small + 44;
  const board = new Board(
    Math.max(560, 110 + length * small + 330),
    top + 10 + steps.length * (small + 22),
  );
  board.words([{ x: 24, y: 20 + small / 2, text: '<b>Noyau</b>', size: 14, align: 'left' }]);
  board.numberedCells({ x: 110, y: 20, cell: small, values: kernel, scale: 'signed' });
  for (const [i, step] of steps.entries()) {
    const grid = { x: 110, y: top + i * (small + 22), cell: small, values: input.cells };
    const y = grid.y + small / 2;
    board.words([
      { x: 24, y, text: `<b>Étape ${i + 1}</b>`, size: 14, align: 'left' },
      {
        x: grid.x + length * small + 18,
        y,
        text: stepLines(step, kernel)[0] ?? '',
        size: 13,
        align: 'left',
        colour: softInk,
      },
    ]);
    drawPaddedCells(board, grid, input);
    board.words(paddedLabels(grid, input));
    board.outline(cellBox(grid, 0, step.column, 1, kernel[0]?.length));
  }
  return board;
}
