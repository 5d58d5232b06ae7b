import type { LayerWeight } from './layer';
import { isModel, weightsOf, type LayerInside, type ModelInside } from './tfjs-inside';
import type { Variable, Variables } from './variables';

/** A weight of the model and the variable that stands for it in the graph. */
export interface BoundWeight {
  weight: LayerWeight;
  variable: Variable;
  /** Does the optimiser change it? */
  trainable: boolean;
}

/** The weights of a model, layer by layer, each with its variable. */
export class Weights {
  readonly all: BoundWeight[] = [];
  private readonly byLayer = new Map<LayerInside, Map<string, BoundWeight>>();

  constructor(model: ModelInside, variables: Variables) {
    for (const [place, layer] of flatten(model).entries()) {
      const bound = new Map<string, BoundWeight>();
      for (const [property, weight] of weightsOf(layer)) {
        const variable = variables.declare(`${place}.${property}`, weight.shape as number[]);
        const trainable = layer.trainableWeights.includes(weight);
        bound.set(property, { weight, variable, trainable });
      }
      this.byLayer.set(layer, bound);
      this.all.push(...bound.values());
    }
  }

  of(layer: LayerInside, property: string): BoundWeight | undefined {
    return this.byLayer.get(layer)?.get(property);
  }
}

/** The layers that have weights, in the order of the model, those of models inside it included. */
function flatten(model: ModelInside): LayerInside[] {
  const layers = model.layers.flatMap((layer) => (isModel(layer) ? flatten(layer) : [layer]));
  return [...new Set(layers)].filter((layer) => weightsOf(layer).length > 0);
}
