import { impossible, valueText } from '../../errors';
import { readConv2d, type Conv2dGeometry, type Conv2dOptions } from '../../ops/read-conv2d';
import type { Volume } from '../../volume/volume';
import { paddedInput } from '../convolution/padded';
import { tapsOf } from '../convolution/taps';
import { checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';

/** Those of `conv2d` that say where the patches lie. */
export type Im2colOptions = Pick<Conv2dOptions, 'stride' | 'padding' | 'dilation'>;

/**
 * Lays the patch that each output pixel of a convolution sees in a row: the convolution is then one
 * product of matrices, `dense(im2col(image, [kh, kw]), kernel as [kh * kw * channels, filters])`.
 * `conv2d` computes that product without writing the rows out: each number would be there up to
 * `kh * kw` times.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @param window `[kh, kw]`, the kernel's height and width
 * @param options stride, padding and dilation, as `conv2d` has them
 * @returns `[batch * outHeight * outWidth, kh * kw * channels]`, float32; zeros where there is padding
 * @throws TypeError when the image is not a Volume
 * @throws RangeError when the window is not two whole numbers above 0, and as the plain `conv2d` does
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2, 3], [4, 5, 6]], 'float32');
 * fast.im2col(image, [2, 2]).toNested(2); // => [[1, 2, 4, 5], [2, 3, 5, 6]]
 * ```
 */
export function im2col(
  input: Volume,
  window: readonly [number, number],
  options: Im2colOptions = {},
): Volume {
  const doing = "ranger les fenêtres de l'image en lignes";
  checkVolume(input, "l'image", doing);
  checkWindow(window, doing);
  const channels = input.rank === 2 ? [] : [input.shape.at(-1)!, 1];
  const geometry = readConv2d(input.shape, [...window, ...channels], options, doing);
  const { batch, outHeight, outWidth, kernelHeight, kernelWidth } = geometry;
  const shape = [batch * outHeight * outWidth, kernelHeight * kernelWidth * geometry.channels];
  return scope(() => {
    const { volume, at } = result(shape);
    layPatches(geometry, place(input), at);
    return volume;
  });
}

function layPatches(geometry: Conv2dGeometry, x: number, y: number): void {
  const { batch, channels, outHeight, outWidth } = geometry;
  const images = paddedInput(geometry, x);
  const rowSize = images.width * channels;
  const taps = tapsOf(geometry);
  const over = batch * outHeight * outWidth;
  run(
    'im2col',
    { over, work: over * taps.rows * taps.cols * taps.run },
    images.at,
    y,
    outHeight,
    outWidth,
    images.height * rowSize,
    geometry.strideY * rowSize,
    geometry.strideX * channels,
    taps.rows,
    geometry.dilationY * rowSize,
    taps.cols,
    geometry.dilationX * channels,
    taps.run,
  );
}

function checkWindow(window: unknown, doing: string): void {
  const sides = Array.isArray(window) ? (window as unknown[]) : [];
  if (sides.length === 2 && sides.every((side) => Number.isInteger(side) && Number(side) > 0)) {
    return;
  }
  throw new RangeError(
    impossible(
      doing,
      `la fenêtre est ${valueText(window)} mais il faut deux entiers d'au moins 1, [hauteur, largeur]`,
      'donnez par exemple [3, 3]',
    ),
  );
}
