import { run } from '../engine/engine';
import { workspace } from '../engine/scope';
import type { Plan } from './plan';

/** Images in the engine's memory, with their zeros around them. */
export interface Padded {
  at: number;
  height: number;
  width: number;
}

/** The input with the zeros that its patches reach; the input itself where there are none. */
export function paddedInput(plan: Plan, x: number): Padded {
  const { height, width, top, left } = plan;
  const reach = (out: number, stride: number, taps: number, dilation: number): number =>
    (out - 1) * stride + (taps - 1) * dilation + 1;
  const wantedHeight = reach(plan.outHeight, plan.strideY, plan.kernelHeight, plan.dilationY);
  const wantedWidth = reach(plan.outWidth, plan.strideX, plan.kernelWidth, plan.dilationX);
  if (top === 0 && left === 0 && wantedHeight <= height && wantedWidth <= width) {
    return { at: x, height, width };
  }
  return lay(x, plan.batch, plan.channels, {
    image: { height, width },
    wanted: { height: wantedHeight, width: wantedWidth },
    corner: { top, left },
    spread: { y: 1, x: 1 },
  });
}

/**
 * The gradient of the output as the gradient of the input sees it: its pixels `stride` apart, with
 * zeros around them so that a window as large as the kernel covers all that a pixel took part in.
 */
export function paddedGradient(plan: Plan, dy: number): Padded {
  const { outHeight, outWidth, strideY, strideX } = plan;
  const reachY = (plan.kernelHeight - 1) * plan.dilationY;
  const reachX = (plan.kernelWidth - 1) * plan.dilationX;
  const wanted = { height: plan.height + reachY, width: plan.width + reachX };
  const corner = { top: reachY - plan.top, left: reachX - plan.left };
  const inPlace =
    corner.top === 0 &&
    corner.left === 0 &&
    strideY === 1 &&
    strideX === 1 &&
    wanted.height <= outHeight &&
    wanted.width <= outWidth;
  if (inPlace) return { at: dy, height: outHeight, width: outWidth };
  return lay(dy, plan.batch, plan.filters, {
    image: { height: outHeight, width: outWidth },
    wanted,
    corner,
    spread: { y: strideY, x: strideX },
  });
}

interface Layout {
  image: { height: number; width: number };
  wanted: { height: number; width: number };
  corner: { top: number; left: number };
  spread: { y: number; x: number };
}

function lay(from: number, batch: number, channels: number, layout: Layout): Padded {
  const { image, wanted, corner, spread } = layout;
  const size = batch * wanted.height * wanted.width * channels;
  const at = workspace(size);
  const share = { over: batch * wanted.height, work: size / 2 };
  const { top, left } = corner;
  run(
    'padImages',
    share,
    from,
    at,
    image.height,
    image.width,
    channels,
    top,
    left,
    spread.y,
    spread.x,
    wanted.height,
    wanted.width,
  );
  return { at, ...wanted };
}
