import { impossible } from '../../errors';
import { modelInside } from '../../graph/model/model-inside';
import type { LayerInside } from '../../graph/model/tfjs-inside';
import { learningLayers } from '../../graph/model/weights';
import type { LayersModel } from '../../tf/models';
import { macsOf, parametersOf, sizeOf } from './costs';
import { Description, type DescriptionRow } from './description';
import { namesOf } from './names';
import { fieldBehind, onePixel, type ReceptiveField } from './receptive-field';
import { walk } from './walk';

/**
 * What a model is made of, layer by layer: shapes, parameters, cost, what each number sees, memory; as
 * data, and as a table where it is shown. Read off the model itself, so it holds for any functional
 * or sequential model, one built on paper (`onPaper`) too.
 *
 * A layer used twice has one line, with the cost of both; layers of a model inside are named
 * `model/layer`.
 *
 * @throws Error when a size of the model's images is left open
 *
 * @example
 * ```ts
 * const { rows, totals } = describe(onPaper(() => vgg()));
 * totals.parameters; // => 138357544
 * rows.at(-1)!.parameters; // => 4097000
 * ```
 */
export function describe(model: LayersModel): Description {
  const inside = modelInside('décrire le modèle', model);
  const learning = learningLayers(inside);
  const names = namesOf(inside);
  const rows = new Map<LayerInside, DescriptionRow>();
  const first = inside.inputs.map((input): ReceptiveField =>
    input.shape.length === 4 ? onePixel : 'image',
  );
  for (const { sourceLayer, shape } of inside.inputs) add(sourceLayer, shape, 'image', 0);
  for (const [i, { sourceLayer }] of inside.inputs.entries()) {
    rows.get(sourceLayer)!.receptiveField = first[i]!;
  }
  walk(inside, first, (step) => {
    const field = fieldBehind(step);
    add(step.layer, step.output.shape, field, macsOf(step.layer, step.output));
    return field;
  });
  // In the order of the model's own list, as in `summary()`.
  return new Description(
    model.name,
    [...names.keys()].flatMap((layer) => rows.get(layer) ?? []),
  );

  function add(
    layer: LayerInside,
    shape: readonly (number | null)[],
    receptiveField: ReceptiveField,
    macs: number,
  ): void {
    const outputShape = shape.slice(1) as number[];
    if (outputShape.includes(null as never)) refuseOpen(names.get(layer) ?? layer.name);
    const before = rows.get(layer);
    rows.set(layer, {
      name: names.get(layer) ?? layer.name,
      type: layer.getClassName(),
      outputShape,
      parameters: parametersOf(layer.weights),
      trainable: learning.has(layer) ? parametersOf(layer.trainableWeights) : 0,
      macs: macs + (before?.macs ?? 0),
      receptiveField,
      activationBytes: 4 * sizeOf(outputShape) + (before?.activationBytes ?? 0),
    });
  }
}

function refuseOpen(name: string): never {
  throw new Error(
    impossible(
      'décrire le modèle',
      `la couche ${name} laisse une taille ouverte (null), dont le coût et la mémoire dépendent`,
      'construisez le modèle avec une inputShape dont toutes les tailles sont données',
    ),
  );
}
