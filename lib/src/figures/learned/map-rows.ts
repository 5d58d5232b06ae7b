import type { LayerActivations } from '../../models/learned/activations';
import type { Volume } from '../../volume/volume';
import { colourScales } from '../paint/colours';
import type { Box } from '../paint/grid';
import { sharedRange } from '../paint/matrix-view';
import { numberText } from '../paint/numbers';
import type { PhotoView } from '../paint/photo-view';
import { scalePicture } from '../paint/scale-picture';
import type { Label } from '../paint/traces/words';
import { scientificText } from '../softmax/scientific';

/** Between two maps, and what the name of a channel needs above it. */
export const gap = 14;
export const lineHeight = 34;

const white = scalePicture([[null]], colourScales.grey, [0, 1]);

/** The maps of a layer, ready to be drawn. */
export interface LayerView {
  pictures: PhotoView[];
  labels: Label[];
  /** What the colours mean, line by line. */
  legend: string[];
}

/**
 * Maps in rows, each under the number of its channel.
 *
 * @param places how many pictures come back: where there are fewer maps, the others are white, so that a frame
 *   takes away what another has drawn
 */
export function mapRows(
  { maps }: LayerActivations,
  at: { x: number; y: number; side: number; across: number },
  places: number,
): LayerView {
  const matrices = maps.map(({ map }) => map.toNested(2));
  const range = sharedRange(matrices);
  const isSigned = range[0] < 0;
  const scale = colourScales[isSigned ? 'signed' : 'amount'];
  const boxes = Array.from({ length: places }, (_, i): Box => ({
    x: at.x + (i % at.across) * (at.side + gap),
    y: at.y + Math.floor(i / at.across) * (at.side + lineHeight),
    width: at.side,
    height: at.side,
  }));
  return {
    legend: isSigned
      ? ['bleu : négatif', 'orange : positif']
      : ['clair : 0', `foncé : ${shortText(range[1])}`],
    pictures: boxes.map((place, i) => {
      const { map } = maps[i] ?? {};
      if (map === undefined) return { box: place, source: white, scale: 1 };
      const [box, enlarge] = fitted(map, place);
      return { box, source: scalePicture(matrices[i]!, scale, range, enlarge), scale: enlarge };
    }),
    labels: maps.map(({ channel }, i) => {
      const { x, y } = boxes[i]!;
      return { x: x + at.side / 2, y: y - 12, text: `canal ${channel + 1}`, size: 12 };
    }),
  };
}

/** The largest box of the map's proportions in another, at its top; and by how much the map is enlarged before. */
function fitted({ shape }: Volume, { x, y, width, height }: Box): [Box, number] {
  const [rows = 1, across = 1] = shape;
  const cell = Math.min(width / across, height / rows);
  const size = { width: cell * across, height: cell * rows };
  return [{ x: x + (width - size.width) / 2, y, ...size }, Math.ceil(2 * cell)];
}

/** « conv1 : 16 cartes de 28 × 28, les 8 plus actives, de 0 à 2,2 » */
export function layerTitle({ layer, shape, maps }: LayerActivations, x: number, y: number): Label {
  const [height, width, channels] = shape;
  const which = maps.length === channels ? 'toutes' : `les ${maps.length} plus actives`;
  const text = `<b>${layer}</b> : ${channels} cartes de ${height} × ${width}, ${which}, ${rangeOf(maps)}`;
  return { x, y, text, size: 14, align: 'left' };
}

/** « de 0 à 8 » */
export function rangeOf(maps: LayerActivations['maps']): string {
  const [low, high] = sharedLimits(maps);
  return `de ${shortText(low)} à ${shortText(high)}`;
}

/** Two decimals, unless nothing would be left of the number. */
export function shortText(value: number): string {
  return Math.abs(value) < 0.1 ? scientificText(value) : numberText(value);
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
