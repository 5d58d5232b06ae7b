import { impossible, shapeCode, valueText } from '../errors';
import type { Volume } from '../volume/volume';
import { toVolume } from './kind';

const name = 'le gradient de la sortie (dOutput)';

/**
 * Reads the gradient that comes from above: of the loss, for each number of the output.
 *
 * @param shape the output's
 * @throws RangeError when the gradient has another
 */
export function readOutputGradient(
  dOutput: unknown,
  shape: readonly number[],
  doing: string,
): Volume {
  const gradient = toVolume(dOutput, name);
  checkOutputGradient(gradient.shape, shape, doing);
  return gradient;
}

/** @throws RangeError when a gradient has not the shape of the output */
export function checkOutputGradient(
  found: readonly number[],
  wanted: readonly number[],
  doing: string,
): void {
  if (shapeCode(found) === shapeCode(wanted)) return;
  throw new RangeError(
    impossible(
      doing,
      `${name} a la forme ${shapeCode(found)} mais la sortie a la forme ${shapeCode(wanted)}`,
      'donnez un gradient de la forme de la sortie',
    ),
  );
}

/**
 * Reads the gradient that comes from above where the output is one number.
 *
 * @param what that number is: « la perte »
 * @throws TypeError when the gradient is something else than a number
 */
export function readNumberGradient(dOutput: unknown, what: string, doing: string): number {
  if (typeof dOutput === 'number') return dOutput;
  throw new TypeError(
    impossible(
      doing,
      `${name} est ${valueText(dOutput)} mais ${what} est un nombre`,
      'donnez un nombre aussi pour le gradient',
    ),
  );
}
