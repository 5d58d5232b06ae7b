import type * as Tfjs from '@tensorflow/tfjs';

import { mix } from '../../shuffle';
import { logitsOf } from '../../../graph/model/softmax-ends';
import { layersOf, learningLayers } from '../../../graph/model/weights';
import type { LayerInside, ModelInside } from '../../../graph/model/tfjs-inside';
import type { WholeTf } from '../../../tf/whole-tf';
import { sharedGlobalMax } from './shared-global-max';

type Call = (inputs: Tfjs.Tensor | Tfjs.Tensor[], kwargs: { training?: boolean }) => Tfjs.Tensor;

interface LayerCalls extends LayerInside {
  call: Call;
  readonly activation?: { apply(x: Tfjs.Tensor): Tfjs.Tensor };
  readonly kernel?: { read(): Tfjs.Tensor4D };
  readonly bias?: { read(): Tfjs.Tensor } | null;
}

/** What a training step is told beside the batch. */
export interface StepContext {
  step: number;
}

/**
 * Makes layers compute as they should while this engine trains, without a change to their weights:
 *
 * - a convolution of the input image runs unfused: tfjs's fused one computes the image's gradient too,
 *   which nobody asks for;
 * - batch normalisation without scale or centre learns (tfjs reads a weight that is not there);
 * - frozen batch normalisation uses its moving statistics, as in Keras;
 * - of a global maximum equal places share the gradient, as in the graph: tfjs gives each all of it;
 * - dropout draws by seed and step, so that a training that is taken up again goes on the same;
 * - a softmax at the end is left out: the loss is computed from its logits, and so are the scores.
 *
 * @param ends layers whose softmax is left out
 * @returns takes all of it back
 */
export function overrideLayers(
  tf: WholeTf,
  model: ModelInside,
  context: StepContext,
  seed: number,
  ends: ReadonlySet<LayerInside>,
): () => void {
  const undo: (() => void)[] = [];
  const learning = learningLayers(model);
  const override = (layer: LayerInside, make: (usual: Call) => Call): void => {
    const target = layer as LayerCalls;
    target.call = make(target.call.bind(target));
    // The method of the class shows again.
    undo.push(() => delete (target as { call?: Call }).call);
  };
  for (const [place, layer] of layersOf(model).entries()) {
    const kind = layer.getClassName();
    if (kind === 'Dropout') override(layer, () => seededDropout(tf, layer, context, seed, place));
    if (kind === 'BatchNormalization' && !learning.has(layer)) {
      override(layer, (usual) => (inputs) => usual(inputs, { training: false }));
    }
    if (kind === 'BatchNormalization') undo.push(standInWeights(tf, layer));
    const readsImage = layer.inboundNodes.some((node) =>
      node.inputTensors.some((tensor) => tensor.sourceLayer.getClassName() === 'InputLayer'),
    );
    const plain = layer.getConfig()['dataFormat'] !== 'channelsFirst';
    if (kind === 'Conv2D' && readsImage && plain) {
      override(layer, () => unfused(tf, layer as LayerCalls));
    }
    if (kind === 'GlobalMaxPooling2D' && plain) {
      override(layer, () => (inputs) => sharedGlobalMax(tf, only(inputs) as Tfjs.Tensor4D));
    }
    if (ends.has(layer)) override(layer, () => (inputs) => logitsOf(tf, layer, only(inputs)));
  }
  return () => {
    for (const step of undo) step();
  };
}

function only(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
  return Array.isArray(inputs) ? inputs[0]! : inputs;
}

function unfused(tf: WholeTf, layer: LayerCalls): Call {
  const { strides, padding, dilationRate } = layer.getConfig() as {
    strides: [number, number];
    padding: 'valid' | 'same';
    dilationRate: [number, number];
  };
  return (inputs) =>
    tf.tidy(() => {
      const x = only(inputs) as Tfjs.Tensor4D;
      const sums = tf.conv2d(x, layer.kernel!.read(), strides, padding, 'NHWC', dilationRate);
      const output = layer.bias ? sums.add(layer.bias.read()) : sums;
      return layer.activation!.apply(output);
    });
}

/** Gives a batch normalisation the weights that it was made without: scale 1, centre 0. */
function standInWeights(tf: WholeTf, layer: LayerInside): () => void {
  const parts = layer as LayerInside & Partial<Record<'gamma' | 'beta', unknown>>;
  const channels = layer.weights[0]!.shape as number[];
  const missing = (['gamma', 'beta'] as const).filter((part) => parts[part] === undefined);
  for (const part of missing) {
    parts[part] = { read: () => tf.fill(channels, part === 'gamma' ? 1 : 0) };
  }
  return () => {
    for (const part of missing) parts[part] = undefined;
  };
}

function seededDropout(
  tf: WholeTf,
  layer: LayerInside,
  context: StepContext,
  seed: number,
  place: number,
): Call {
  const {
    rate,
    seed: own,
    noiseShape,
  } = layer.getConfig() as {
    rate: number;
    seed?: number | null;
    noiseShape?: (number | null)[] | null;
  };
  return (inputs, { training = false }) => {
    const x = only(inputs);
    if (!training || rate === 0) return x.clone();
    return tf.tidy(() => {
      const draw = mix(own ?? mix(seed, place), context.step);
      const shape = noiseShape?.map((length, axis) => length ?? x.shape[axis]!) ?? x.shape;
      const kept = tf.randomUniform(shape, 0, 1, 'float32', draw).greaterEqual(rate);
      return x.mul(kept.cast('float32')).div(1 - rate);
    });
  };
}
