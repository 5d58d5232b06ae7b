import { impossible, shapeCode, shapeText, valueText } from '../errors';
import { padAxis, type PaddedAxis, type Padding } from '../shape/pad-axis';
import type { Array1D, Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import { Volume } from '../volume/volume';
import { giveBack, kindOf, readBias, toVolume } from './kind';

export interface Conv2dOptions {
  /** Step of the window: one number, or `[vertical, horizontal]`. Default 1. */
  stride?: number | readonly [number, number];
  /** Zeros around the image, the same rule on both axes. Default `'valid'`: none. */
  padding?: Padding;
  /** Added to each filter's map: one number a filter. Default none. */
  bias?: number | Array1D | Volume;
}

const doing = "convoluer l'image par le noyau";

/**
 * Slides a kernel over an image and, at each place, sums the products of what lies underneath.
 *
 * This is what networks call convolution: the kernel is not flipped (mathematicians call it
 * cross-correlation; `flipKernel` gives the other).
 *
 *     output[y][x][k] = bias[k] + sum over i, j, c of
 *                       input[y * stride + i - padding][x * stride + j - padding][c] * kernel[i][j][c][k]
 *
 * | input                              | kernel                                      | output                                   |
 * |------------------------------------|---------------------------------------------|------------------------------------------|
 * | `[height, width]`                  | `[kernelHeight, kernelWidth]`               | `[outHeight, outWidth]`                  |
 * | `[height, width, channels]`        | `[kernelHeight, kernelWidth, channels, filters]` | `[outHeight, outWidth, filters]`    |
 * | `[batch, height, width, channels]` | the same                                    | `[batch, outHeight, outWidth, filters]`  |
 *
 * `outHeight` and `outWidth` are what `outputSize` says. Any range of values; sums are computed in
 * float64 and rounded once where the input is a float32 Volume. NaN goes through. Neither argument
 * is changed. Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.6.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filter or filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, channels, bias, stride or padding do not fit, or the kernel is
 *   larger than the padded image
 *
 * @example
 * ```ts
 * const image = [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]];
 * const kernel = [[1, 0, 1], [0, 1, 0], [1, 0, 1]];
 * conv2d(image, kernel); // => [[4, 3, 4], [2, 4, 3], [2, 3, 4]]
 * conv2d(image, kernel, { stride: 2 }); // => [[4, 4], [2, 4]]
 * conv2d(image, kernel, { stride: [2, 1], bias: 10 }); // => [[14, 13, 14], [12, 13, 14]]
 * conv2d([[1, 2], [3, 4]], [[1, 1], [1, 1]], { padding: 'same' }); // => [[10, 6], [7, 4]]
 * ```
 */
export function conv2d(
  input: Volume,
  kernel: Volume | NestedArray,
  options?: Conv2dOptions,
): Volume;
export function conv2d(
  input: Array2D,
  kernel: Array2D | Volume,
  options?: Conv2dOptions,
): number[][];
export function conv2d(
  input: Array3D,
  kernel: Array4D | Volume,
  options?: Conv2dOptions,
): number[][][];
export function conv2d(
  input: Array4D,
  kernel: Array4D | Volume,
  options?: Conv2dOptions,
): number[][][][];
export function conv2d(
  input: Volume | NestedArray,
  kernel: Volume | NestedArray,
  options: Conv2dOptions = {},
): Volume | NestedArray {
  const image = toVolume(input, "l'image");
  const filters = toVolume(kernel, 'le noyau');
  const result = convolve(image, filters, options);
  return giveBack(result, kindOf(input));
}

function convolve(image: Volume, kernel: Volume, options: Conv2dOptions): Volume {
  checkRanks(image, kernel);
  const [batch, height, width, channels] = imageAxes(image);
  const [kernelHeight, kernelWidth, kernelChannels, filters] = kernelAxes(kernel);
  if (channels !== kernelChannels) throw new RangeError(channelsText(channels, kernelChannels));

  const [strideY, strideX] = readStride(options.stride ?? 1);
  const padding = options.padding ?? 'valid';
  const rows = padAxis(height, kernelHeight, strideY, padding, doing);
  const cols = padAxis(width, kernelWidth, strideX, padding, doing);
  checkFits(rows, cols, kernelHeight, kernelWidth);
  const bias = readBias(options.bias, filters, doing);

  const shape = outputShape(image.rank, batch, rows.outputSize, cols.outputSize, filters);
  const output = Volume.zeros(shape, image.dtype);

  let place = 0; // in output.data: the loops below visit it from the first number to the last
  for (let item = 0; item < batch; item++) {
    for (let outRow = 0; outRow < rows.outputSize; outRow++) {
      for (let outCol = 0; outCol < cols.outputSize; outCol++) {
        for (let filter = 0; filter < filters; filter++) {
          let sum = 0;
          for (let kernelRow = 0; kernelRow < kernelHeight; kernelRow++) {
            const row = outRow * strideY + kernelRow - rows.before;
            if (row < 0 || row >= height) continue; // a padded zero adds nothing
            for (let kernelCol = 0; kernelCol < kernelWidth; kernelCol++) {
              const col = outCol * strideX + kernelCol - cols.before;
              if (col < 0 || col >= width) continue;
              const pixel = ((item * height + row) * width + col) * channels;
              const weight = (kernelRow * kernelWidth + kernelCol) * channels * filters + filter;
              for (let channel = 0; channel < channels; channel++) {
                sum +=
                  (image.data[pixel + channel] as number) *
                  (kernel.data[weight + channel * filters] as number);
              }
            }
          }
          output.data[place++] = sum + (bias[filter] as number);
        }
      }
    }
  }
  return output;
}

type FourAxes = [number, number, number, number];

/** `[batch, height, width, channels]` of an image that may lack a batch and channels. */
function imageAxes(image: Volume): FourAxes {
  const [a = 1, b = 1, c = 1, d = 1] = image.shape;
  if (image.rank === 4) return [a, b, c, d];
  return [1, a, b, image.rank === 3 ? c : 1];
}

/** `[height, width, channels, filters]` of a kernel that may be a single matrix. */
function kernelAxes(kernel: Volume): FourAxes {
  const [height = 1, width = 1, channels = 1, filters = 1] = kernel.shape;
  return [height, width, channels, filters];
}

function outputShape(
  rank: number,
  batch: number,
  outHeight: number,
  outWidth: number,
  filters: number,
): number[] {
  if (rank === 2) return [outHeight, outWidth];
  if (rank === 3) return [outHeight, outWidth, filters];
  return [batch, outHeight, outWidth, filters];
}

function readStride(stride: unknown): [number, number] {
  if (typeof stride === 'number') return [stride, stride];
  if (Array.isArray(stride) && stride.length === 2) return stride as [number, number];
  throw new RangeError(
    impossible(
      doing,
      `le pas (stride) est ${valueText(stride)} mais il doit être un entier ou une paire [vertical, horizontal]`,
      'donnez par exemple stride: 2 ou stride: [2, 1]',
    ),
  );
}

function checkRanks(image: Volume, kernel: Volume): void {
  const wantedKernelRank = { 2: 2, 3: 4, 4: 4 }[image.rank];
  if (wantedKernelRank === undefined) {
    throw new RangeError(
      impossible(
        doing,
        `l'image a la forme ${shapeCode(image.shape)}, de rang ${image.rank}, mais il faut un rang de 2, 3 ou 4`,
        'donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
      ),
    );
  }
  if (kernel.rank === wantedKernelRank) return;
  const wanted =
    wantedKernelRank === 2 ? '[hauteur, largeur]' : '[hauteur, largeur, canaux, filtres]';
  throw new RangeError(
    impossible(
      doing,
      `le noyau a la forme ${shapeCode(kernel.shape)}, de rang ${kernel.rank}, mais une image de rang ${image.rank} demande un noyau de rang ${wantedKernelRank}`,
      `donnez un noyau ${wanted}`,
    ),
  );
}

function checkFits(
  rows: PaddedAxis,
  cols: PaddedAxis,
  kernelHeight: number,
  kernelWidth: number,
): void {
  if (rows.outputSize >= 1 && cols.outputSize >= 1) return;
  const padded = shapeText([rows.paddedSize, cols.paddedSize]);
  throw new RangeError(
    impossible(
      doing,
      `le noyau fait ${shapeText([kernelHeight, kernelWidth])} mais l'image, remplissage compris, fait ${padded}`,
      `utilisez padding: 'same' ou un noyau d'au plus ${padded}`,
    ),
  );
}

function channelsText(channels: number, kernelChannels: number): string {
  const count = (n: number): string => `${n} ${n > 1 ? 'canaux' : 'canal'}`;
  return impossible(
    doing,
    `l'image a ${count(channels)} mais le noyau en attend ${kernelChannels}`,
    `donnez un noyau [hauteur, largeur, ${channels}, filtres]`,
  );
}
