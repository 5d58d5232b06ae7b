import type * as Tfjs from '@tensorflow/tfjs';

import { impossible, shapeCode } from '../../errors';
import type { LayersModel } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';
import { onPaper } from '../paper/on-paper';
import { ourWords, topologySchema, type Topology } from './topology';

const tf = wholeTf();

/** Characters of a text at most: EfficientNet-B7's is a third of it. */
const maxLength = 1_000_000;

/** Raised for a text that is no model, or not one that may come in. The message is French. */
export class UnreadableModel extends Error {
  /** Tells it from other errors, whichever copy of the library raised it. */
  override name = 'UnreadableModel';
}

/**
 * Makes again, on paper, a model that was built where nothing is to be trusted, from what its `toJSON()`
 * says: layers and settings, no weights and no code. All of it is checked before tfjs looks at it.
 *
 * @param text what came back; anything at all
 * @param change makes another network of it first
 * @throws UnreadableModel
 *
 * @example
 * ```ts
 * const model = await readModel(textOf(leNet()));
 * model.countParams(); // => 61706
 * ```
 */
export function readModel(
  text: unknown,
  change?: (topology: Topology) => Topology,
): Promise<LayersModel> {
  return makeModel(text, onPaper, change);
}

/** What a model says of itself, as `readModel` reads it. */
export const textOf = (model: LayersModel): string =>
  (model as unknown as Tfjs.LayersModel).toJSON(null, true) as string;

/**
 * The same with room for its weights, which tfjs draws: of small models only.
 *
 * @param change makes another network of it first
 */
export async function makeModel(
  text: unknown,
  within: <T>(build: () => T) => T = (build) => build(),
  change: (topology: Topology) => Topology = (topology) => topology,
): Promise<LayersModel> {
  const topology = topologySchema.safeParse(parse(text));
  if (!topology.success) {
    throw unreadable(
      ourWords(topology.error) ?? 'sa description n’est pas celle d’un modèle de tfjs',
      'construisez-le avec les couches de tf.layers, chacune branchée une seule fois',
    );
  }
  let model: Tfjs.LayersModel;
  try {
    // It is made before the promise is given back, which is for the weights that a file may have.
    model = await within(() =>
      tf.models.modelFromJSON(change(topology.data) as object as Tfjs.io.ModelJSON),
    );
  } catch (error) {
    throw unreadable(
      `tfjs ne peut pas le reconstruire (${(error as Error).message.slice(0, 200)})`,
    );
  }
  assertShaped(model);
  return model as unknown as LayersModel;
}

function assertShaped(model: Tfjs.LayersModel): void {
  for (const { name, outputShape } of model.layers) {
    const sizes = outputShape.slice(1) as number[];
    if (sizes.every((size) => Number.isSafeInteger(size) && size > 0)) continue;
    throw unreadable(`sa couche ${name} rend une forme impossible, ${shapeCode(sizes)}`);
  }
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') throw unreadable('ce n’est pas un modèle de tfjs (tf.LayersModel)');
  if (text.length > maxLength) throw unreadable(`sa description dépasse ${maxLength} caractères`);
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('sa description n’est pas du JSON');
  }
}

function unreadable(
  found: string,
  next = 'rendez un modèle que tf.sequential ou tf.model a fait',
): UnreadableModel {
  return new UnreadableModel(impossible('lire le modèle rendu', found, next));
}
