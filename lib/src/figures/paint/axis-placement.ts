import { type AxisPadding, padAxis } from '../../shape/pad-axis';

/** Where the windows of a convolution lie along one axis; cells count from 0 at the first of the input. */
export interface AxisPlacement {
  /** N, cells of the input. */
  size: number;
  /** F, cells of a window. */
  window: number;
  stride: number;
  /** Zeros in front of the input, and behind it. */
  before: number;
  after: number;
  /** First cell of each window: -before, then a stride further each. Empty when no window fits. */
  starts: number[];
  /** Cells at the end, zeros included, that the last window leaves. */
  rest: number;
}

/**
 * Places the windows of a convolution along one axis, as the library's operations do.
 *
 * @param padding `'valid'`, `'same'`, zeros at each end, or `{ before, after }`
 * @param doing how an error begins: « dessiner les fenêtres »
 * @throws RangeError when a size, the stride or the padding is out of its range
 */
export function axisPlacement(
  size: number,
  window: number,
  stride: number,
  padding: AxisPadding,
  doing: string,
): AxisPlacement {
  const { before, paddedSize, outputSize } = padAxis(size, window, stride, padding, doing);
  const count = Math.max(0, outputSize);
  const reach = count === 0 ? 0 : (count - 1) * stride + window;
  return {
    ...{ size, window, stride, before },
    after: paddedSize - size - before,
    starts: Array.from({ length: count }, (_, k) => k * stride - before),
    rest: Math.max(0, paddedSize - reach),
  };
}
