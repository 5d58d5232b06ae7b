import { conv2d } from '../ops/conv2d';
import type { Figure } from './figure';
import { mapText } from './heatmap-grid';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board } from './paint/board';
import { softInk } from './paint/colours';
import { drawMatrix, sharedRange } from './paint/matrix-view';
import { extent, matrixText, numberText } from './paint/numbers';

/** How a result that leaves 0 to 255 is made visible. */
export type ResultView = 'clip' | 'abs' | 'signed';

const viewText: Record<ResultView, string> = {
  clip: 'affichée bornée entre 0 et la valeur maximale des pixels',
  abs: 'affichée en valeur absolue : noir = 0, clair = forte réponse',
  signed: 'affichée en couleurs : bleu < 0, orange > 0',
};

/**
 * A grey photo, a kernel with its weights, and what the convolution makes of the photo.
 *
 * @param image [height, width], grey levels, 0 to 255 or 0 to 1
 * @param kernel [kernelHeight, kernelWidth], at most as large as the image
 * @param options.title what the kernel does: « Détection des contours »
 * @param options.show `abs` shows sizes of responses, `clip` cuts them to the range of pixels,
 *   `signed` colours them by sign; by default `abs` for weights that sum to 0, else `clip`
 * @returns a figure; the result has no padding, so it is a little smaller than the photo
 *
 * @example
 * ```ts
 * kernelOnImage([[0, 0, 9], [0, 0, 9]], [[-1, 1]], { title: 'Bord vertical' });
 * ```
 */
export function kernelOnImage(
  image: MatrixInput,
  kernel: MatrixInput,
  options: { title?: string; show?: ResultView } = {},
): Figure {
  const before = toMatrix(image, "l'image (en gris)");
  const weights = toMatrix(kernel, 'le noyau');
  const after = conv2d(before, weights);
  const sum = weights.flat().reduce((total, weight) => total + weight, 0);
  const show = options.show ?? (Math.abs(sum) < 1e-9 ? 'abs' : 'clip');
  const white = extent(before)[1] > 1 ? 255 : 1;
  const shown = show === 'abs' ? after.map((row) => row.map(Math.abs)) : after;

  const side = 290;
  const height = Math.ceil(side * Math.min(1.3, before.length / (before[0]?.length ?? 1)));
  const board = new Board(24 + side + 36 + 112 + 36 + side + 24, height + 108);
  const kernelX = 24 + side + 36;
  const resultX = kernelX + 112 + 36;
  const middle = 62 + height / 2;
  board.words([
    {
      x: 24,
      y: 18,
      text: `<b>${options.title ?? 'Un noyau appliqué à une image'}</b>`,
      size: 15,
      align: 'left',
    },
    { x: 24 + side / 2, y: 46, text: 'Image' },
    { x: kernelX + 56, y: middle - 74, text: 'Noyau' },
    { x: resultX + side / 2, y: 46, text: 'Carte de caractéristiques' },
    { x: kernelX - 18, y: middle, text: '∗', size: 24 },
    { x: resultX - 18, y: middle, text: '=', size: 24 },
    {
      x: kernelX + 56,
      y: middle + 74,
      text: `somme : ${numberText(sum)}`,
      size: 12,
      colour: softInk,
    },
    {
      x: board.width - 24,
      y: height + 82,
      text: caption(after, show),
      size: 12,
      colour: softInk,
      align: 'right',
    },
  ]);
  const photo = { values: before, scale: 'grey', range: [0, white], name: 'image' } as const;
  drawMatrix(board, { x: 24, y: 62, width: side, height }, { ...photo, range: [0, white] });
  drawMatrix(
    board,
    { x: kernelX, y: middle - 56, width: 112, height: 112 },
    { values: weights, scale: 'signed', range: sharedRange([[...weights, [-1]]]), name: 'noyau' },
  );
  drawMatrix(
    board,
    { x: resultX, y: 62, width: side, height },
    show === 'signed'
      ? { values: after, scale: 'signed', range: sharedRange([after]), name: 'résultat' }
      : { values: shown, scale: 'grey', range: [0, white], name: 'résultat' },
  );
  return board.figure({
    alt: [
      options.title ?? 'Un noyau appliqué à une image',
      mapText('Image', before),
      `Noyau : ${matrixText(weights)}, somme des poids ${numberText(sum)}`,
      `${mapText('Carte', after)}, ${viewText[show]}`,
    ].join('\n'),
  });
}

function caption(after: number[][], show: ResultView): string {
  const [low, high] = extent(after);
  return `Carte : de ${numberText(low)} à ${numberText(high)}, ${viewText[show]}`;
}
