import type * as Tfjs from '@tensorflow/tfjs';

import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

/**
 * The model that somebody's answer stands for: the model itself, or all that leads to a tensor between layers,
 * where a block was asked for (`residualBlock(x, 64)`). Undefined for anything else.
 */
export function modelBehind(answer: unknown): Tfjs.LayersModel | undefined {
  if (isModel(answer)) return answer;
  if (!(answer instanceof tf.SymbolicTensor)) return undefined;
  return tf.model({ inputs: [...inputsOf(answer)], outputs: answer });
}

/** A tensor between layers that was asked what it is says it, as a model does. */
export function tensorsSayModels(): void {
  const prototype = tf.SymbolicTensor.prototype as { toJSON?: unknown };
  prototype.toJSON = function (this: Tfjs.SymbolicTensor, _: unknown, asText: boolean) {
    return modelBehind(this)!.toJSON(null, asText) as unknown;
  };
}

const isModel = (value: unknown): value is Tfjs.LayersModel =>
  Array.isArray((value as Partial<Tfjs.LayersModel> | null | undefined)?.layers) &&
  Array.isArray((value as Tfjs.LayersModel).inputs);

function inputsOf(end: Tfjs.SymbolicTensor): Set<Tfjs.SymbolicTensor> {
  const inputs = new Set<Tfjs.SymbolicTensor>();
  const seen = new Set<Tfjs.SymbolicTensor>();
  const waiting = [end];
  for (let tensor = waiting.pop(); tensor !== undefined; tensor = waiting.pop()) {
    if (seen.has(tensor)) continue;
    seen.add(tensor);
    if (tensor.inputs.length === 0) inputs.add(tensor);
    waiting.push(...tensor.inputs);
  }
  return inputs;
}
