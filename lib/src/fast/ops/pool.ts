import { poolPlan, type PoolOptions, type PoolPlan } from '../../ops/pool-plan';
import { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';

export type PoolKind = 'max' | 'sum' | 'mean';

/** Slides the window and keeps one number of each place and channel. */
export function pool2d(kind: PoolKind, input: Volume, options: PoolOptions, doing: string): Volume {
  checkVolume(input, "l'image", doing);
  const plan = poolPlan(input.shape, options, doing);
  return scope(() => {
    const { volume, at } = result(plan.outputShape);
    const share = { over: plan.batch * plan.rows.outputSize, work: workOf(plan) };
    const x = place(input);
    if (kind === 'max') run('poolMax', share, x, at, ...numbersOf(plan));
    else run('poolSum', share, x, at, Number(kind === 'mean'), ...numbersOf(plan));
    return volume;
  });
}

/** Hands each window's gradient to its cells; a cell that several windows cover adds them up. */
export function pool2dBackward(
  kind: PoolKind,
  dOutput: Volume,
  input: Volume,
  options: PoolOptions,
  doing: string,
): Volume {
  checkVolume(input, "l'image", doing);
  const plan = poolPlan(input.shape, options, doing);
  checkGradient(dOutput, plan.outputShape, doing);
  return scope(() => {
    const { volume, at } = result(input.shape);
    const share = { over: plan.batch, work: 2 * workOf(plan) };
    const dy = place(dOutput);
    if (kind === 'max') run('poolMaxBackward', share, dy, place(input), at, ...numbersOf(plan));
    else run('poolSumBackward', share, dy, at, Number(kind === 'mean'), ...numbersOf(plan));
    return volume;
  });
}

function workOf({ batch, channels, rows, cols }: PoolPlan): number {
  return batch * channels * rows.outputSize * cols.outputSize * rows.windowSize * cols.windowSize;
}

/** What the kernels need to know. */
function numbersOf({ channels, rows, cols }: PoolPlan): PoolNumbers {
  return [
    rows.inputSize,
    cols.inputSize,
    channels,
    rows.outputSize,
    cols.outputSize,
    rows.windowSize,
    cols.windowSize,
    rows.stride,
    cols.stride,
    rows.before,
    cols.before,
  ];
}

type PoolNumbers = [
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  windowHeight: number,
  windowWidth: number,
  strideY: number,
  strideX: number,
  top: number,
  left: number,
];
