import type * as Tfjs from '@tensorflow/tfjs';

import { impossible } from '../../errors';
import { modelInside } from '../../graph/model/model-inside';
import { logitsOf, softmaxEnds } from '../../graph/model/softmax-ends';
import type { ModelInside, SymbolicInside } from '../../graph/model/tfjs-inside';
import type { LayersModel } from '../../tf/models';
import { wholeTf, type WholeTf } from '../../tf/whole-tf';
import type { Volume } from '../../volume/volume';
import { walk } from '../describe/walk';
import { mainPath } from './maps';
import { readImage, type OneImage } from './one-image';

/** A model, and the image that it is watched reading. */
export interface Look {
  tf: WholeTf;
  model: ModelInside;
  /** float32 `[height, width, channels]`. */
  image: Volume;
}

/**
 * @throws TypeError when it is no model that is built
 * @throws RangeError when it has several inputs, or reads other images
 */
export function lookAt(doing: string, model: LayersModel, image: OneImage): Look {
  const inside = readModel(doing, model);
  const [input] = inside.inputs;
  return { tf: wholeTf(), model: inside, image: readImage(doing, image, input!.shape.slice(1)) };
}

/** @throws TypeError or RangeError when it is no model of one input that reads images */
export function readModel(doing: string, model: LayersModel): ModelInside {
  const inside = modelInside(doing, model);
  const { inputs } = inside;
  if (inputs.length > 1 || inputs[0]!.shape.length !== 4) {
    const shapes = inputs.map(({ shape }) => `[${shape.map((n) => n ?? 'libre').join(', ')}]`);
    throw new RangeError(
      impossible(
        doing,
        `le modèle lit ${shapes.join(' et ')}, et non une image par exemple`,
        'donnez un modèle dont l’entrée est [lot, hauteur, largeur, canaux]',
      ),
    );
  }
  return inside;
}

/**
 * Runs a model as it answers (no dropout, moving statistics), layer by layer, to its first output.
 *
 * @param x `[batch, height, width, channels]`
 * @param see is shown what each layer gives, and gives what the next layers read in its place
 * @returns the output, a softmax at its end left out: the logits
 */
export function runLayers(
  { tf, model }: Pick<Look, 'tf' | 'model'>,
  x: Tfjs.Tensor,
  see: (output: SymbolicInside, tensor: Tfjs.Tensor) => Tfjs.Tensor = (_, tensor) => tensor,
): Tfjs.Tensor {
  const end = softmaxEnds(model)[0]?.layer;
  const [output] = walk<Tfjs.Tensor>(mainPath(model), [x], (step) => {
    const { layer, known } = step;
    const inputs = known.length === 1 ? known[0]! : [...known];
    const whole = layer as unknown as Tfjs.layers.Layer;
    const made =
      layer === end
        ? logitsOf(tf, layer, known[0]!)
        : (whole.apply(inputs, { training: false }) as Tfjs.Tensor);
    return see(step.output, made);
  });
  return output!;
}

/** Computes, and frees every tensor made on the way: what it returns holds none. */
export function scoped<T>(tf: WholeTf, work: () => T): T {
  let result!: T;
  tf.tidy(() => {
    result = work();
  });
  return result;
}
