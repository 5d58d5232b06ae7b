import type { Step } from './walk';

/**
 * What one number of a feature map sees: `size` pixels of the input in height and width, padding
 * included, `stride` pixels further for its neighbour. « image » where it hangs on the whole image,
 * whatever its size: behind a flatten or a global pooling.
 */
export type ReceptiveField = 'image' | { size: [number, number]; stride: [number, number] };

/** Of a pixel of the input. */
export const onePixel: ReceptiveField = { size: [1, 1], stride: [1, 1] };

/**
 * The field behind a layer: a window of k places adds k - 1 strides. Where branches meet, the largest
 * counts. Layers without window (activation, normalisation, addition) see what their input saw.
 */
export function fieldBehind({
  layer,
  inputs,
  output,
  known,
}: Step<ReceptiveField>): ReceptiveField {
  const before = largest(known);
  if (before === 'image' || output.shape.length !== 4) return 'image';
  const { kernelSize, poolSize, strides, dilationRate, padding } = layer.getConfig();
  const window = pair(kernelSize ?? poolSize);
  if (window === undefined) {
    const moved = padding === undefined && !sameSize(inputs[0]!.shape, output.shape);
    return moved ? 'image' : before;
  }
  const step = pair(strides) ?? [1, 1];
  const spread = pair(dilationRate) ?? [1, 1];
  const along = (axis: 0 | 1): number =>
    before.size[axis] + (window[axis] - 1) * spread[axis] * before.stride[axis];
  return {
    size: [along(0), along(1)],
    stride: [before.stride[0] * step[0], before.stride[1] * step[1]],
  };
}

function largest(fields: readonly ReceptiveField[]): ReceptiveField {
  return fields.reduce((a, b) => {
    if (a === 'image' || b === 'image') return 'image';
    const larger = (of: 'size' | 'stride', axis: 0 | 1) => Math.max(a[of][axis], b[of][axis]);
    return {
      size: [larger('size', 0), larger('size', 1)],
      stride: [larger('stride', 0), larger('stride', 1)],
    };
  });
}

function sameSize(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === 4 && a[1] === b[1] && a[2] === b[2];
}

/** A length for both axes, or one for each. */
function pair(value: unknown): [number, number] | undefined {
  if (typeof value === 'number') return [value, value];
  if (!Array.isArray(value)) return undefined;
  const [first, second = first] = value as number[];
  return [first!, second!];
}
