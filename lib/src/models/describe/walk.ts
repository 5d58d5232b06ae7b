import {
  isModel,
  type LayerInside,
  type ModelInside,
  type SymbolicInside,
} from '../../graph/model/tfjs-inside';

/** A layer at work: once for each time it is used. */
export interface Step<T> {
  layer: LayerInside;
  inputs: readonly SymbolicInside[];
  output: SymbolicInside;
  /** What is known of each input. */
  known: readonly T[];
}

/**
 * Goes through a model from its inputs to its outputs, models inside it included, each layer after those
 * it reads. `visit` is told what it said of the inputs, and says something of the output.
 *
 * @param first what is known of each input of the model
 * @returns what is known of each output
 */
export function walk<T>(
  model: Pick<ModelInside, 'inputs' | 'outputs'>,
  first: readonly T[],
  visit: (step: Step<T>) => T,
): T[] {
  const known = new Map(model.inputs.map((tensor, i) => [tensor.id, first[i]!]));
  const reach = (output: SymbolicInside): T => {
    const found = known.get(output.id);
    if (found !== undefined) return found;
    const layer = output.sourceLayer;
    const { inputTensors, outputTensors } = layer.inboundNodes[output.nodeIndex]!;
    const inputs = inputTensors.map(reach);
    const made = isModel(layer)
      ? walk(layer, inputs, visit)
      : [visit({ layer, inputs: inputTensors, output, known: inputs })];
    for (const [i, tensor] of outputTensors.entries()) known.set(tensor.id, made[i]!);
    return known.get(output.id)!;
  };
  return model.outputs.map(reach);
}
