import {
  activationsOf,
  type ActivationsOptions,
  type LayerActivations,
} from '../../models/learned/activations';
import { readImage, type OneImage } from '../../models/learned/one-image';
import type { LayersModel } from '../../tf/models';
import type { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { sliderOver } from '../paint/controls';
import { colourScales, softInk } from '../paint/colours';
import type { Box } from '../paint/grid';
import { sharedRange } from '../paint/matrix-view';
import { numberText } from '../paint/numbers';
import { drawPhoto, type PhotoView } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { scalePicture } from '../paint/scale-picture';
import { wordsTrace, type Label } from '../paint/traces/words';
import { scientificText } from '../softmax/scientific';
import { shownImage } from './shown-image';

const imageSide = 160;
const columns = 4;
const gap = 14;

/**
 * What layers of a model make of an image: of each the maps that are most active, a slider over the layers. The maps of
 * a layer share one scale: white is 0, the darkest the largest number of that layer; where numbers are negative, blue
 * below 0 and orange above.
 *
 * `activationsOf` (`@convolab/lib/models`) gives the numbers.
 *
 * @param model of one image
 * @param image as the model is given it
 * @returns a figure whose static picture shows all the layers
 * @throws RangeError that names the layers that have maps
 *
 * @example
 * ```ts
 * const layer = tf.layers.conv2d({ name: 'a', inputShape: [2, 2, 1], filters: 3, kernelSize: 1, kernelInitializer: 'ones' });
 * const model = tf.sequential({ layers: [layer] });
 * const { alt } = activationsByLayer(model, [[8, 0], [0, 4]], { channels: 2 });
 * alt.split('\n')[1]; // => 'Couche a (2 × 2, 3 cartes), les plus actives : canal 1 (moyenne 3, de 0 à 8) ; canal 2 (moyenne 3, de 0 à 8)'
 * ```
 */
export function activationsByLayer(
  model: LayersModel,
  image: OneImage,
  options: ActivationsOptions = {},
): Figure {
  const layers = activationsOf(model, image, options);
  const shown = shownImage(readImage('', image, [null, null, null]));
  const rows = Math.ceil(Math.max(...layers.map(({ maps }) => maps.length)) / columns);
  const left = 24 + imageSide + 24;
  const side = 140;
  const board = new Board(
    left + columns * side + (columns - 1) * gap + 24,
    56 + rows * (side + 34),
  );
  board.words([{ x: 24 + imageSide / 2, y: 56, text: '<b>Image</b>', size: 14 }]);
  const views = layers.map((layer) => drawLayer(layer, { x: left, y: 68, side, across: columns }));
  for (const { box, source } of views[0]!.pictures) board.picture(box, source);
  drawPhoto(board, { x: 24, y: 68, width: imageSide, height: imageSide }, shown);
  const words = (i: number): Label[] => [title(layers[i]!, left, 20), ...views[i]!.labels];
  const traces = [board.add(wordsTrace(words(0)))];
  const names = layers.map(({ layer }, i) => `${i + 1}. ${layer}`);
  const frames = layers.map((_, i) =>
    pictureFrame(names[i]!, views[i]!.pictures, { data: [wordsTrace(words(i))], traces }),
  );
  return board.figure({
    alt: [
      'Ce que les couches du modèle font de l’image : les cartes les plus actives',
      ...layers.map(layerText),
    ].join('\n'),
    frames,
    controls: sliderOver(
      frames,
      layers.map(({ layer }) => layer),
      'Couche',
      { width: board.width },
    ),
    still: allLayers(layers, shown),
  });
}

interface LayerView {
  pictures: PhotoView[];
  labels: Label[];
}

/** Maps in rows, each under the number of its channel. */
function drawLayer(
  { maps }: LayerActivations,
  at: { x: number; y: number; side: number; across: number },
): LayerView {
  const matrices = maps.map(({ map }) => map.toNested(2));
  const range = sharedRange(matrices);
  const scale = colourScales[range[0] < 0 ? 'signed' : 'amount'];
  const places = maps.map((_, i): Box => ({
    x: at.x + (i % at.across) * (at.side + gap),
    y: at.y + Math.floor(i / at.across) * (at.side + 34),
    width: at.side,
    height: at.side,
  }));
  return {
    pictures: maps.map(({ map }, i) => {
      const [box, enlarge] = fitted(map, places[i]!);
      return { box, source: scalePicture(matrices[i]!, scale, range, enlarge), scale: enlarge };
    }),
    labels: maps.map(({ channel }, i) => {
      const { x, y } = places[i]!;
      return { x: x + at.side / 2, y: y - 12, text: `canal ${channel + 1}`, size: 12 };
    }),
  };
}

/** The largest box of the map's proportions in another, in its middle; and by how much the map is enlarged before. */
function fitted({ shape }: Volume, { x, y, width, height }: Box): [Box, number] {
  const [rows = 1, across = 1] = shape;
  const cell = Math.min(width / across, height / rows);
  const size = { width: cell * across, height: cell * rows };
  return [
    { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, ...size },
    Math.ceil(2 * cell),
  ];
}

function title({ layer, shape, maps }: LayerActivations, x: number, y: number): Label {
  const [height, width, channels] = shape;
  const which = maps.length === channels ? 'toutes' : `les ${maps.length} plus actives`;
  const text = `<b>${layer}</b> : ${channels} cartes de ${height} × ${width}, ${which}, ${rangeOf(maps)}`;
  return { x, y, text, size: 14, align: 'left' };
}

function allLayers(layers: readonly LayerActivations[], shown: Volume): Board {
  const across = 8;
  const side = 74;
  const rowsOf = ({ maps }: LayerActivations): number => Math.ceil(maps.length / across);
  const heightOf = (layer: LayerActivations): number => 40 + rowsOf(layer) * (side + 34);
  const board = new Board(
    24 + 76 + 20 + across * side + (across - 1) * gap + 24,
    20 + layers.reduce((sum, layer) => sum + heightOf(layer), 0),
  );
  let y = 20;
  const left = 24 + 76 + 20;
  drawPhoto(board, { x: 24, y: 62, width: 76, height: 76 }, shown);
  board.words([{ x: 24 + 38, y: 50, text: 'image', size: 12, colour: softInk }]);
  for (const layer of layers) {
    const { pictures, labels } = drawLayer(layer, { x: left, y: y + 42, side, across });
    for (const { box, source } of pictures) board.picture(box, source);
    board.words([title(layer, left, y + 8), ...labels]);
    y += heightOf(layer);
  }
  return board;
}

function layerText({ layer, shape, maps }: LayerActivations): string {
  const [height, width, channels] = shape;
  const each = maps.map(
    (one) =>
      `canal ${one.channel + 1} (moyenne ${scientificText(one.activity)}, ${rangeOf([one])})`,
  );
  return `Couche ${layer} (${height} × ${width}, ${channels} cartes), les plus actives : ${each.join(' ; ')}`;
}

/** « de 0 à 8 » */
function rangeOf(maps: LayerActivations['maps']): string {
  const [low, high] = sharedLimits(maps);
  return `de ${numberText(low)} à ${numberText(high)}`;
}

function sharedLimits(maps: LayerActivations['maps']): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { map } of maps) {
    for (const value of map.data) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}
