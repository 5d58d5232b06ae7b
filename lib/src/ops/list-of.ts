import { impossible, shapeCode, valueText } from '../errors';
import { toVolume } from './kind';

/**
 * Reads one number a channel, or a unit.
 *
 * @param value nested arrays `[count]` or a Volume; `otherwise` fills in for `undefined`
 * @param what how an error names it: « gamma »
 * @param whose what there is one a piece of: « canal »
 * @returns `count` numbers, a copy
 * @throws RangeError when their count is another
 */
export function listOf(
  value: unknown,
  count: number,
  otherwise: number | 'required',
  what: string,
  whose: 'canal' | 'unité',
  doing: string,
): Float64Array {
  const wanted = `${count} nombre${count > 1 ? 's' : ''}, un par ${whose}`;
  if (value === undefined) {
    if (otherwise !== 'required') return new Float64Array(count).fill(otherwise);
    throw new RangeError(
      impossible(doing, `${what} est ${valueText(value)} mais il faut ${wanted}`, `donnez ${what}`),
    );
  }
  const volume = toVolume(value, what);
  if (volume.rank !== 1 || volume.size !== count) {
    throw new RangeError(
      impossible(
        doing,
        `${what} a la forme ${shapeCode(volume.shape)} mais il faut ${wanted}`,
        `donnez ${what} de forme [${count}]`,
      ),
    );
  }
  return Float64Array.from(volume.data);
}
