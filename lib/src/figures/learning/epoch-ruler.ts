import { impossible, valueText } from '../../errors';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';

const width = 700;
/** More steps than this cannot be told apart: a part of the ruler is left out. */
const mostDrawn = 28;

/**
 * One epoch as a ruler: the training images in a row, cut into mini-batches, a step of the optimiser for
 * each; the last batch is smaller where the images do not go up evenly.
 *
 * @param images how many there are to learn from
 * @param batchSize how many a step learns from
 * @throws RangeError unless both are whole numbers of at least 1
 *
 * @example
 * ```ts
 * epochRuler(10, 4).alt; // => '10 images, lots de 4 : 3 pas par époque (4 + 4 + 2)'
 * ```
 */
export function epochRuler(images: number, batchSize: number): Figure {
  for (const [name, value] of Object.entries({ images, batchSize })) {
    if (Number.isInteger(value) && value >= 1) continue;
    throw new RangeError(
      impossible(
        'dessiner la règle des pas',
        `${name} vaut ${valueText(value)} mais il faut un entier d'au moins 1`,
        'donnez par exemple epochRuler(5000, 64)',
      ),
    );
  }
  const steps = Math.ceil(images / batchSize);
  const last = images - (steps - 1) * batchSize;
  const drawn = steps <= mostDrawn ? steps : mostDrawn;
  const board = new Board(760, 150);
  const summary = `${numberText(images)} images, lots de ${numberText(batchSize)} : <b>${numberText(steps)} pas</b> par époque`;
  board.words([{ x: 24, y: 20, text: summary, size: 15, align: 'left' }]);
  // The last batch is drawn to scale, but never so thin that it vanishes.
  const share = Math.max(0.15, last / batchSize);
  const cell = width / (drawn - 1 + share);
  for (let i = 0; i < drawn; i++) {
    const isLast = i === drawn - 1;
    const gap = steps > drawn && i === drawn - 2;
    const [x, size] = [30 + i * cell, cell * (isLast ? share : 1) - 2];
    const number = isLast ? steps : i + 1;
    if (gap) {
      board.words([{ x: x + size / 2, y: 74, text: '…', size: 20 }]);
      continue;
    }
    const colour =
      isLast && last < batchSize ? seriesColours[1] : i % 2 ? '#8bbbe0' : seriesColours[0];
    board.polygon(
      [
        [x, 52],
        [x + size, 52],
        [x + size, 96],
        [x, 96],
      ],
      colour,
    );
    if (cell < 18 && !isLast && i % 5 !== 0) continue;
    board.words([{ x: x + size / 2, y: 110, text: numberText(number), size: 11 }]);
  }
  const note =
    last < batchSize
      ? `pas 1 à ${numberText(steps - 1)} : ${batchSize} images ; pas ${numberText(steps)} (orange) : les ${last} qui restent`
      : `tous les lots ont ${batchSize} images`;
  board.words([{ x: 30, y: 134, text: note, size: 12, colour: softInk, align: 'left' }]);
  return board.figure({ alt: inWords(images, batchSize, steps, last) });
}

function inWords(images: number, batchSize: number, steps: number, last: number): string {
  const head = `${images} images, lots de ${batchSize} : ${steps} pas par époque`;
  if (steps > 6) return `${head}, le dernier sur ${last} images`;
  const sizes = Array.from({ length: steps }, (_, i) => (i === steps - 1 ? last : batchSize));
  return `${head} (${sizes.join(' + ')})`;
}
