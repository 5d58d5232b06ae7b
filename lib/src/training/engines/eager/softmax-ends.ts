import {
  isModel,
  type LayerInside,
  type ModelInside,
  type SymbolicInside,
} from '../../../graph/model/tfjs-inside';

/** For each output of the model: the layer whose softmax it comes out of, where that can be left out. */
export function softmaxEnds(model: ModelInside): (LayerInside | undefined)[] {
  return model.outputs.map(endOf);
}

function endOf({ sourceLayer: layer, tensorIndex }: SymbolicInside): LayerInside | undefined {
  // What is used more than once, or by other layers too, must go on giving probabilities.
  if (layer.inboundNodes.length > 1 || layer.outboundNodes.length > 0) return undefined;
  if (isModel(layer)) return endOf(layer.outputs[tensorIndex]!);
  const { activation, axis = -1 } = layer.getConfig();
  const kind = layer.getClassName();
  if (kind === 'Softmax') return axis === -1 || axis === 1 ? layer : undefined;
  return ['Dense', 'Activation'].includes(kind) && activation === 'softmax' ? layer : undefined;
}
