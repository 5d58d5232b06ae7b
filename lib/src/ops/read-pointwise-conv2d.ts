import { impossible, shapeCode } from '../errors';
import type { Pair } from '../shape/axes';
import { checkOptions } from './check-options';
import { readConv2d, type Conv2dGeometry, type Conv2dOptions } from './read-conv2d';
import { readImageChannels } from './read-depthwise-conv2d';

/** As `conv2d`; a single weight a channel needs no padding, and has nothing to dilate. */
export type PointwiseConv2dOptions<S extends Pair = Pair> = Pick<
  Conv2dOptions<S>,
  'stride' | 'bias'
>;

/**
 * Reads and checks a convolution of 1 x 1: its kernel `[channels, filters]` is `[1, 1, channels,
 * filters]`, the same numbers in the same order, so the geometry is that of `conv2d`.
 *
 * @param inputShape `[h, w, channels]` or `[batch, h, w, channels]`
 * @param kernelShape `[channels, filters]`
 * @param doing how an error begins
 * @throws RangeError when ranks or channels do not fit, and as `readConv2d` does
 */
export function readPointwiseConv2d(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  options: PointwiseConv2dOptions,
  doing: string,
): Conv2dGeometry {
  checkOptions(options, ['stride', 'bias'], doing);
  const { stride, bias } = options;
  const channels = readImageChannels(inputShape, doing);
  const [kernelChannels = 1, filters = 1] = kernelShape;
  if (kernelShape.length !== 2) {
    throw new RangeError(
      impossible(
        doing,
        `le noyau a la forme ${shapeCode(kernelShape)}, de rang ${kernelShape.length}, mais il faut un rang de 2`,
        `donnez un noyau [${channels}, filtres]`,
      ),
    );
  }
  if (kernelChannels !== channels) {
    throw new RangeError(
      impossible(
        doing,
        `l'image a ${channels} ${channels > 1 ? 'canaux' : 'canal'} mais le noyau en attend ${kernelChannels}`,
        `donnez un noyau [${channels}, filtres]`,
      ),
    );
  }
  return readConv2d(inputShape, [1, 1, channels, filters], { stride, bias }, doing);
}
