import { activationsOf } from '../../models/learned/activations';
import {
  shiftResponseOf,
  type ShiftResponse,
  type ShiftResponseOptions,
} from '../../models/learned/shift-response';
import type { OneImage } from '../../models/learned/one-image';
import type { LayersModel } from '../../tf/models';
import type { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { colourScales, seriesColours, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import type { Box } from '../paint/grid';
import { sharedRange } from '../paint/matrix-view';
import { numberText } from '../paint/numbers';
import { photoView, type PhotoView } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { scalePicture } from '../paint/scale-picture';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { shownImage } from './shown-image';
import { className, percent } from './words';

/** How far, which class, which layers, and how the classes are called. */
export interface ShiftResponseFigureOptions extends ShiftResponseOptions {
  /** Names of at most two layers that make maps: of each, the map most active where nothing is moved. */
  layers?: readonly [string] | readonly [string, string];
  /** Of the classes, by number; by default the numbers. */
  names?: readonly string[];
}

const side = 216;
const gap = 28;
const top = 60;
const curve: Box = { x: 84, y: 348, width: 640, height: 150 };
const most = 2;

/**
 * What becomes of an image, of the maps of two layers and of the answer when the image is moved to the left or to the
 * right: a slider over the pixels. The maps of a convolution move with the image; what a pooling leaves moves by
 * jumps. Below, the probability of the class at each shift: flat would be invariant.
 *
 * `shiftResponseOf` (`@convolab/lib/models`) gives the numbers.
 *
 * @param model of one image, with an output `[batch, classes]`
 * @param image as the model is given it
 * @throws RangeError when image, class or layers are not the model's, or `most` does not fit the image
 *
 * @example
 * ```ts
 * const model = tf.sequential({ layers: [
 *   tf.layers.conv2d({ name: 'a', inputShape: [2, 4, 1], filters: 1, kernelSize: 1, kernelInitializer: 'ones' }),
 *   tf.layers.globalAveragePooling2d({}),
 *   tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: 'zeros' }),
 * ] });
 * const { alt } = shiftResponse(model, [[0, 1, 0, 0], [0, 1, 0, 0]], { most: 1 });
 * alt.split('\n').map((line) => line.slice(0, 13)).slice(1); // => ['Décalée de −1', 'Décalée de 0 ', 'Décalée de 1 ']
 * ```
 */
export function shiftResponse(
  model: LayersModel,
  image: OneImage,
  options: ShiftResponseFigureOptions = {},
): Figure {
  const { names, layers: wanted, ...how } = options;
  const found = shiftResponseOf(model, image, how);
  const { shifts, probabilities, images } = found;
  const still = shifts.indexOf(0);
  const name = className(found.class, names);
  const maps = mapsOf(model, images, still, wanted);
  const board = new Board(792, curve.y + curve.height + 52);
  const boxes = Array.from({ length: 1 + maps.length }, (_, i): Box => ({
    ...{ x: 44 + i * (side + gap), y: top },
    ...{ width: side, height: side },
  }));
  board.words([
    { x: 24, y: 16, text: `<b>Décaler l’image : ce qui suit, ce qui ne suit pas</b>`, size: 15, align: 'left' }, // prettier-ignore
    ...['Image', ...maps.map(({ title }) => title)].map((text, i) => ({
      ...{ x: boxes[i]!.x + side / 2, y: top - 14, size: 13 },
      text: `<b>${text}</b>`,
    })),
  ]);
  const views = shifts.map((_, k): PhotoView[] => [
    photoView(shownImage(images[k]!), boxes[0]!),
    ...maps.map(({ pictures }, i) => fitted(pictures[k]!, boxes[i + 1]!)),
  ]);
  for (const { box, source } of views[still]!) board.picture(box, source);
  const axes = board.chart(curve, {
    x: { title: 'décalage vers la droite, en pixels', dtick: 2 },
    y: { title: `probabilité de « ${name} », en %`, range: [-10, 110], tickvals: [0, 50, 100] },
  });
  const heights = probabilities.map((row) => 100 * row[found.class]!);
  const line = { color: seriesColours[0], width: 2.5 };
  board.add({ type: 'scatter', mode: 'lines+markers', ...axes, line, x: shifts, y: heights, marker: { size: 5 }, hoverinfo: 'x+y' }); // prettier-ignore
  const marker = { color: seriesColours[1], size: 14, symbol: 'diamond' };
  const here = (k: number): PlotlyObject =>
    ({ type: 'scatter', mode: 'markers', ...axes, marker, x: [shifts[k]!], y: [heights[k]!], hoverinfo: 'x+y', showlegend: false }); // prettier-ignore
  const said = (k: number): Label[] => [
    {
      ...{ x: 396, y: top + side + 22, size: 14, colour: softInk },
      text: `Réponse : ${answerTo(found, k, names)}`,
    },
  ];
  const traces = [board.add(here(still)), board.add(wordsTrace(said(still)))];
  const frames = shifts.map((shift, k) =>
    pictureFrame(numberText(shift), views[k]!, { data: [here(k), wordsTrace(said(k))], traces }),
  );
  const labels = shifts.map((shift) => numberText(shift));
  return board.figure({
    alt: [
      `Réponse du modèle à l’image décalée, et probabilité de « ${name} »`,
      ...shifts.map(
        (shift, k) =>
          `Décalée de ${numberText(shift)} : ${percent(probabilities[k]![found.class]!)} (réponse : ${className(top1(probabilities[k]!), names)})`,
      ),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Décalage', { width: board.width, active: still }),
  });
}

interface ShiftedMap {
  title: string;
  /** A picture for each shift, and the proportions of the map. */
  pictures: { source: string; rows: number; columns: number }[];
}

/** Of each layer the map that is most active where nothing is moved, on one scale over all shifts. */
function mapsOf(
  model: LayersModel,
  images: readonly Volume[],
  still: number,
  wanted: readonly string[] | undefined,
): ShiftedMap[] {
  const every = { channels: Number.MAX_SAFE_INTEGER, ...(wanted ? { layers: wanted } : {}) };
  const seen = images.map((one) => activationsOf(model, one, every));
  return seen[still]!.slice(0, most).map(({ layer, shape, maps: [first] }, at) => {
    const { channel } = first!;
    const matrices = seen.map((layers) =>
      layers[at]!.maps.find((one) => one.channel === channel)!.map.toNested(2),
    );
    const range = sharedRange(matrices);
    const scale = colourScales[range[0] < 0 ? 'signed' : 'amount'];
    const [rows = 1, columns = 1] = shape;
    const enlarge = Math.ceil((2 * side) / Math.max(rows, columns));
    return {
      title: `${layer}, canal ${channel + 1}`,
      pictures: matrices.map((matrix) => ({
        source: scalePicture(matrix, scale, range, enlarge),
        rows,
        columns,
      })),
    };
  });
}

/** A map in a box, its proportions kept. */
function fitted(picture: ShiftedMap['pictures'][number], box: Box): PhotoView {
  const { source, rows, columns } = picture;
  const scale = Math.min(box.width / columns, box.height / rows);
  const [width, height] = [columns * scale, rows * scale];
  const place = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 };
  return { box: { ...place, width, height }, source, scale };
}

const top1 = (row: readonly number[]): number => row.indexOf(Math.max(...row));

function answerTo(
  { probabilities }: ShiftResponse,
  k: number,
  names: readonly string[] | undefined,
): string {
  const row = probabilities[k]!;
  return `« ${className(top1(row), names)} », ${percent(Math.max(...row))}`;
}
