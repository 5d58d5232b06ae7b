import { globalShape } from '../../ops/global-pool';
import { imageAxes } from '../../ops/image-axes';
import { poolPlan } from '../../ops/pool-plan';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { scope } from '../engine/scope';
import { pool2d, pool2dBackward, type PoolKind } from './pool';

/** One window that covers the image: one number of each channel. */
export function globalPool2d(kind: PoolKind, input: Volume, doing: string): Volume {
  checkVolume(input, "l'image", doing);
  const window = wholeImage(input, doing);
  return scope(() => pool2d(kind, input, window, doing).reshape(globalShape(input.shape)));
}

/** Hands each channel's gradient to its cells. */
export function globalPool2dBackward(
  kind: PoolKind,
  dOutput: Volume,
  input: Volume,
  doing: string,
): Volume {
  checkVolume(input, "l'image", doing);
  const window = wholeImage(input, doing);
  checkGradient(dOutput, globalShape(input.shape), doing);
  const { outputShape } = poolPlan(input.shape, window, doing);
  return pool2dBackward(kind, dOutput.reshape(outputShape), input, window, doing);
}

function wholeImage(input: Volume, doing: string): { poolSize: [number, number] } {
  const [, height, width] = imageAxes(input.shape, doing);
  return { poolSize: [height, width] };
}
