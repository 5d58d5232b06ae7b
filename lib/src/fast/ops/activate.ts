import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';

/** In the order of the kernels' numbers. */
const curves = ['sigmoid', 'tanh', 'swish', 'relu6', 'leakyRelu', 'elu'] as const;
type CurveName = (typeof curves)[number];

/** Floating-point operations a number, roughly: most have an exponential. */
const workOfOne = 20;

/**
 * Applies a curve to each number.
 *
 * @throws TypeError when the input is not a Volume
 */
export function activate(name: CurveName, input: Volume, alpha = 0): Volume {
  checkVolume(input, "l'entrée", `calculer ${name}`);
  return scope(() => {
    const { volume, at } = result(input.shape);
    const share = { over: input.size, work: input.size * workOfOne };
    run('activate', share, place(input), at, curves.indexOf(name), alpha);
    return volume;
  });
}

/**
 * The gradient for the input of `activate`.
 *
 * @throws TypeError or RangeError when an argument is not a Volume, or the shapes differ
 */
export function activateBackward(
  name: CurveName,
  dOutput: Volume,
  input: Volume,
  alpha = 0,
): Volume {
  const doing = `calculer le gradient de ${name}`;
  checkVolume(input, "l'entrée", doing);
  checkGradient(dOutput, input.shape, doing);
  return scope(() => {
    const { volume, at } = result(input.shape);
    const share = { over: input.size, work: input.size * workOfOne };
    const [dy, x] = [place(dOutput), place(input)];
    run('activateBackward', share, dy, x, at, curves.indexOf(name), alpha);
    return volume;
  });
}
