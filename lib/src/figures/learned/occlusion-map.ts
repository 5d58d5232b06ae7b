import { occlusionOf, type Occlusion, type OcclusionOptions } from '../../models/learned/occlusion';
import { readImage, type OneImage } from '../../models/learned/one-image';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { mapText } from '../heatmap-grid';
import { sharedRange } from '../paint/matrix-view';
import { heatPanels } from './heat-panels';
import { shownImage } from './shown-image';
import { numberText } from '../paint/numbers';
import { change, className, percent } from './words';

/** What is covered, and how the classes are called. */
export interface OcclusionMapOptions extends OcclusionOptions {
  /** Of the classes, by number; by default the numbers. */
  names?: readonly string[];
}

/** Of how many windows the words tell. */
const told = 3;

/**
 * Where a model looks: how far the probability of a class falls when a window of the image is covered. Orange: it
 * falls, what was there spoke for the class; blue: it rises. The frame is the window that it needs most.
 *
 * `occlusionOf` (`@convolab/lib/models`) gives the numbers.
 *
 * @param model of one image, with an output `[batch, classes]`
 * @param image as the model is given it
 * @throws RangeError when image or class are not the model's, or a window does not fit into it
 *
 * @example
 * ```ts
 * const one = tf.initializers.constant({ value: 1 });
 * const model = tf.sequential({ layers: [
 *   tf.layers.flatten({ inputShape: [2, 2, 1] }),
 *   tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: one }),
 * ] });
 * const { alt } = occlusionMap(model, [[9, 0], [0, 0]], { window: 1, stride: 1 });
 * alt.split('\n')[1]; // => 'Fenêtre de 1 × 1 pixel, tous les 1 pixel, remplie de 0 : 4 positions'
 * ```
 */
export function occlusionMap(
  model: LayersModel,
  image: OneImage,
  options: OcclusionMapOptions = {},
): Figure {
  const { names, ...how } = options;
  const found = occlusionOf(model, image, how);
  const { window, falls, rows, columns, heat, probability } = found;
  const inPoints = pointsOf(falls);
  const [[place, fall] = [0, 0]] = strongest(falls);
  const row = rows[Math.floor(place / columns.length)]!;
  const column = columns[place % columns.length]!;
  const name = className(found.class, names);
  const [, high] = sharedRange([inPoints, [[-0.1]]]);
  return heatPanels({
    title: `Occlusion : ce qui compte pour « ${name} »`,
    shown: shownImage(readImage('', image, [null, null, null])),
    caption: `« ${name} » : ${percent(probability)}`,
    strongest: fall > 0 ? { x: column, y: row, width: window, height: window } : undefined,
    map: {
      values: inPoints,
      title: 'Une case par fenêtre cachée',
      caption: fall > 0 ? `au plus ${change(fall)}` : 'aucune ne fait baisser la probabilité',
    },
    heat: scaled(heat, 100),
    scale: 'signed',
    range: [-high, high],
    unit: 'baisse de la probabilité quand la fenêtre est cachée, en points',
    alt: words(found, name),
  });
}

function words(found: Occlusion, name: string): string {
  const { window, stride, fill, falls, rows, columns, probability } = found;
  const s = (n: number): string => (n > 1 ? 's' : '');
  return [
    `Occlusion pour « ${name} » : probabilité ${percent(probability)} quand rien n’est caché`,
    `Fenêtre de ${window} × ${window} pixel${s(window)}, tous les ${stride} pixel${s(stride)}, remplie de ${numberText(fill)} : ${falls.size} position${s(falls.size)}`,
    ...strongest(falls)
      .slice(0, told)
      .map(([place, fall]) => {
        const row = rows[Math.floor(place / columns.length)]!;
        const column = columns[place % columns.length]!;
        return `Cachée à partir de la ligne ${row + 1}, colonne ${column + 1} : ${percent(probability - fall)}, soit ${change(fall)}`;
      }),
    mapText('Baisse en points', pointsOf(falls)),
  ].join('\n');
}

/** Places of windows and how far the probability falls, the furthest first. */
function strongest(falls: Volume): [number, number][] {
  return [...falls.data.entries()].sort(([, a], [, b]) => b - a);
}

function pointsOf(falls: Volume): number[][] {
  return scaled(falls, 100)
    .toNested(2)
    .map((row) => row.map((value) => Number(value.toFixed(1))));
}

function scaled({ shape, data }: Volume, factor: number): Volume {
  return new Volume(
    shape,
    Float64Array.from(data, (value) => value * factor),
  );
}
