import { impossible, shapeCode, valueText } from '../errors';
import type { Volume } from '../volume/volume';
import { checkImage } from './check-image';

/** How values are counted. */
export interface HistogramOptions {
  /** Bins of equal width. Default 256. */
  bins?: number;
  /**
   * Where the first bin begins and the last one ends. Default `[0, 256]`: with 256 bins, each value
   * of a picture has its own.
   */
  range?: readonly [number, number];
}

/** How often each value comes up, channel by channel. */
export interface Histogram {
  /** Where the bins begin, and the end of the last: one number more than there are bins. */
  edges: number[];
  /** `counts[channel][bin]`: how many pixels of the channel fall into the bin. */
  counts: number[][];
  /** `outside[channel]`: how many pixels lie outside the range, or are NaN. */
  outside: number[];
}

/**
 * Counts the values of an image, channel by channel.
 *
 * A bin holds its lower edge, not its upper one; the last bin holds both, as NumPy's `histogram`.
 *
 * @param image `[height, width]` (one channel) or `[height, width, channels]`, any range
 * @throws RangeError when the image has another rank, or bins or range are none
 *
 * @example
 * ```ts
 * const { edges, counts, outside } = histogram(Volume.from([[0, 0.2, 0.5, 1, 7]]), { bins: 2, range: [0, 1] });
 * edges; // => [0, 0.5, 1]
 * counts; // => [[2, 2]]
 * outside; // => [1]
 * ```
 */
export function histogram(image: Volume, options: HistogramOptions = {}): Histogram {
  const { bins = 256, range = [0, 256] } = options;
  checkArguments(image, bins, range);
  const [start, end] = range;
  const channels = image.rank === 2 ? 1 : (image.shape[2] ?? 1);
  const counts = Array.from({ length: channels }, () => new Array<number>(bins).fill(0));
  const outside = new Array<number>(channels).fill(0);
  const { data } = image;
  for (let place = 0; place < data.length; place++) {
    const value = data[place] as number;
    const channel = place % channels;
    if (value >= start && value <= end) {
      counts[channel]![binOf(value)]!++;
    } else {
      outside[channel]!++;
    }
  }
  return { edges: Array.from({ length: bins + 1 }, (_, bin) => edge(bin)), counts, outside };

  function edge(bin: number): number {
    return bin === bins ? end : start + (bin * (end - start)) / bins;
  }

  /** The quotient may round to the neighbour's: the edges decide. */
  function binOf(value: number): number {
    const bin = Math.min(Math.floor(((value - start) / (end - start)) * bins), bins - 1);
    if (value < edge(bin)) return bin - 1;
    return bin < bins - 1 && value >= edge(bin + 1) ? bin + 1 : bin;
  }
}

const mostBins = 1_000_000;

function checkArguments(
  image: Volume,
  bins: number,
  [start, end]: readonly [number, number],
): void {
  const doing = "compter les valeurs de l'image";
  checkImage(image, doing);
  if (image.rank !== 2 && image.rank !== 3) {
    throw new RangeError(
      impossible(
        doing,
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur] ou [hauteur, largeur, canaux]`,
        "donnez une image à la fois, prise d'un lot s'il le faut",
      ),
    );
  }
  if (!Number.isInteger(bins) || bins < 1 || bins > mostBins) {
    throw new RangeError(
      impossible(
        doing,
        `le nombre de classes (bins) est ${valueText(bins)} mais il doit être un entier de 1 à un million`,
        'donnez par exemple bins: 256',
      ),
    );
  }
  if (!(start < end && Number.isFinite(end - start))) {
    throw new RangeError(
      impossible(
        doing,
        `la plage (range) va de ${valueText(start)} à ${valueText(end)} mais elle doit croître`,
        'donnez par exemple range: [0, 1]',
      ),
    );
  }
}
