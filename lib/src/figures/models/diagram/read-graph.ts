import { modelInside } from '../../../graph/model/model-inside';
import type { ModelInside } from '../../../graph/model/tfjs-inside';
import { parametersOf } from '../../../models/describe/costs';
import { namesOf } from '../../../models/describe/names';
import { walk } from '../../../models/describe/walk';
import type { LayersModel } from '../../../tf/models';

/** A layer at work. One that is used twice is there twice. */
export interface LayerNode {
  name: string;
  type: string;
  config: Record<string, unknown>;
  /** Of one image. */
  shape: readonly (number | null)[];
  parameters: number;
  /** The nodes that it reads, by their place in the list. */
  inputs: readonly number[];
  /** Does the model give it out? */
  isOutput: boolean;
}

/** A model as its layers and what each reads, every layer behind those that it reads; models inside opened. */
export function readGraph(model: LayersModel): LayerNode[] {
  const inside = modelInside('dessiner le modèle', model);
  const names = namesOf(inside);
  const nodes: LayerNode[] = [];
  const outputs = walk(
    inside,
    inside.inputs.map(({ sourceLayer, shape }) => add(sourceLayer, shape, [])),
    ({ layer, output, known }) => add(layer, output.shape, known),
  );
  for (const output of outputs) nodes[output]!.isOutput = true;
  return nodes;

  function add(
    layer: ModelInside['layers'][number],
    shape: readonly (number | null)[],
    inputs: readonly number[],
  ): number {
    const node = {
      name: names.get(layer) ?? layer.name,
      type: layer.getClassName(),
      config: layer.getConfig(),
      shape: shape.slice(1),
      parameters: parametersOf(layer.weights),
      inputs,
      isOutput: false,
    };
    return nodes.push(node) - 1;
  }
}
