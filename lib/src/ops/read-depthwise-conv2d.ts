import { impossible, shapeCode } from '../errors';
import type { Pair } from '../shape/axes';
import type { Padding2d } from './read-conv-options';
import { checkOptions } from './check-options';
import { readConv2d, type Conv2dGeometry, type Conv2dOptions } from './read-conv2d';

/** As `conv2d`; the groups are the channels. */
export type DepthwiseConv2dOptions<
  S extends Pair = Pair,
  P extends Padding2d = Padding2d,
  D extends Pair = Pair,
> = Omit<Conv2dOptions<S, P, D>, 'groups'>;

/**
 * Reads and checks a depthwise convolution: a grouped one, with a group for each channel. Its kernel
 * `[kh, kw, channels, multiplier]` and the grouped kernel `[kh, kw, 1, channels * multiplier]` are
 * the same numbers in the same order, so the geometry is that of `conv2d`.
 *
 * @param inputShape `[h, w, channels]` or `[batch, h, w, channels]`
 * @param kernelShape `[kh, kw, channels, multiplier]`
 * @param doing how an error begins
 * @throws RangeError when ranks or channels do not fit, and as `readConv2d` does
 */
export function readDepthwiseConv2d(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  options: DepthwiseConv2dOptions,
  doing: string,
): Conv2dGeometry {
  checkOptions(options, ['stride', 'padding', 'dilation', 'bias'], doing);
  const channels = readImageChannels(inputShape, doing);
  const [kernelHeight = 1, kernelWidth = 1, kernelChannels = 1, multiplier = 1] = kernelShape;
  if (kernelShape.length !== 4) {
    throw new RangeError(
      impossible(
        doing,
        `le noyau a la forme ${shapeCode(kernelShape)}, de rang ${kernelShape.length}, mais il faut un rang de 4`,
        `donnez un noyau [hauteur, largeur, ${channels}, multiplicateur]`,
      ),
    );
  }
  if (kernelChannels !== channels) {
    throw new RangeError(
      impossible(
        doing,
        `l'image a ${channels} ${channels > 1 ? 'canaux' : 'canal'} mais le noyau en attend ${kernelChannels}`,
        `donnez un noyau [hauteur, largeur, ${channels}, multiplicateur]`,
      ),
    );
  }
  const grouped = [kernelHeight, kernelWidth, 1, channels * multiplier];
  return readConv2d(inputShape, grouped, { ...options, groups: channels }, doing);
}

/**
 * Channels of an image that must have some.
 *
 * @throws RangeError when the rank is not 3 or 4
 */
export function readImageChannels(shape: readonly number[], doing: string): number {
  const channels = shape[shape.length - 1];
  if ((shape.length === 3 || shape.length === 4) && channels !== undefined) return channels;
  throw new RangeError(
    impossible(
      doing,
      `l'image a la forme ${shapeCode(shape)}, de rang ${shape.length}, mais il faut un rang de 3 ou 4`,
      'donnez une image [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
    ),
  );
}
