import { filtersOf } from '../../models/learned/filters';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import type { Box } from '../paint/grid';
import { drawMatrix, drawScaleBar, rangeText } from '../paint/matrix-view';
import { matrixText, numberText } from '../paint/numbers';
import { drawPhoto } from '../paint/photo-view';

/** Filters of more numbers are summed up by their range in the words. */
const mostNumbersInWords = 800;
const columns = 8;
const gap = 14;

/**
 * The filters that the first convolution of a model has learned, as small pictures on one scale. Those that see a grey
 * image are blue below 0 and orange above; of those that see red, green and blue each weight is that colour's level, mid
 * grey where it is 0.
 *
 * `filtersOf` (`@convolab/lib/models`) gives the numbers.
 *
 * @param layer its name. Default: the first convolution of one or three channels
 * @throws RangeError that names the layers whose filters can be seen
 *
 * @example
 * ```ts
 * const layer = tf.layers.conv2d({ name: 'a', inputShape: [9, 9, 1], filters: 2, kernelSize: 1, kernelInitializer: 'ones' });
 * const { alt } = learnedFilters(tf.sequential({ layers: [layer] }));
 * alt.split('\n')[0]; // => 'Couche a : 2 filtres de 1 × 1 sur 1 canal, poids de 1 à 1'
 * ```
 */
export function learnedFilters(model: LayersModel, layer?: string): Figure {
  const { layer: name, filters } = filtersOf(model, layer);
  const [rows = 1, width = 1, channels = 1] = filters[0]!.shape;
  const all = filters.map(({ data }) => [...data]);
  const reach = Math.max(...all.flat().map(Math.abs), Number.MIN_VALUE);
  const across = Math.min(columns, filters.length);
  const side = Math.floor((sheetWidth - 48 - gap * (columns - 1)) / columns);
  const down = Math.ceil(filters.length / across);
  const title = `Couche ${name} : ${filters.length} filtre${filters.length > 1 ? 's' : ''} de ${rows} × ${width} sur ${channels} ${channels > 1 ? 'canaux' : 'canal'}`;
  const board = new Board(
    Math.max(480, 48 + across * side + gap * (across - 1)),
    44 + down * (side + 34) + 52,
  );
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  for (const [i, filter] of filters.entries()) {
    const x = 24 + (i % across) * (side + gap);
    const y = 62 + Math.floor(i / across) * (side + 34);
    board.words([{ x: x + side / 2, y: y - 12, text: `filtre ${i + 1}`, size: 12 }]);
    drawFilter(board, { x, y, width: side, height: side }, filter, reach, `filtre ${i + 1}`);
  }
  const bar = { x: 44, y: board.height - 42 };
  drawScaleBar(board, bar, channels === 1 ? 'signed' : 'grey', [-reach, reach]);
  const what = channels === 1 ? 'poids' : 'poids, niveau de chaque couleur ; gris moyen : 0';
  board.words([
    { x: bar.x + 224, y: bar.y + 6, text: what, size: 12, colour: softInk, align: 'left' },
  ]);
  const many = filters.length * filters[0]!.size > mostNumbersInWords;
  const lines = filters.flatMap((filter, i) =>
    channelsOf(filter).map((weights, c) => {
      const which = channels === 1 ? '' : `, canal ${c + 1}`;
      return `filtre ${i + 1}${which} : ${many ? rangeText(weights) : matrixText(weights)}`;
    }),
  );
  const [low, high] = [Math.min(...all.flat()), Math.max(...all.flat())];
  const range = `poids de ${numberText(low)} à ${numberText(high)}`;
  return board.figure({ alt: [`${title}, ${range}`, ...lines].join('\n') });
}

function drawFilter(board: Board, box: Box, filter: Volume, reach: number, name: string): void {
  const [matrix = []] = channelsOf(filter);
  if (filter.shape[2] === 1) {
    drawMatrix(board, box, { values: matrix, scale: 'signed', range: [-reach, reach], name });
    return;
  }
  const levels = Float32Array.from(filter.data, (weight) => 127.5 * (1 + weight / reach));
  drawPhoto(board, box, new Volume(filter.shape, levels));
}

function channelsOf({ shape, data }: Volume): number[][][] {
  const [rows = 1, columns = 1, channels = 1] = shape;
  return Array.from({ length: channels }, (_, c) =>
    Array.from({ length: rows }, (__, y) =>
      Array.from({ length: columns }, (___, x) => data[(y * columns + x) * channels + c]!),
    ),
  );
}
