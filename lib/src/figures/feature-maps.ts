import { conv2d } from '../ops/conv2d';
import type { Figure } from './figure';
import { mapText } from './heatmap-grid';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board, sheetWidth } from './paint/board';
import { softInk, type ScaleName } from './paint/colours';
import { drawMatrix, drawScaleBar, rangeText, sharedRange, signedRange } from './paint/matrix-view';
import { matrixText } from './paint/numbers';

/**
 * A bank of filters at work: the input, each kernel with its weights, and the map it gives.
 *
 * The maps are computed here (stride 1, no padding) and share one scale: orange above zero, blue
 * below, nearly white at zero.
 *
 * @param input [height, width], any range
 * @param kernels name and matrix, at most as large as the input
 *
 * @example
 * ```ts
 * featureMaps([[0, 0], [9, 9]], { haut: [[-1], [1]] });
 * ```
 */
export function featureMaps(input: MatrixInput, kernels: Record<string, MatrixInput>): Figure {
  const image = toMatrix(input, "l'entrée");
  const bank = Object.entries(kernels).map(([name, kernel]) => {
    const weights = toMatrix(kernel, name);
    return { name, weights, map: conv2d(image, weights) };
  });
  const range = signedRange(bank.map(({ map }) => map));
  const isCut = bank.some(({ map }) => sharedRange([map])[1] > range[1]);
  const columns = bank.length + 1;
  const side = Math.min(210, Math.floor((sheetWidth - 48 - 14 * (columns - 1)) / columns));
  const mapHeight = Math.ceil(side * Math.min(1.2, image.length / (image[0]?.length ?? 1)));
  const kernelHeight = Math.min(96, side * 0.7);
  const mapTop = 52 + kernelHeight + 18;
  const board = new Board(48 + columns * side + (columns - 1) * 14, mapTop + mapHeight + 80);

  const grey: ScaleName = 'grey';
  const inputBox = { x: 24, y: mapTop, width: side, height: mapHeight };
  const greyRange = sharedRange([image]);
  board.words([
    { x: 24 + side / 2, y: mapTop - 16, text: '<b>Entrée</b>' },
    caption(24, rangeText(image)),
  ]);
  drawMatrix(board, inputBox, { values: image, scale: grey, range: greyRange, name: 'entrée' });
  for (const [i, { name, weights, map }] of bank.entries()) {
    const x = 24 + (i + 1) * (side + 14);
    const kernelBox = { x, y: 42, width: side, height: kernelHeight };
    const weightRange = sharedRange([weights.map((row) => [...row, -1])]);
    board.words([
      {
        x: x + side / 2,
        y: 22,
        text: `<b>${name}</b>`,
        size: Math.min(14, (side * 1.5) / name.length),
      },
      caption(x, rangeText(map)),
    ]);
    drawMatrix(board, kernelBox, { values: weights, scale: 'signed', range: weightRange, name });
    const mapBox = { x, y: mapTop, width: side, height: mapHeight };
    drawMatrix(board, mapBox, { values: map, scale: 'signed', range, name: `carte « ${name} »` });
  }
  drawScaleBar(board, { x: board.width / 2 - 100, y: board.height - 42 }, 'signed', range, isCut);

  function caption(
    x: number,
    text: string,
  ): { x: number; y: number; text: string; size: number; colour: string } {
    return { x: x + side / 2, y: mapTop + mapHeight + 14, text, size: 12, colour: softInk };
  }
  return board.figure({
    alt: [
      mapText('Entrée', image),
      ...bank.flatMap(({ name, weights, map }) => [
        `Noyau « ${name} » : ${matrixText(weights)}`,
        mapText(`Carte « ${name} »`, map),
      ]),
    ].join('\n'),
  });
}
