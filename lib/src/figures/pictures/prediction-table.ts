import { impossible, shapeCode } from '../../errors';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { ink, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { frameOf } from '../paint/grid';
import { drawPhoto } from '../paint/photo-view';

const right = '#0072b2';
const wrong = '#b34700';

/**
 * Images with what was predicted of each and what it is: right ones with ✓, wrong ones with ✗, in a
 * frame, and what they are.
 *
 * @param images [count, height, width, 1] (or without the last axis), 0 (black) to 1 (white)
 * @param predicted the class of each image, as it was answered
 * @param actual the class of each image, as it is
 * @param options.names of the classes, by number; by default the numbers
 * @param options.columns how many stand in a row; 10 by default
 * @param options.title by default how many are right
 */
export function predictionTable(
  images: Volume,
  predicted: readonly number[],
  actual: readonly number[],
  options: { names?: readonly string[]; columns?: number; title?: string } = {},
): Figure {
  const [count = 0, height = 1, width = 1] = images.shape;
  if (images.rank < 3 || predicted.length !== count || actual.length !== count || count === 0) {
    throw new RangeError(
      impossible(
        'dessiner le tableau des prédictions',
        `les images ont la forme ${shapeCode(images.shape)}, avec ${predicted.length} prédictions et ${actual.length} étiquettes`,
        'donnez [nombre, hauteur, largeur, 1] et autant de prédictions et d’étiquettes que d’images',
      ),
    );
  }
  const nameOf = (label: number): string => options.names?.[label] ?? String(label);
  const columns = Math.min(options.columns ?? 10, count);
  const side = Math.min(96, Math.floor((sheetWidth - 48 - 12 * (columns - 1)) / columns));
  const rows = Math.ceil(count / columns);
  const rights = predicted.filter((label, i) => label === actual[i]).length;
  const share = numberText((100 * rights) / count, 1);
  const title = options.title ?? `${rights} bonnes réponses sur ${count}, soit ${share} %`;
  const board = new Board(48 + columns * side + (columns - 1) * 12, 56 + rows * (side + 46));
  board.words([{ x: 24, y: 22, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const size = height * width;
  const lines = predicted.map((label, i) => {
    const isRight = label === actual[i];
    const x = 24 + (i % columns) * (side + 12);
    const y = 48 + Math.floor(i / columns) * (side + 46);
    const image = Volume.zeros([height, width], 'float32');
    image.data.set(images.data.subarray(i * size, (i + 1) * size).map((value) => 255 * value));
    drawPhoto(board, { x, y, width: side, height: side }, image);
    const colour = isRight ? right : wrong;
    if (!isRight) board.line(frameOf({ x, y, width: side, height: side }), wrong, 3.5);
    const text = `<b>${nameOf(label)}</b> ${isRight ? '✓' : '✗'}`;
    board.words([{ x: x + side / 2, y: y + side + 13, text, size: 14, colour }]);
    const truth = isRight ? '' : `c’était ${nameOf(actual[i] ?? 0)}`;
    board.words([
      { x: x + side / 2, y: y + side + 29, text: truth, size: 11, colour: isRight ? softInk : ink },
    ]);
    return `Image ${i + 1} : prédit ${nameOf(label)}, ${isRight ? 'juste' : `faux, c’était ${nameOf(actual[i] ?? 0)}`}`;
  });
  return board.figure({ alt: [title, ...lines].join('\n') });
}
