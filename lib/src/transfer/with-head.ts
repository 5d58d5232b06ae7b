import { impossible, shapeCode, valueText } from '../errors';
import { softmaxEnds } from '../graph/model/softmax-ends';
import type { ModelInside } from '../graph/model/tfjs-inside';
import { chain, image, network, type AnyLayer, type Symbolic } from '../models/base/grow';
import { seeded } from '../models/weights/seeded';
import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { copyOnto } from './copy-onto';

/** Of a head: what tells classes apart by features. */
export interface HeadOptions {
  /** Part of the features that a learning step leaves out. Default 0. */
  dropout?: number;
  /** Draws the first weights. Default 1. */
  seed?: number;
  /** Name of the model. */
  name?: string;
}

/**
 * A classifier of features: one dense layer, `predictions`, with a softmax. `train` teaches it, from features that
 * were extracted once.
 *
 * @param features how many numbers an example has
 * @param classes how many classes it is to tell apart
 * @throws RangeError when one of these makes no sense
 *
 * @example
 * ```ts
 * const features = Volume.from([[0, 1], [1, 0], [0, 2]]);
 * const head = linearHead(2, 3);
 * head.countParams(); // => 9
 * await train(head, { inputs: features, labels: [0, 1, 2] }, { epochs: 1, progress: false });
 * ```
 */
export function linearHead(
  features: number,
  classes: number,
  { dropout = 0, seed = 1, name = 'head' }: HeadOptions = {},
): LayersModel {
  checkCount('features', features, 1, 'features.shape[1]');
  checkCount('classes', classes, 2, '5');
  if (!(dropout >= 0 && dropout < 1)) refuse(`dropout vaut ${valueText(dropout)} mais il faut une part de 0 à 1 exclu`, 'donnez par exemple dropout: 0.2'); // prettier-ignore
  const { layers } = wholeTf();
  return seeded(seed, () => {
    const input = image([features]);
    const dense = layers.dense({ name: 'predictions', units: classes, activation: 'softmax' });
    const drop: AnyLayer[] = dropout > 0 ? [layers.dropout({ name: 'top_dropout', rate: dropout })] : []; // prettier-ignore
    return network(name, input, chain(input, ...drop, dense));
  });
}

/**
 * A network of its own that tells other classes apart: copies of the layers of another one, the mean of each map
 * (`avg_pool`) where it gives maps, and a head. It is flat, so that `blocksOf`, `unfreezeLast` and `describe` see
 * all of it; `base` stays as it is, whatever the copy learns.
 *
 * @param base gives features, as `cutBefore(model)`
 * @param head how many classes: then it is a new `linearHead`; or a head that has learned from features
 * @param options of a new head
 * @throws RangeError when the base ends in a softmax, or the head reads another number of features
 *
 * @example
 * ```ts
 * const base = cutBefore(smallResNet({ depth: 8, inputShape: [8, 8, 3] }));
 * const model = withHead(base, 4);
 * blocksOf(model); // => ['conv1', 'conv2_block1', 'conv3_block1', 'conv4_block1', 'predictions']
 * model.outputs[0]!.shape; // => [null, 4]
 * ```
 */
export function withHead(
  base: LayersModel,
  head: number | LayersModel,
  options: HeadOptions = {},
): LayersModel {
  const inside = base as unknown as ModelInside;
  checkFeatures('mettre une tête sur le réseau', inside);
  const input = image(inside.inputs[0]!.shape.slice(1) as number[]);
  const vector = asVector(copyOnto(inside, [input]));
  const features = vector.shape[1]!;
  const top = typeof head === 'number' ? linearHead(features, head, options) : head;
  const [reads] = top.inputs;
  if (reads?.shape.length !== 2 || reads.shape[1] !== features) {
    refuse(
      `elle lit ${shapeCode((reads?.shape.slice(1) ?? []) as number[])} mais le réseau donne ${features} caractéristiques`,
      `donnez par exemple linearHead(${features}, 5)`,
    );
  }
  return network(
    options.name ?? base.name,
    input,
    copyOnto(top as unknown as ModelInside, [vector]),
  );
}

/** Maps become the mean of each, `[batch, channels]`; what else has several axes is laid in one row. */
export function asVector(features: Symbolic): Symbolic {
  const { layers } = wholeTf();
  if (features.shape.length === 2) return features;
  return chain(
    features,
    features.shape.length === 4
      ? layers.globalAveragePooling2d({ name: 'avg_pool' })
      : layers.flatten({ name: 'flatten' }),
  );
}

/** @throws RangeError when what a model gives are probabilities */
export function checkFeatures(doing: string, model: ModelInside): void {
  if (softmaxEnds(model)[0] === undefined) return;
  throw new RangeError(
    impossible(
      doing,
      'le réseau a encore sa tête\u00a0: il donne des probabilités, et non des caractéristiques',
      'coupez-le d’abord, par exemple avec cutBefore(model)',
    ),
  );
}

function checkCount(what: string, value: unknown, least: number, example: string): void {
  if (Number.isInteger(value) && (value as number) >= least) return;
  refuse(`${what} vaut ${valueText(value)} mais il faut un entier d’au moins ${least}`, `donnez par exemple ${example}`); // prettier-ignore
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible('construire la tête du réseau', found, next));
}
