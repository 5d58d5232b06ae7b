import { impossible, shapeCode, valueText } from '../errors';
import { mix } from '../training/shuffle';
import type { DType, Volume } from '../volume/volume';
import { initialWeight } from './initializers';
import { activation } from './layers/activation';
import type { Layer, Shape, WeightSpec } from './layers/layer';

/**
 * A layer at its place in a network. A layer with an activation becomes two stages: `steps` then are
 * the layer itself and the function.
 */
export interface Stage {
  readonly layer: Layer;
  /** `conv2d`, `conv2d_2` ...: unique in the network; an activation has its layer's. */
  readonly name: string;
  /** Number of the layer in the list the network was made of. */
  readonly index: number;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly specs: readonly WeightSpec[];
}

/**
 * Puts layers one behind the other: shapes, names, what each has to learn. No numbers yet, so that a
 * network as large as you like is refused, where it must be, before it takes any room.
 *
 * @param inputShape of one item
 * @throws RangeError when a layer does not fit behind the one before
 */
export function planStages(layers: readonly Layer[], inputShape: Shape): Stage[] {
  checkInputShape(inputShape);
  const stages: Stage[] = [];
  const counts = new Map<string, number>();
  let shape = inputShape;
  const add = (layer: Layer, name: string, index: number): void => {
    const outputShape = layer.outputShape(shape, `construire la couche ${index + 1} (${name})`);
    const specs = layer.weights?.(shape) ?? [];
    stages.push({ layer, name, index, inputShape: shape, outputShape, specs });
    shape = outputShape;
  };
  for (const [index, layer] of layers.entries()) {
    const count = (counts.get(layer.type) ?? 0) + 1;
    counts.set(layer.type, count);
    const name = count === 1 ? layer.type : `${layer.type}_${count}`;
    add(layer, name, index);
    if (layer.activation !== undefined) add(activation(layer.activation), name, index);
  }
  return stages;
}

/** @throws TypeError when it is no list of what `nn.dense` and the others make, RangeError when it is empty */
export function checkLayers(layers: unknown): void {
  const doing = 'construire le réseau';
  const next = 'donnez une liste de couches, comme [nn.flatten(), nn.dense({ units: 10 })]';
  if (!Array.isArray(layers)) {
    throw new TypeError(
      impossible(doing, `les couches sont ${valueText(layers)} mais il faut une liste`, next),
    );
  }
  if (layers.length === 0) {
    throw new RangeError(impossible(doing, 'la liste des couches est vide', next));
  }
  const wrong = layers.findIndex(
    (layer) => typeof (layer as Layer | undefined)?.forward !== 'function',
  );
  if (wrong === -1) return;
  throw new TypeError(
    impossible(doing, `la couche ${wrong + 1} est ${valueText(layers[wrong])}`, next),
  );
}

/** The full name of a weight: `conv2d_2/kernel`. */
export function weightName(stage: Stage, spec: WeightSpec): string {
  return `${stage.name}/${spec.name}`;
}

/** What the weights begin with; each is drawn from a seed of its own. */
export function initialWeights(
  stages: readonly Stage[],
  dtype: DType,
  seed: number,
): Map<string, Volume> {
  const weights = new Map<string, Volume>();
  for (const stage of stages) {
    for (const spec of stage.specs) {
      const own = mix(seed, weights.size);
      weights.set(weightName(stage, spec), initialWeight(spec.initializer, spec.shape, dtype, own));
    }
  }
  return weights;
}

function checkInputShape(shape: unknown): void {
  const valid =
    Array.isArray(shape) &&
    shape.length > 0 &&
    shape.every((length) => Number.isInteger(length) && length >= 1);
  if (valid) return;
  throw new RangeError(
    impossible(
      'construire le réseau',
      `inputShape est ${Array.isArray(shape) ? shapeCode(shape as number[]) : valueText(shape)} mais c'est la forme d'une entrée, sans le lot`,
      'donnez par exemple inputShape: [28, 28, 1]',
    ),
  );
}
