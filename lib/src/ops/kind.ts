import { impossible, shapeCode } from '../errors';
import { flatten, nest, type NestedArray } from '../volume/nested';
import { Volume } from '../volume/volume';

/**
 * Operations give back the kind they were given: a Volume for a Volume, nested arrays for nested
 * arrays. Inside they all work on Volumes.
 */
export type Kind = 'volume' | 'nested';

/** Reads an argument of either kind; nested arrays are kept in float64. */
export function toVolume(value: unknown, what: string): Volume {
  if (value instanceof Volume) return value;
  const { shape, values } = flatten(value, what);
  return new Volume(shape, Float64Array.from(values));
}

export function kindOf(value: unknown): Kind {
  return value instanceof Volume ? 'volume' : 'nested';
}

export function giveBack(result: Volume, kind: Kind): Volume | NestedArray {
  return kind === 'volume' ? result : (nest(result.shape, result.data) as NestedArray);
}

/**
 * Reads a bias: one number a filter, or a single number where there is a single filter.
 *
 * @returns `filters` numbers, zeros when there is no bias
 * @throws RangeError when their count is not that of the filters
 */
export function readBias(bias: unknown, filters: number, doing: string): Float64Array {
  if (bias === undefined) return new Float64Array(filters);
  const volume = toVolume(typeof bias === 'number' ? [bias] : bias, 'le biais');
  if (volume.rank !== 1 || volume.size !== filters) {
    throw new RangeError(
      impossible(
        doing,
        `le biais a la forme ${shapeCode(volume.shape)} mais il y a ${filters} filtre${filters > 1 ? 's' : ''}`,
        `donnez un biais de ${filters} nombre${filters > 1 ? 's' : ''}, un par filtre`,
      ),
    );
  }
  return Float64Array.from(volume.data);
}
