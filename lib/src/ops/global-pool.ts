import type { NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import { imageAxes } from './image-axes';
import { giveBack, kindOf, toVolume } from './kind';
import type { Images, Like, Numbers } from './like';
import { readOutputGradient } from './output-gradient';
import { pool2d, pool2dBackward, type Pooling } from './pool';
import { poolPlan } from './pool-plan';

/** One window that covers the image: one number of each channel. */
export function globalPool2d(
  pooling: Pooling,
  input: Images | Shapeless,
  doing: string,
): Volume | NestedArray {
  const image = toVolume(input, "l'image");
  const output = toVolume(pool2d(pooling, image, wholeImage(image, doing), doing), '');
  return giveBack(output.reshape(globalShape(image.shape)), kindOf(input));
}

/** Hands each channel's gradient to its cells. */
export function globalPool2dBackward<T extends Images>(
  pooling: Pooling,
  dOutput: Numbers,
  input: T,
  doing: string,
): Like<T> {
  const image = toVolume(input, "l'image");
  const window = wholeImage(image, doing);
  const upstream = readOutputGradient(dOutput, globalShape(image.shape), doing);
  const onePlace = upstream.reshape(poolPlan(image.shape, window, doing).outputShape);
  const dInput = pool2dBackward(pooling, onePlace, image, window, doing);
  return giveBack(dInput, kindOf(input)) as Like<T>;
}

function wholeImage(image: Volume, doing: string): { poolSize: [number, number] } {
  const [, height, width] = imageAxes(image.shape, doing);
  return { poolSize: [height, width] };
}

/** `[channels]` of an image, `[batch, channels]` of a batch; `[1]` of an image without channels. */
export function globalShape(shape: readonly number[]): number[] {
  if (shape.length === 2) return [1];
  return shape.length === 3 ? [shape[2]!] : [shape[0]!, shape[3]!];
}
