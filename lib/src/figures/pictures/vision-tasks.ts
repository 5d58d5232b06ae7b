import type { Rectangle } from '../../images/crop';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { Board } from '../paint/board';
import { paper } from '../paint/colours';
import { buttonsFor } from '../paint/controls';
import { cellBox, type Box } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { photoView, type PhotoView } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import { toPicture, type PictureInput } from './picture-input';
import type { PlotlyObject } from '../plotly-object';

/** What was found in a picture, by whatever means. */
export interface VisionAnswers {
  /** Of the whole picture: « dahlia ». */
  label: string;
  /** Where the objects are. */
  boxes: readonly Rectangle[];
  /** What belongs to an object: [height, width] of the picture, above 0 where it does. */
  mask: MatrixInput;
}

const taskNames = ['Classification', 'Détection', 'Segmentation'] as const;

/**
 * The same picture as three tasks answer it, one button each: one label for the picture, a box for each
 * object, a class for each pixel.
 *
 * @returns a figure whose static picture shows the three side by side
 */
export function visionTasks(picture: PictureInput, answers: VisionAnswers): Figure {
  const image = toPicture(picture);
  const mask = toMatrix(answers.mask, 'le masque');
  const [height = 1, width = 1] = image.shape;
  const pixels = mask.flat().filter((value) => value > 0).length;
  const counts = [
    `une étiquette : « ${answers.label} »`,
    `${answers.boxes.length} boîte${answers.boxes.length > 1 ? 's' : ''}, 4 nombres chacune`,
    `${numberText(height * width)} pixels, une classe chacun`,
  ];
  const views = (box: Box): PhotoView[] => {
    const plain = photoView(image, box);
    return [plain, plain, photoView(masked(image, mask), box)];
  };
  const changing = (task: number, view: PhotoView, box: Box): PlotlyObject[] => [
    wordsTrace(captions(task, counts[task] ?? '', answers.label, view, box)),
    ...answers.boxes.flatMap(({ top, left, height: rows, width: columns }) => {
      const place = { x: view.box.x, y: view.box.y, cell: view.scale };
      return outlineTraces(task === 1 ? cellBox(place, top, left, rows, columns) : undefined);
    }),
  ];

  const wide = Math.min(440, Math.round((360 * width) / height));
  const box = { x: 24, y: 64, width: wide, height: Math.round((wide * height) / width) };
  const board = new Board(Math.max(440, wide + 48), box.height + 84);
  const shown = views(box);
  const [plain] = shown as [PhotoView];
  board.picture(plain.box, plain.source);
  const traces = changing(0, plain, box).map((trace) => board.add(trace));
  const frames = taskNames.map((name, task) => {
    const view = shown[task] as PhotoView;
    return pictureFrame(name, [view], { data: changing(task, view, box), traces });
  });

  const small = { width: 252, height: Math.round((252 * height) / width) };
  const still = new Board(48 + 3 * small.width + 2 * 16, small.height + 84);
  for (const [task] of taskNames.entries()) {
    const at = { x: 24 + task * (small.width + 16), y: 64, ...small };
    const view = views(at)[task] as PhotoView;
    still.picture(view.box, view.source);
    for (const trace of changing(task, view, at)) still.add(trace);
  }
  return board.figure({
    alt: [
      `La même image de ${height} × ${width} pixels, trois tâches`,
      `Classification, ${counts[0]}`,
      `Détection, ${counts[1]} : ${answers.boxes.map(boxText).join(' ; ')}`,
      `Segmentation, ${counts[2]} ; ${numberText(pixels)} pixels sont de la classe « ${answers.label} »`,
    ].join('\n'),
    frames,
    controls: buttonsFor(frames, taskNames),
    still,
  });
}

function captions(task: number, count: string, label: string, view: PhotoView, box: Box): Label[] {
  const middle = box.x + box.width / 2;
  return [
    { x: middle, y: 20, text: `<b>${taskNames[task] ?? ''}</b>`, size: 15 },
    { x: middle, y: 44, text: count, size: 12 },
    ...(task === 0
      ? [{ x: middle, y: view.box.y + 22, text: `<b>« ${label} »</b>`, size: 20, colour: paper }]
      : []),
  ];
}

/** The accent colour, #c2185b. */
const tint = [194, 24, 91];

/** The picture in grey, but for the pixels of the mask: those are tinted, and their edge is drawn. */
function masked(image: Volume, mask: number[][]): Volume {
  const [height = 1, width = 1, channels = 1] = image.shape;
  const isIn = (y: number, x: number): boolean => (mask[y]?.[x] ?? 0) > 0;
  const result = Volume.zeros([height, width, 3], 'float32');
  for (let place = 0; place < height * width; place++) {
    const [y, x] = [Math.floor(place / width), place % width];
    const pixel = Array.from(image.data.subarray(place * channels, (place + 1) * channels));
    const grey = pixel.reduce((sum, value) => sum + value, 0) / channels;
    const isEdge = isIn(y, x) && [-2, 2].some((step) => !isIn(y + step, x) || !isIn(y, x + step));
    const share = isEdge ? 1 : isIn(y, x) ? 0.45 : 0;
    const ground = isIn(y, x) ? grey : 0.6 * grey;
    result.data.set(
      tint.map((value) => share * value + (1 - share) * ground),
      3 * place,
    );
  }
  return result;
}

function boxText({ top, left, height, width }: Rectangle): string {
  return `lignes ${top} à ${top + height - 1}, colonnes ${left} à ${left + width - 1}`;
}
