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
import { softInk } from '../paint/colours';
import { drawPhoto } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { wordsTrace, type Label } from '../paint/traces/words';
import { gap, layerTitle, lineHeight, mapRows, rangeOf, shortText } from './map-rows';
import { shownImage } from './shown-image';

const imageSide = 160;
const columns = 4;

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
  const most = Math.max(...layers.map(({ maps }) => maps.length));
  const rows = Math.ceil(most / columns);
  const left = 24 + imageSide + 24;
  const side = 140;
  const board = new Board(
    left + columns * side + (columns - 1) * gap + 24,
    56 + rows * (side + lineHeight),
  );
  board.words([{ x: 24 + imageSide / 2, y: 56, text: '<b>Image</b>', size: 14 }]);
  const views = layers.map((layer) =>
    mapRows(layer, { x: left, y: 68, side, across: columns }, most),
  );
  for (const { box, source } of views[0]!.pictures) board.picture(box, source);
  const imageHeight = heightOf(shown, imageSide);
  drawPhoto(board, { x: 24, y: 68, width: imageSide, height: imageHeight }, shown);
  const words = (i: number): Label[] => [
    layerTitle(layers[i]!, left, 20),
    ...views[i]!.labels,
    ...views[i]!.legend.map((text, line) => ({
      ...{ x: 24 + imageSide / 2, y: 68 + imageHeight + 22 + 18 * line, text },
      ...{ size: 12, colour: softInk },
    })),
  ];
  const traces = [board.add(wordsTrace(words(0)))];
  const names = layers.map(({ layer }, i) => `${i + 1}. ${layer}`);
  // Longer names would be cut at the slider's ends; the title says them anyway.
  const isShort = layers.every(({ layer }) => layer.length <= 10);
  const labels = layers.map(({ layer }, i) => (isShort ? layer : String(i + 1)));
  const frames = layers.map((_, i) =>
    pictureFrame(names[i]!, views[i]!.pictures, { data: [wordsTrace(words(i))], traces }),
  );
  return board.figure({
    alt: [
      'Ce que les couches du modèle font de l’image : les cartes les plus actives',
      ...layers.map(layerText),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Couche', { width: board.width }),
    still: allLayers(layers, shown),
  });
}

function allLayers(layers: readonly LayerActivations[], shown: Volume): Board {
  const across = 8;
  const side = 74;
  const rowsOf = ({ maps }: LayerActivations): number => Math.ceil(maps.length / across);
  const heightNeeded = (layer: LayerActivations): number =>
    40 + rowsOf(layer) * (side + lineHeight);
  const board = new Board(
    24 + 76 + 20 + across * side + (across - 1) * gap + 24,
    20 + layers.reduce((sum, layer) => sum + heightNeeded(layer), 0),
  );
  let y = 20;
  const left = 24 + 76 + 20;
  drawPhoto(board, { x: 24, y: 62, width: 76, height: heightOf(shown, 76) }, shown);
  board.words([{ x: 24 + 38, y: 50, text: 'image', size: 12, colour: softInk }]);
  for (const layer of layers) {
    const { pictures, labels } = mapRows(
      layer,
      { x: left, y: y + 42, side, across },
      layer.maps.length,
    );
    for (const { box, source } of pictures) board.picture(box, source);
    board.words([layerTitle(layer, left, y + 8), ...labels]);
    y += heightNeeded(layer);
  }
  return board;
}

/** Of an image that wide, at most a square. */
function heightOf({ shape }: Volume, width: number): number {
  return Math.round(width * Math.min(1, shape[0]! / shape[1]!));
}

function layerText({ layer, shape, maps }: LayerActivations): string {
  const [height, width, channels] = shape;
  const each = maps.map(
    (one) => `canal ${one.channel + 1} (moyenne ${shortText(one.activity)}, ${rangeOf([one])})`,
  );
  return `Couche ${layer} (${height} × ${width}, ${channels} cartes), les plus actives : ${each.join(' ; ')}`;
}
