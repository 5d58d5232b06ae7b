import type { LayerWeight } from './layer';
import { isModel, weightsOf, type LayerInside, type ModelInside } from './tfjs-inside';
import type { Variable, Variables } from './variables';

/** A weight of the model, by a name that is the same for the same architecture. */
export interface NamedWeight {
  /** `0.kernel`: the kernel of the first layer that has weights. */
  name: string;
  layer: LayerInside;
  /** What the layer calls it. */
  property: string;
  weight: LayerWeight;
  /** Does the optimiser change it? */
  trainable: boolean;
}

/** All weights of a model, layer by layer; those of models inside it included. */
export function namedWeights(model: ModelInside): NamedWeight[] {
  const learning = learningLayers(model);
  return layersWithWeights(model).flatMap((layer, place) =>
    weightsOf(layer).map(([property, weight]) => ({
      name: `${place}.${property}`,
      layer,
      property,
      weight,
      trainable: learning.has(layer) && layer.trainableWeights.includes(weight),
    })),
  );
}

/** A weight of the model and the variable that stands for it in the graph. */
export interface BoundWeight extends NamedWeight {
  variable: Variable;
}

/** The weights of a model, each with its variable. */
export class Weights {
  readonly all: readonly BoundWeight[];
  /** The layers that are not frozen. */
  readonly learning: ReadonlySet<LayerInside>;

  constructor(model: ModelInside, variables: Variables) {
    this.learning = learningLayers(model);
    this.all = namedWeights(model).map((named) => ({
      ...named,
      variable: variables.declare(named.name, named.weight.shape as number[]),
    }));
  }

  of(layer: LayerInside, property: string): BoundWeight | undefined {
    return this.all.find((bound) => bound.layer === layer && bound.property === property);
  }
}

/**
 * The layers that are not frozen: neither they nor a model around them have `trainable: false`. tfjs
 * itself freezes the weights of layers in a frozen model, but not what else these layers do.
 */
export function learningLayers(model: ModelInside): ReadonlySet<LayerInside> {
  if (!model.trainable) return new Set();
  return new Set(
    model.layers.flatMap((layer) =>
      isModel(layer) ? [...learningLayers(layer)] : layer.trainable ? [layer] : [],
    ),
  );
}

/** In the order of the model, each once. */
export function layersOf(model: ModelInside): LayerInside[] {
  const layers = model.layers.flatMap((layer) => (isModel(layer) ? layersOf(layer) : [layer]));
  return [...new Set(layers)];
}

function layersWithWeights(model: ModelInside): LayerInside[] {
  return layersOf(model).filter((layer) => weightsOf(layer).length > 0);
}
