import { impossible, shapeCode, shapeText } from '../errors';
import type { Pair } from '../shape/axes';
import { padAxis } from '../shape/pad-axis';
import type { Array1D } from '../volume/nested';
import type { Volume } from '../volume/volume';
import { checkOptions } from './check-options';
import { imageAxes } from './image-axes';
import { readBias } from './kind';
import { checkGroups } from './read-conv-groups';
import { checkCount, readPair, splitPadding2d, type Padding2d } from './read-conv-options';

/** Options of `conv2d` and of its relatives. */
export interface Conv2dOptions<
  S extends Pair = Pair,
  P extends Padding2d = Padding2d,
  D extends Pair = Pair,
  G extends number = number,
> {
  /** Step of the window: one number, or `[vertical, horizontal]`. Default 1. */
  stride?: S;
  /**
   * Zeros around the image. Default `'valid'`: none. `'same'` makes the output `ceil(size / stride)`
   * long on each axis, whatever the dilation; when its zeros cannot be shared equally, bottom and
   * right get one more.
   */
  padding?: P;
  /**
   * Distance between neighbouring weights of the kernel: one number, or `[vertical, horizontal]`.
   * 1, the default, is a plain kernel; with 2 it sees every other pixel. `k` weights reach over
   * `(k - 1) * dilation + 1` pixels.
   */
  dilation?: D;
  /**
   * Shares the channels among the filters: with 2, the first half of the filters sees only the first
   * half of the channels, the second only the second. Divides both counts. Default 1: each filter
   * sees all channels.
   */
  groups?: G;
  /** Added to each filter's map: one number a filter. Default none. */
  bias?: number | Array1D | Volume;
}

/** A convolution of images in numbers: all that the loops need to know. */
export interface Conv2dGeometry {
  batch: number;
  height: number;
  width: number;
  /** Of the image; the kernel has `channels / groups`. */
  channels: number;
  kernelHeight: number;
  kernelWidth: number;
  filters: number;
  groups: number;
  strideY: number;
  strideX: number;
  dilationY: number;
  dilationX: number;
  /** Zeros above the first row. */
  top: number;
  /** Zeros before the first column. */
  left: number;
  outHeight: number;
  outWidth: number;
  /** The output's, of the image's rank. */
  outputShape: number[];
}

/**
 * Reads and checks what a convolution was asked for. Pure, and holds all the errors but that an
 * argument is no array of numbers.
 *
 * @param inputShape `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @param kernelShape `[kh, kw]` for an image without channels, `[kh, kw, channels / groups, filters]`
 * @param doing how an error begins: « convoluer l'image par le noyau »
 * @throws RangeError when ranks, channels, groups, bias, stride, dilation or padding do not fit, or
 *   the kernel reaches further than the padded image
 */
export function readConv2d(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  options: Conv2dOptions,
  doing: string,
): Conv2dGeometry {
  checkOptions(options, ['stride', 'padding', 'dilation', 'groups', 'bias'], doing);
  const [batch, height, width, channels] = imageAxes(inputShape, doing);
  checkKernelRank(inputShape, kernelShape, doing);
  const [kernelHeight = 1, kernelWidth = 1, kernelChannels = 1, filters = 1] = kernelShape;
  const { stride = 1, padding = 'valid', dilation = 1, groups = 1 } = options;
  const words = { input: "l'image", places: 'hauteur, largeur', doing };
  checkGroups({ channels, kernelChannels, filters, groups }, words);

  const [strideY, strideX] = readPair(stride, 'stride', doing);
  const [dilationY, dilationX] = readPair(dilation, 'dilation', doing);
  checkCount(dilationY, 'dilation', doing);
  checkCount(dilationX, 'dilation', doing);
  const [paddingY, paddingX] = splitPadding2d(padding, doing);
  const reachY = (kernelHeight - 1) * dilationY + 1;
  const reachX = (kernelWidth - 1) * dilationX + 1;
  const rows = padAxis(height, reachY, strideY, paddingY, doing);
  const cols = padAxis(width, reachX, strideX, paddingX, doing);
  if (rows.outputSize < 1 || cols.outputSize < 1) {
    const padded = [rows.paddedSize, cols.paddedSize] as const;
    const kernel = [kernelHeight, kernelWidth] as const;
    throw new RangeError(tooLargeText(kernel, [dilationY, dilationX], padded, doing));
  }
  readBias(options.bias, filters, doing);

  const map = [rows.outputSize, cols.outputSize];
  const outputShape = { 2: map, 3: [...map, filters], 4: [batch, ...map, filters] }[
    inputShape.length
  ]!;
  return {
    ...{ batch, height, width, channels },
    ...{ kernelHeight, kernelWidth, filters, groups },
    ...{ strideY, strideX, dilationY, dilationX },
    ...{ top: rows.before, left: cols.before },
    ...{ outHeight: rows.outputSize, outWidth: cols.outputSize },
    outputShape,
  };
}

function checkKernelRank(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  doing: string,
): void {
  const rank = inputShape.length;
  const wantedRank = rank === 2 ? 2 : 4;
  if (kernelShape.length === wantedRank) return;
  const wanted = wantedRank === 2 ? '[hauteur, largeur]' : '[hauteur, largeur, canaux, filtres]';
  throw new RangeError(
    impossible(
      doing,
      `le noyau a la forme ${shapeCode(kernelShape)}, de rang ${kernelShape.length}, mais une image de rang ${rank} demande un noyau de rang ${wantedRank}`,
      `donnez un noyau ${wanted}`,
    ),
  );
}

type Sides = readonly [number, number];

function tooLargeText(kernel: Sides, dilation: Sides, padded: Sides, doing: string): string {
  const reach = [0, 1].map((axis) => (kernel[axis]! - 1) * dilation[axis]! + 1);
  const largest = [0, 1].map((axis) => Math.floor((padded[axis]! - 1) / dilation[axis]!) + 1);
  const dilated = dilation.some((step) => step > 1);
  return impossible(
    doing,
    `le noyau fait ${shapeText(kernel)}${dilated ? `, soit ${shapeText(reach)} avec la dilatation,` : ''} mais l'image, remplissage compris, fait ${shapeText(padded)}`,
    `utilisez padding: 'same'${dilated ? ', une dilatation plus petite' : ''} ou un noyau d'au plus ${shapeText(largest)}`,
  );
}
