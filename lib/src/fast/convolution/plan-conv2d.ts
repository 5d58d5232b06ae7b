import { padAxis, type Padding } from '../../shape/pad-axis';
import type { Volume } from '../../volume/volume';
import type { Plan } from './plan';

type Sides = readonly [number, number];

export interface PlanOptions {
  stride?: number | Sides;
  padding?: Padding | readonly [Sides, Sides];
  dilation?: number | Sides;
  groups?: number;
}

/** Settles a convolution of an image of rank 2, 3 or 4. */
export function planConv2d(
  image: Volume,
  kernel: Volume,
  options: PlanOptions,
  doing: string,
): { plan: Plan; outputShape: number[] } {
  const [a = 1, b = 1, c = 1, d = 1] = image.shape;
  const [batch, height, width, channels] =
    image.rank === 4 ? [a, b, c, d] : [1, a, b, image.rank === 3 ? c : 1];
  const [kernelHeight = 1, kernelWidth = 1, , filters = 1] = kernel.shape;
  const [strideY, strideX] = pair(options.stride ?? 1);
  const [dilationY, dilationX] = pair(options.dilation ?? 1);
  const { padding = 'valid' } = options;
  const reachY = (kernelHeight - 1) * dilationY + 1;
  const reachX = (kernelWidth - 1) * dilationX + 1;
  const sides = typeof padding === 'object' ? padding : undefined;
  const rows = axis(height, reachY, strideY, sides?.[0] ?? (padding as Padding), doing);
  const cols = axis(width, reachX, strideX, sides?.[1] ?? (padding as Padding), doing);
  const plan: Plan = {
    ...{ batch, height, width, channels, kernelHeight, kernelWidth, filters },
    ...{ strideY, strideX, dilationY, dilationX, groups: options.groups ?? 1 },
    ...{ top: rows.before, left: cols.before },
    ...{ outHeight: rows.outputSize, outWidth: cols.outputSize },
  };
  const outputShape =
    image.rank === 2
      ? [plan.outHeight, plan.outWidth]
      : [...(image.rank === 4 ? [batch] : []), plan.outHeight, plan.outWidth, filters];
  return { plan, outputShape };
}

function axis(
  size: number,
  reach: number,
  stride: number,
  padding: Padding | Sides,
  doing: string,
): { before: number; outputSize: number } {
  if (typeof padding !== 'object') return padAxis(size, reach, stride, padding, doing);
  const [before, after] = padding;
  return { before, outputSize: Math.floor((size + before + after - reach) / stride) + 1 };
}

function pair(value: number | Sides): Sides {
  return typeof value === 'number' ? [value, value] : value;
}
