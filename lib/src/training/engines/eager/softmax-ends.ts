import {
  isModel,
  type LayerInside,
  type ModelInside,
  type SymbolicInside,
} from '../../../graph/model/tfjs-inside';

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
