import { impossible } from '../../errors';
import type { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { montage } from './montage';

const columns = 8;
const side = 82;

/**
 * Images with what a network says of them: its answer, how sure it is, and whether that is right.
 *
 * @param images `[count, height, width, 1]`, 0 to 1
 * @param probabilities what the network gave: `[count, classes]`
 * @param options.labels the right classes, where they are known
 * @param options.show places of the images to show. Default: the first 16
 * @throws RangeError when there is not a row of probabilities an image
 */
export function predictionGallery(
  images: Volume,
  probabilities: readonly (readonly number[])[],
  options: { labels?: ArrayLike<number>; show?: readonly number[]; title?: string } = {},
): Figure {
  const { labels, title = 'Prédictions' } = options;
  const show = options.show ?? probabilities.slice(0, 16).map((_, i) => i);
  if (
    images.shape[0] !== probabilities.length ||
    show.some((i) => probabilities[i] === undefined)
  ) {
    throw new RangeError(
      impossible(
        'montrer les prédictions',
        `il y a ${images.shape[0]} images et ${probabilities.length} lignes de probabilités`,
        'donnez une ligne par image, et dans show des numéros d’images qui existent',
      ),
    );
  }
  const rows = Math.ceil(show.length / columns);
  const board = new Board(24 + columns * (side + 20), 50 + rows * (side + 56));
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const lines = show.map((place, i) => {
    const x = 24 + (i % columns) * (side + 20);
    const y = 44 + Math.floor(i / columns) * (side + 56);
    board.picture({ x, y, width: side, height: side }, montage(images, [place], 1).source);
    const row = probabilities[place]!;
    const guess = row.indexOf(Math.max(...row));
    const label = labels?.[place];
    const isRight = label === guess;
    const mark = label === undefined ? '' : isRight ? ' ✔' : ' ✘';
    const colour = label === undefined ? softInk : isRight ? seriesColours[0] : seriesColours[1];
    const sure = `${numberText(100 * row[guess]!, 1)}\u00a0%`;
    board.words([
      { x: x + side / 2, y: y + side + 12, text: `<b>${guess}</b>${mark} ${sure}`, colour },
      ...(label === undefined || isRight
        ? []
        : [{ x: x + side / 2, y: y + side + 30, text: `vrai : ${label}`, size: 12 }]),
    ]);
    return `image ${place} : ${guess} (${sure})${label === undefined ? '' : isRight ? ', juste' : `, faux : c’est un ${label}`}`;
  });
  return board.figure({ alt: [title, ...lines].join('\n') });
}
