import { impossible } from '../../errors';
import { resize } from '../../images/resize';
import type { Figure } from '../figure';
import { middleSquare } from './middle-square';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { numberText } from '../paint/numbers';
import { drawPhoto, photoView } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { wordsTrace, type Label } from '../paint/traces/words';
import { toPicture, type PictureInput } from './picture-input';

/**
 * The same picture with fewer and more pixels, always drawn as large: a slider over the resolution.
 *
 * @param picture grey or in colours; its middle square is shown
 * @param sides pixels a side, each at least 1; by default 8, 16, 32, 64, 128
 * @returns a figure whose static picture shows all resolutions side by side
 *
 * @example
 * ```ts
 * resolutionSlider([[0, 255], [255, 0]], [1, 2]);
 * ```
 */
export function resolutionSlider(
  picture: PictureInput,
  sides: readonly number[] = [8, 16, 32, 64, 128],
): Figure {
  const image = toPicture(picture);
  if (sides.length === 0) {
    throw new RangeError(
      impossible(
        'dessiner les résolutions',
        'la liste des côtés est vide',
        'donnez par exemple [8, 32]',
      ),
    );
  }
  const square = middleSquare(image);
  const shots = sides.map((side) => ({ side, image: resize(square, side, side) }));
  const box = { x: 24, y: 44, width: 400, height: 400 };
  const board = new Board(448, 464);
  const views = shots.map((shot) => photoView(shot.image, box));
  const first = views[0];
  if (first !== undefined) board.picture(first.box, first.source);
  const caption = (side: number): Label[] => [
    {
      x: 24,
      y: 22,
      text: `<b>${side} × ${side}</b> = ${numberText(side * side)} pixels`,
      align: 'left',
    },
  ];
  const index = board.add(wordsTrace(caption(sides[0] ?? 1)));
  const labels = sides.map((side) => `${side} × ${side}`);
  const frames = views.map((view, i) =>
    pictureFrame(labels[i] ?? '', [view], {
      data: [wordsTrace(caption(sides[i] ?? 1))],
      traces: [index],
    }),
  );
  return board.figure({
    alt: [
      'La même image, de plus en plus détaillée',
      ...sides.map((side) => `${side} × ${side} = ${numberText(side * side)} pixels`),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Pixels', { width: board.width }),
    still: sideBySide(shots),
  });
}

function sideBySide(
  shots: readonly { side: number; image: Parameters<typeof drawPhoto>[2] }[],
): Board {
  const columns = Math.min(5, shots.length);
  const size = Math.min(240, Math.floor((sheetWidth - 48 - 12 * (columns - 1)) / columns));
  const rows = Math.ceil(shots.length / columns);
  const board = new Board(48 + columns * size + (columns - 1) * 12, 16 + rows * (size + 36));
  for (const [i, { side, image }] of shots.entries()) {
    const x = 24 + (i % columns) * (size + 12);
    const y = 16 + Math.floor(i / columns) * (size + 36);
    drawPhoto(board, { x, y, width: size, height: size }, image);
    const text = `${side} × ${side}`;
    board.words([{ x: x + size / 2, y: y + size + 16, text, size: 13, colour: softInk }]);
  }
  return board;
}
