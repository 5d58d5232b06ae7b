import type * as Tfjs from '@tensorflow/tfjs';

import type { WholeTf } from '../../tf/whole-tf';
import { isModel, type LayerInside, type ModelInside, type SymbolicInside } from './tfjs-inside';

/** The softmax that an output comes out of. */
export interface SoftmaxEnd {
  layer: LayerInside;
  /** Nothing but this output needs it: it can be left out. */
  alone: boolean;
}

/** For each output of the model the softmax it comes out of; undefined where it comes out of none. */
export function softmaxEnds(model: ModelInside): (SoftmaxEnd | undefined)[] {
  return model.outputs.map((output) => endOf(output));
}

function endOf(
  { sourceLayer: layer, tensorIndex }: SymbolicInside,
  outside = true,
): SoftmaxEnd | undefined {
  const alone = outside && layer.inboundNodes.length === 1 && layer.outboundNodes.length === 0;
  if (isModel(layer)) return endOf(layer.outputs[tensorIndex]!, alone);
  const { activation, axis = -1 } = layer.getConfig();
  const kind = layer.getClassName();
  const softmax =
    kind === 'Softmax'
      ? axis === -1 || axis === 1
      : ['Dense', 'Activation'].includes(kind) && activation === 'softmax';
  return softmax ? { layer, alone } : undefined;
}

/** What the layer would have taken its softmax of. */
export function logitsOf(tf: WholeTf, layer: LayerInside, input: Tfjs.Tensor): Tfjs.Tensor {
  const { kernel, bias } = layer as DenseInside;
  if (kernel === undefined) return input.clone();
  return tf.tidy(() => {
    const sums = tf.matMul(input, kernel.read());
    return bias ? sums.add(bias.read()) : sums;
  });
}

interface DenseInside extends LayerInside {
  readonly kernel?: { read(): Tfjs.Tensor };
  readonly bias?: { read(): Tfjs.Tensor } | null;
}
