import { shapeText } from '../../errors';
import type { Board } from '../paint/board';
import type { GridPlace } from '../paint/grid';
import { drawMatrix, sharedRange } from '../paint/matrix-view';

/** One channel a row. */
export const rowHeight = 178;
/** Upper edge of the first row, under the titles. */
export const top = 44;
/** Left edges of the columns: the input's channels, the kernel's slices, the partial maps. */
export const columnX = { input: 70, kernel: 256, partial: 390, right: 508 };

/** A row a channel: the channel, the filter's slice, the partial map. Returns where they lie. */
export function drawChannels(
  board: Board,
  channels: number[][][],
  slices: number[][][],
  partials: number[][][],
  names: readonly string[],
): { inputs: GridPlace[]; partials: GridPlace[] } {
  const inputs: GridPlace[] = [];
  const outputs: GridPlace[] = [];
  const size = shapeText([slices[0]?.length ?? 0, slices[0]?.[0]?.length ?? 0]);
  board.words([
    { x: columnX.input + 77, y: 20, text: '<b>Canaux de l’entrée</b>' },
    { x: columnX.kernel + 52, y: 20, text: `<b>Tranches ${size}</b>` },
    { x: columnX.partial + 56, y: 20, text: '<b>Cartes partielles</b>' },
  ]);
  channels.forEach((channel, c) => {
    const y = top + c * rowHeight;
    const view = (values: number[][], name: string, box: { x: number; width: number }): GridPlace =>
      drawMatrix(
        board,
        { ...box, y, height: 154 },
        { values, name, scale: 'signed', range: sharedRange([[...values, [-1e-9]]]) },
      );
    const name = names[c] ?? String(c + 1);
    board.words([
      { x: 36, y: y + 77, text: `<b>${name}</b>`, size: 20 },
      { x: columnX.kernel - 14, y: y + 77, text: '∗', size: 20 },
      { x: columnX.partial - 13, y: y + 77, text: '=', size: 20 },
    ]);
    inputs.push(view(channel, `canal ${name}`, { x: columnX.input, width: 154 }));
    view(slices[c] as number[][], `tranche ${name}`, { x: columnX.kernel, width: 104 });
    outputs.push(
      view(partials[c] as number[][], `partielle ${name}`, { x: columnX.partial, width: 112 }),
    );
  });
  return { inputs, partials: outputs };
}

/** The sum of the partial maps, right of them. Returns where it lies. */
export function drawSum(board: Board, sum: number[][]): GridPlace {
  board.words([
    { x: columnX.right + 160, y: 20, text: '<b>Somme des cartes partielles + biais</b>' },
  ]);
  return drawMatrix(
    board,
    { x: columnX.right + 60, y: top, width: 200, height: 140 },
    { values: sum, name: 'somme', scale: 'signed', range: sharedRange([[...sum, [-1e-9]]]) },
  );
}
