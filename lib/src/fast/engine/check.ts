import { impossible, shapeCode, valueText } from '../../errors';
import { Volume } from '../../volume/volume';

/**
 * Fast operations take Volumes only: nested arrays would cost more to read than the operation.
 *
 * @throws TypeError when it is something else
 */
export function checkVolume(value: unknown, what: string, doing: string): asserts value is Volume {
  if (value instanceof Volume) return;
  throw new TypeError(
    impossible(
      doing,
      `${what} est ${valueText(value)} mais il faut un Volume`,
      "donnez Volume.from(tableaux, 'float32')",
    ),
  );
}

/** @throws TypeError or RangeError when dOutput is not a Volume of the forward's output shape */
export function checkGradient(dOutput: unknown, shape: readonly number[], doing: string): void {
  checkVolume(dOutput, 'le gradient de la sortie (dOutput)', doing);
  if (shapeCode(dOutput.shape) === shapeCode(shape)) return;
  throw new RangeError(
    impossible(
      doing,
      `le gradient de la sortie (dOutput) a la forme ${shapeCode(dOutput.shape)} mais la sortie a la forme ${shapeCode(shape)}`,
      'donnez un gradient de la forme de la sortie',
    ),
  );
}
