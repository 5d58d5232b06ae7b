import { impossible, shapeCode } from '../errors';
import { padAxis, type Padding } from '../shape/pad-axis';
import type { Array1D, Array2D, Array3D, NestedArray } from '../volume/nested';
import { Volume } from '../volume/volume';
import { giveBack, kindOf, readBias, toVolume } from './kind';

export interface Conv1dOptions {
  /** Step of the window. Default 1. */
  stride?: number;
  /** Zeros at both ends. Default `'valid'`: none. */
  padding?: Padding;
  /** Added to each filter's map: one number a filter. Default none. */
  bias?: number | Array1D | Volume;
}

const doing = 'convoluer le signal par le noyau';

/**
 * Slides a kernel along a signal and, at each place, sums the products of what lies underneath.
 *
 * This is what networks call convolution: the kernel is not flipped (mathematicians call it
 * cross-correlation; `flipKernel` gives the other).
 *
 *     output[x][k] = bias[k] + sum over i, c of input[x * stride + i - padding][c] * kernel[i][c][k]
 *
 * | input                       | kernel                              | output                       |
 * |-----------------------------|-------------------------------------|------------------------------|
 * | `[length]`                  | `[kernelLength]`                    | `[outLength]`                |
 * | `[length, channels]`        | `[kernelLength, channels, filters]` | `[outLength, filters]`       |
 * | `[batch, length, channels]` | the same                            | `[batch, outLength, filters]` |
 *
 * `outLength` is what `outputSize` says. Any range of values; sums are computed in float64 and
 * rounded once where the input is a float32 Volume. NaN goes through. Neither argument is changed.
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.6 with one axis.
 *
 * @param input the signal: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filter or filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, channels, bias, stride or padding do not fit, or the kernel is
 *   longer than the padded signal
 *
 * @example
 * ```ts
 * const signal = [0, 1, 2, -1, 1, -3, 0];
 * conv1d(signal, [1, 0, -1]); // => [-2, 2, 1, 2, 1]
 * conv1d(signal, [1, 0, -1], { stride: 2 }); // => [-2, 1, 1]
 * conv1d([1, 2, 3], [1, 1, 1], { padding: 'same' }); // => [3, 6, 5]
 * ```
 */
export function conv1d(
  input: Volume,
  kernel: Volume | NestedArray,
  options?: Conv1dOptions,
): Volume;
export function conv1d(input: Array1D, kernel: Array1D | Volume, options?: Conv1dOptions): number[];
export function conv1d(
  input: Array2D,
  kernel: Array3D | Volume,
  options?: Conv1dOptions,
): number[][];
export function conv1d(
  input: Array3D,
  kernel: Array3D | Volume,
  options?: Conv1dOptions,
): number[][][];
export function conv1d(
  input: Volume | NestedArray,
  kernel: Volume | NestedArray,
  options: Conv1dOptions = {},
): Volume | NestedArray {
  const signal = toVolume(input, 'le signal');
  const filters = toVolume(kernel, 'le noyau');
  const result = convolve(signal, filters, options);
  return giveBack(result, kindOf(input));
}

function convolve(signal: Volume, kernel: Volume, options: Conv1dOptions): Volume {
  checkRanks(signal, kernel);
  const [batch, length, channels] = signalAxes(signal);
  const [kernelLength = 1, kernelChannels = 1, filters = 1] = kernel.shape;
  if (channels !== kernelChannels) throw new RangeError(channelsText(channels, kernelChannels));

  const stride = options.stride ?? 1;
  const axis = padAxis(length, kernelLength, stride, options.padding ?? 'valid', doing);
  if (axis.outputSize < 1) throw new RangeError(tooLongText(kernelLength, axis.paddedSize));
  const bias = readBias(options.bias, filters, doing);

  const output = Volume.zeros(
    outputShape(signal.rank, batch, axis.outputSize, filters),
    signal.dtype,
  );

  let place = 0; // in output.data: the loops below visit it from the first number to the last
  for (let item = 0; item < batch; item++) {
    for (let outPlace = 0; outPlace < axis.outputSize; outPlace++) {
      for (let filter = 0; filter < filters; filter++) {
        let sum = 0;
        for (let kernelPlace = 0; kernelPlace < kernelLength; kernelPlace++) {
          const inPlace = outPlace * stride + kernelPlace - axis.before;
          if (inPlace < 0 || inPlace >= length) continue; // a padded zero adds nothing
          const sample = (item * length + inPlace) * channels;
          const weight = kernelPlace * channels * filters + filter;
          for (let channel = 0; channel < channels; channel++) {
            sum +=
              (signal.data[sample + channel] as number) *
              (kernel.data[weight + channel * filters] as number);
          }
        }
        output.data[place++] = sum + (bias[filter] as number);
      }
    }
  }
  return output;
}

/** `[batch, length, channels]` of a signal that may lack a batch and channels. */
function signalAxes(signal: Volume): [number, number, number] {
  const [a = 1, b = 1, c = 1] = signal.shape;
  if (signal.rank === 3) return [a, b, c];
  return [1, a, signal.rank === 2 ? b : 1];
}

function outputShape(rank: number, batch: number, outLength: number, filters: number): number[] {
  if (rank === 1) return [outLength];
  if (rank === 2) return [outLength, filters];
  return [batch, outLength, filters];
}

function checkRanks(signal: Volume, kernel: Volume): void {
  const wantedKernelRank = { 1: 1, 2: 3, 3: 3 }[signal.rank];
  if (wantedKernelRank === undefined) {
    throw new RangeError(
      impossible(
        doing,
        `le signal a la forme ${shapeCode(signal.shape)}, de rang ${signal.rank}, mais il faut un rang de 1, 2 ou 3`,
        'donnez un signal [longueur], [longueur, canaux] ou un lot [lot, longueur, canaux]',
      ),
    );
  }
  if (kernel.rank === wantedKernelRank) return;
  const wanted = wantedKernelRank === 1 ? '[longueur]' : '[longueur, canaux, filtres]';
  throw new RangeError(
    impossible(
      doing,
      `le noyau a la forme ${shapeCode(kernel.shape)}, de rang ${kernel.rank}, mais un signal de rang ${signal.rank} demande un noyau de rang ${wantedKernelRank}`,
      `donnez un noyau ${wanted}`,
    ),
  );
}

function tooLongText(kernelLength: number, paddedSize: number): string {
  return impossible(
    doing,
    `le noyau a une longueur de ${kernelLength} mais le signal, remplissage compris, a une longueur de ${paddedSize}`,
    `utilisez padding: 'same' ou un noyau de longueur ${paddedSize} au plus`,
  );
}

function channelsText(channels: number, kernelChannels: number): string {
  const count = (n: number): string => `${n} ${n > 1 ? 'canaux' : 'canal'}`;
  return impossible(
    doing,
    `le signal a ${count(channels)} mais le noyau en attend ${kernelChannels}`,
    `donnez un noyau [longueur, ${channels}, filtres]`,
  );
}
