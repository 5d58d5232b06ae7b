import { shapeCode } from '../errors';
import { Volume } from '../volume/volume';
import { seededVolume } from './seeded-volume';

export interface GradientCheck {
  /** How a failure names the gradient: `'dKernel'`. Default `'dInput'`. */
  name?: string;
  /** Largest error, relative to the larger of 1 and the gradients. Default 1e-6. */
  tolerance?: number;
  /** Half the distance between the two points. Default 1e-5. */
  step?: number;
  /** Of the gradient that comes from above. Default 1. */
  seed?: number;
}

/**
 * Holds a backward pass to its forward pass by centred differences in float64.
 *
 * The loss is `sum(output * dOutput)` with a random `dOutput`. Each number of the argument is moved
 * a little up and down; what that does to the loss must be what `backward` says of it. Works where
 * `forward` is smooth around `argument`: for relu or max pooling take numbers that lie `apart`
 * (see `volumeOf`), so that none changes side within a step.
 *
 * @param forward the operation as a function of the one argument: `(kernel) => conv2d(image, kernel)`
 * @param argument a float64 Volume; it is copied, not written to
 * @param backward the gradient for that argument: `(dy) => conv2dBackward(dy, image, kernel).dKernel`.
 *   Where `forward` gives a number, `dOutput` is a Volume `[1]`
 * @throws Error that names the number, what the differences say and what `backward` says
 */
export function checkGradient(
  forward: (argument: Volume) => Volume | number,
  argument: Volume,
  backward: (dOutput: Volume) => Volume,
  { name = 'dInput', tolerance = 1e-6, step = 1e-5, seed = 1 }: GradientCheck = {},
): void {
  if (argument.dtype !== 'float64') throw new TypeError(`${name}: differences need float64`);
  const outputs = (at: Volume): Volume => asVolume(forward(at));
  const dOutput = seededVolume(outputs(argument).shape, seed);
  const analytic = backward(dOutput);
  if (String(analytic.shape) !== String(argument.shape)) {
    throw new Error(
      `${name} has shape ${shapeCode(analytic.shape)}, its argument ${shapeCode(argument.shape)}`,
    );
  }

  const moved = new Volume(argument.shape, Float64Array.from(argument.data));
  for (let i = 0; i < argument.size; i++) {
    const middle = argument.data[i]!;
    moved.data[i] = middle + step;
    const above = outputs(moved);
    moved.data[i] = middle - step;
    const below = outputs(moved);
    moved.data[i] = middle;

    let numeric = 0;
    for (let o = 0; o < dOutput.size; o++) {
      // Number by number: the difference of two whole losses would lose digits.
      numeric += (dOutput.data[o]! * (above.data[o]! - below.data[o]!)) / (2 * step);
    }
    const found = analytic.data[i]!;
    const error = Math.abs(found - numeric) / Math.max(1, Math.abs(found), Math.abs(numeric));
    if (!(error <= tolerance)) {
      throw new Error(
        `${name}[${placeOf(i, argument.shape).join('][')}]: differences say ${numeric}, ` +
          `backward says ${found} (relative error ${error.toExponential(1)}, at most ${tolerance})`,
      );
    }
  }
}

/** The index on each axis of a number's place in a volume's data. */
export function placeOf(place: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  for (const length of [...shape].reverse()) {
    index.unshift(place % length);
    place = Math.floor(place / length);
  }
  return index;
}

function asVolume(output: Volume | number): Volume {
  // A copy: an operation may hand out the same array again.
  if (typeof output === 'number') return new Volume([1], Float64Array.of(output));
  return new Volume(output.shape, output.data.slice());
}
