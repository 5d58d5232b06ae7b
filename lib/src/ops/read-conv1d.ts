import { impossible, shapeCode } from '../errors';
import { padAxis } from '../shape/pad-axis';
import type { Array1D } from '../volume/nested';
import type { Volume } from '../volume/volume';
import { checkOptions } from './check-options';
import { readBias } from './kind';
import { checkGroups } from './read-conv-groups';
import { checkCount, splitPadding1d, type Padding1d } from './read-conv-options';

/** Options of `conv1d` and of its relatives. */
export interface Conv1dOptions<
  S extends number = number,
  P extends Padding1d = Padding1d,
  D extends number = number,
  G extends number = number,
> {
  /** Step of the window. Default 1. */
  stride?: S;
  /**
   * Zeros at both ends. Default `'valid'`: none. `'same'` makes the output `ceil(length / stride)`
   * long, whatever the dilation; an odd zero goes to the right.
   */
  padding?: P;
  /** Distance between neighbouring weights of the kernel. Default 1: none is skipped. */
  dilation?: D;
  /** Shares the channels among the filters, equally. Default 1: each filter sees all channels. */
  groups?: G;
  /** Added to each filter's map: one number a filter. Default none. */
  bias?: number | Array1D | Volume;
}

/** A convolution of signals in numbers: all that the loops need to know. */
export interface Conv1dGeometry {
  batch: number;
  length: number;
  /** Of the signal; the kernel has `channels / groups`. */
  channels: number;
  kernelLength: number;
  filters: number;
  groups: number;
  stride: number;
  dilation: number;
  /** Zeros before the first sample. */
  left: number;
  outLength: number;
  /** The output's, of the signal's rank. */
  outputShape: number[];
}

/**
 * Reads and checks what a convolution of a signal was asked for. Pure, and holds all the errors but
 * that an argument is no array of numbers.
 *
 * @param inputShape `[length]`, `[length, channels]` or `[batch, length, channels]`
 * @param kernelShape `[kernelLength]` for a signal without channels,
 *   `[kernelLength, channels / groups, filters]`
 * @param doing how an error begins: « convoluer le signal par le noyau »
 * @throws RangeError when ranks, channels, groups, bias, stride, dilation or padding do not fit, or
 *   the kernel reaches further than the padded signal
 */
export function readConv1d(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  options: Conv1dOptions,
  doing: string,
): Conv1dGeometry {
  checkOptions(options, ['stride', 'padding', 'dilation', 'groups', 'bias'], doing);
  const [batch, length, channels] = signalAxes(inputShape, doing);
  checkKernelRank(inputShape, kernelShape, doing);
  const [kernelLength = 1, kernelChannels = 1, filters = 1] = kernelShape;
  const { stride = 1, padding = 'valid', dilation = 1, groups = 1 } = options;
  const words = { input: 'le signal', places: 'longueur', doing };
  checkGroups({ channels, kernelChannels, filters, groups }, words);

  checkCount(dilation, 'dilation', doing);
  const reach = (kernelLength - 1) * dilation + 1;
  const ends = splitPadding1d(padding, doing);
  const { before, paddedSize, outputSize } = padAxis(length, reach, stride, ends, doing);
  if (outputSize < 1) {
    throw new RangeError(tooLongText(kernelLength, dilation, paddedSize, doing));
  }
  readBias(options.bias, filters, doing);

  const outputShape = {
    1: [outputSize],
    2: [outputSize, filters],
    3: [batch, outputSize, filters],
  }[inputShape.length]!;
  return {
    ...{ batch, length, channels, kernelLength, filters, groups, stride, dilation },
    ...{ left: before, outLength: outputSize, outputShape },
  };
}

/** `[batch, length, channels]` of a signal that may lack a batch and channels. */
function signalAxes(shape: readonly number[], doing: string): [number, number, number] {
  const [a = 1, b = 1, c = 1] = shape;
  if (shape.length === 1) return [1, a, 1];
  if (shape.length === 2) return [1, a, b];
  if (shape.length === 3) return [a, b, c];
  throw new RangeError(
    impossible(
      doing,
      `le signal a la forme ${shapeCode(shape)}, de rang ${shape.length}, mais il faut un rang de 1, 2 ou 3`,
      'donnez un signal [longueur], [longueur, canaux] ou un lot [lot, longueur, canaux]',
    ),
  );
}

function checkKernelRank(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  doing: string,
): void {
  const rank = inputShape.length;
  const wantedRank = rank === 1 ? 1 : 3;
  if (kernelShape.length === wantedRank) return;
  const wanted = wantedRank === 1 ? '[longueur]' : '[longueur, canaux, filtres]';
  throw new RangeError(
    impossible(
      doing,
      `le noyau a la forme ${shapeCode(kernelShape)}, de rang ${kernelShape.length}, mais un signal de rang ${rank} demande un noyau de rang ${wantedRank}`,
      `donnez un noyau ${wanted}`,
    ),
  );
}

function tooLongText(length: number, dilation: number, padded: number, doing: string): string {
  const reach = (length - 1) * dilation + 1;
  const longest = Math.floor((padded - 1) / dilation) + 1;
  const dilated = dilation > 1;
  return impossible(
    doing,
    `le noyau a une longueur de ${length}${dilated ? `, soit ${reach} avec la dilatation,` : ''} mais le signal, remplissage compris, a une longueur de ${padded}`,
    `utilisez padding: 'same'${dilated ? ', une dilatation plus petite' : ''} ou un noyau de longueur ${longest} au plus`,
  );
}
