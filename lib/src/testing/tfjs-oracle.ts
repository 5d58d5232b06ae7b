import type * as Tfjs from '@tensorflow/tfjs';

import { shapeCode } from '../errors';
import { loadTf } from '../tf/load';
import { Volume } from '../volume/volume';
import { placeOf } from './check-gradient';

/** The whole of tfjs: TensorFlow's kernels where its library is in place, plain JavaScript elsewhere. */
export const tfjs = loadTf() as unknown as typeof Tfjs;

/** An operation in tfjs's terms: one tensor for each Volume it is computed of. */
export type TensorOperation = (...tensors: Tfjs.Tensor4D[]) => Tfjs.Tensor;

/** What tfjs answers, as a float32 Volume: `tfCompute([image, kernel], (x, w) => tf.conv2d(...))`. */
export function tfCompute(volumes: readonly Volume[], operation: TensorOperation): Volume {
  const [output] = compute(() => [operation(...volumes.map(toTensor))]);
  return output!;
}

/**
 * The gradients that tfjs finds of `sum(output * dOutput)`, one for each Volume, in float32.
 *
 * Tensors come in with the Volumes' own ranks; TypeScript is told rank 4 to spare the casts.
 */
export function tfGradients(
  dOutput: Volume,
  volumes: readonly Volume[],
  operation: TensorOperation,
): Volume[] {
  return compute(() => {
    const gradients = tfjs.grads(operation as (...tensors: Tfjs.Tensor[]) => Tfjs.Tensor);
    return gradients(volumes.map(toTensor), toTensor(dOutput));
  });
}

/**
 * The same shape, and each number within `tolerance` of the other, relative to the larger of 1 and
 * that number. NaN is close to NaN, an infinity to itself.
 *
 * @throws Error that names the first number that differs, both values and the shape
 */
export function assertClose(ours: Volume, theirs: Volume, tolerance = 1e-5, name = 'output'): void {
  if (String(ours.shape) !== String(theirs.shape)) {
    throw new Error(
      `${name} has shape ${shapeCode(ours.shape)}, the oracle's ${shapeCode(theirs.shape)}`,
    );
  }
  for (let i = 0; i < ours.size; i++) {
    const a = ours.data[i]!;
    const b = theirs.data[i]!;
    const close = Number.isFinite(b) && Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
    if (close || Object.is(a, b)) continue;
    const place = placeOf(i, ours.shape).join('][');
    throw new Error(`${name}[${place}] of ${shapeCode(ours.shape)} is ${a}, the oracle says ${b}`);
  }
}

function toTensor(volume: Volume): Tfjs.Tensor4D {
  return tfjs.tensor<Tfjs.Rank>(Float32Array.from(volume.data), [...volume.shape]) as Tfjs.Tensor4D;
}

function compute(build: () => Tfjs.Tensor[]): Volume[] {
  const results = tfjs.tidy(build);
  return results.map((result) => {
    const numbers = Float32Array.from(result.dataSync());
    const shape = result.shape.length === 0 ? [1] : result.shape;
    result.dispose();
    return new Volume(shape, numbers);
  });
}
