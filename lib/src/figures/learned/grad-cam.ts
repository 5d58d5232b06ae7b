import { gradCamOf, type GradCam, type GradCamOptions } from '../../models/learned/grad-cam';
import { readImage, type OneImage } from '../../models/learned/one-image';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { mapText } from '../heatmap-grid';
import { numberText } from '../paint/numbers';
import { scientificText } from '../softmax/scientific';
import { heatPanels } from './heat-panels';
import { shownImage } from './shown-image';
import { className, percent } from './words';

/** For which class, at which layer, and how the classes are called. */
export interface GradCamFigureOptions extends GradCamOptions {
  /** Of the classes, by number; by default the numbers. */
  names?: readonly string[];
}

/** Of how many channels the words tell. */
const told = 3;

/**
 * Where a model looks, by Grad-CAM: which places of the maps of a layer speak for a class, drawn over the image. The
 * darker the orange, the more. The frame is the place that says most.
 *
 * Numbers are parts of the strongest place, in percent. `gradCamOf` (`@convolab/lib/models`) gives them as they are.
 *
 * @param model of one image, with an output `[batch, classes]`
 * @param image as the model is given it
 * @throws RangeError when image, layer or class are not the model's
 *
 * @example
 * ```ts
 * const one = tf.initializers.constant({ value: 1 });
 * const model = tf.sequential({ layers: [
 *   tf.layers.conv2d({ name: 'maps', inputShape: [2, 2, 1], filters: 1, kernelSize: 1, kernelInitializer: one }),
 *   tf.layers.globalAveragePooling2d({}),
 *   tf.layers.dense({ units: 2, kernelInitializer: one }),
 * ] });
 * const { alt } = gradCam(model, [[8, 0], [0, 4]], { class: 0 });
 * alt.split('\n')[1]; // => 'Carte, en % de sa plus forte valeur (2 × 2) : [[100, 0], [0, 50]]'
 * ```
 */
export function gradCam(
  model: LayersModel,
  image: OneImage,
  options: GradCamFigureOptions = {},
): Figure {
  const { names, ...how } = options;
  const found = gradCamOf(model, image, how);
  const { map, heat, layer } = found;
  const shown = shownImage(readImage('', image, [null, null, null]));
  const [height = 1, width = 1] = shown.shape;
  const [rows = 1, columns = 1] = map.shape;
  const most = Math.max(...map.data);
  const part = (of: Volume): Volume =>
    new Volume(
      of.shape,
      Float64Array.from(of.data, (value) => (most > 0 ? (100 * value) / most : 0)),
    );
  const values = part(map)
    .toNested(2)
    .map((row) => row.map(Math.round));
  const place = map.data.indexOf(most);
  const [row, column] = [Math.floor(place / columns), place % columns];
  const cell = { width: width / columns, height: height / rows };
  const name = className(found.class, names);
  return heatPanels({
    title: `Grad-CAM : ce qui parle pour « ${name} » dans la couche ${layer}`,
    shown,
    caption: `« ${name} » : ${percent(found.probability)}`,
    strongest: most > 0 ? { x: column * cell.width, y: row * cell.height, ...cell } : undefined,
    map: {
      values,
      title: `Carte de ${rows} × ${columns} places`,
      caption: most > 0 ? '' : 'rien n’y parle pour cette classe',
    },
    heat: part(heat),
    scale: 'warm',
    range: [0, 100],
    unit: 'en % de la place la plus forte',
    alt: words(found, name, values, most > 0 ? [row, column] : undefined),
  });
}

function words(
  { layer, probability, logit, weights }: GradCam,
  name: string,
  values: number[][],
  strongest: [number, number] | undefined,
): string {
  const channels = [...weights.entries()].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return [
    `Grad-CAM de la couche ${layer} pour « ${name} » : probabilité ${percent(probability)}, logit ${numberText(logit)}`,
    mapText('Carte, en % de sa plus forte valeur', values),
    strongest === undefined
      ? 'Aucune place ne parle pour cette classe : la somme pondérée n’est positive nulle part'
      : `Place la plus forte : ligne ${strongest[0] + 1}, colonne ${strongest[1] + 1} de la carte`,
    `Plus grands poids des ${weights.length} canaux, en valeur absolue : ${channels
      .slice(0, told)
      .map(([channel, weight]) => `canal ${channel + 1} : ${scientificText(weight)}`)
      .join(' ; ')}`,
  ].join('\n');
}
