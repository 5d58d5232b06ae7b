import { impossible, valueText } from '../errors';

/**
 * Zeros around the input: `'valid'` none, `'same'` as many as make the output `ceil(input / stride)`
 * long, a number that many on each side.
 */
export type Padding = 'valid' | 'same' | number;

/** Padding of one axis, whose two ends may differ. */
export type AxisPadding = Padding | { readonly before: number; readonly after: number };

/** What padding and stride make of one axis. */
export interface PaddedAxis {
  /** Zeros before the first element. */
  before: number;
  /** Input and zeros together. */
  paddedSize: number;
  /** Positions of the filter; below 1 when it is longer than the padded input. */
  outputSize: number;
}

/**
 * Settles one axis: how many zeros stand before it, and how long the output is.
 *
 * `'same'` is TensorFlow's: when the zeros cannot be shared equally, the end gets one more.
 * Source: the notes on padding in TensorFlow's `tf.nn.convolution`.
 *
 * @param filterSize of a dilated filter its reach, `(size - 1) * dilation + 1`
 * @param doing how an error begins: « convoluer l'image par le noyau »
 * @throws RangeError when a size, the stride or the padding is out of its range
 */
export function padAxis(
  inputSize: number,
  filterSize: number,
  stride: number,
  padding: AxisPadding,
  doing: string,
): PaddedAxis {
  checkWhole(inputSize, 1, "la taille de l'entrée", doing);
  checkWhole(filterSize, 1, 'la taille du filtre', doing);
  checkStride(stride, doing);
  checkPadding(padding, doing);

  if (padding === 'same') {
    const outputSize = Math.ceil(inputSize / stride);
    const zeros = Math.max((outputSize - 1) * stride + filterSize - inputSize, 0);
    return { before: Math.floor(zeros / 2), paddedSize: inputSize + zeros, outputSize };
  }
  const { before, after } = zerosOf(padding);
  const paddedSize = before + inputSize + after;
  return { before, paddedSize, outputSize: Math.floor((paddedSize - filterSize) / stride) + 1 };
}

function zerosOf(padding: Exclude<AxisPadding, 'same'>): { before: number; after: number } {
  if (padding === 'valid') return { before: 0, after: 0 };
  return typeof padding === 'number' ? { before: padding, after: padding } : padding;
}

function checkStride(stride: number, doing: string): void {
  if (Number.isInteger(stride) && stride >= 1) return;
  throw new RangeError(
    impossible(
      doing,
      `le pas (stride) est ${valueText(stride)} mais il doit être un entier d'au moins 1`,
      "donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une",
    ),
  );
}

function checkPadding(padding: AxisPadding, doing: string): void {
  if (padding === 'valid' || padding === 'same') return;
  // A notebook may pass anything: null is an object too.
  const isPair = typeof padding === 'object' && (padding as unknown) !== null;
  const ends = isPair ? [padding.before, padding.after] : [padding];
  const wrong = ends.findIndex((zeros) => !(Number.isInteger(zeros) && (zeros as number) >= 0));
  if (wrong === -1) return;
  throw new RangeError(
    impossible(
      doing,
      `le remplissage (padding) est ${valueText(ends[wrong])} mais il doit être 'valid', 'same' ou un entier d'au moins 0`,
      "donnez 'valid' pour ne rien ajouter, 'same' pour garder la taille",
    ),
  );
}

function checkWhole(size: number, least: number, what: string, doing: string): void {
  if (Number.isInteger(size) && size >= least) return;
  throw new RangeError(
    impossible(
      doing,
      `${what} est ${valueText(size)} mais elle doit être un entier d'au moins ${least}`,
      'donnez un nombre entier de cases',
    ),
  );
}
