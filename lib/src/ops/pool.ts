import type { NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import { arrayOf, Volume } from '../volume/volume';
import { eachWindow } from './each-window';
import { giveBack, kindOf, toVolume } from './kind';
import type { Images, Like } from './like';
import { readOutputGradient } from './output-gradient';
import { poolPlan, type PoolOptions } from './pool-plan';

/** One kind of pooling: what it makes of the cells of a window, and its gradient. */
export interface Pooling {
  /** The window's number, from the image's data and the places of its cells. */
  value(image: Volume['data'], cells: readonly number[]): number;
  /** Adds to the cells' gradients their shares of the window's. */
  share(
    gradient: number,
    image: Volume['data'],
    cells: readonly number[],
    sums: Float64Array,
  ): void;
}

/** Slides the window and keeps one number of each place and channel. */
export function pool2d(
  pooling: Pooling,
  input: Images | Shapeless,
  options: PoolOptions,
  doing: string,
): Volume | NestedArray {
  const image = toVolume(input, "l'image");
  const plan = poolPlan(image.shape, options, doing);
  const output = Volume.zeros(plan.outputShape, image.dtype);
  eachWindow(plan, (cells, place) => {
    output.data[place] = pooling.value(image.data, cells);
  });
  return giveBack(output, kindOf(input));
}

/** Hands each window's gradient to its cells; a cell that several windows cover adds them up. */
export function pool2dBackward<T extends Images>(
  pooling: Pooling,
  dOutput: Images,
  input: T,
  options: PoolOptions,
  doing: string,
): Like<T> {
  const image = toVolume(input, "l'image");
  const plan = poolPlan(image.shape, options, doing);
  const upstream = readOutputGradient(dOutput, plan.outputShape, doing);
  const sums = new Float64Array(image.size);
  eachWindow(plan, (cells, place) => {
    pooling.share(upstream.data[place]!, image.data, cells, sums);
  });
  const dInput = new Volume(image.shape, arrayOf(image.dtype, sums));
  return giveBack(dInput, kindOf(input)) as Like<T>;
}
