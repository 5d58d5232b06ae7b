/** What the hidden spec of batchNorm and factorize draws. */
import type { SeededRandom } from '@convolab/grader/spec';
import { several } from '../../draw';
import type { Matrix, Mode, NormState } from './parts';

type NormCall = [x: Matrix, state: NormState, mode: Mode];

export function normCalls(random: SeededRandom) {
  const list = (n: number, lo: number, hi: number): number[] =>
    several(n, () => random.real(lo, hi));
  /** A state that has seen something; its epsilon is large enough to be seen. */
  const fresh = (channels: number): NormState => ({
    gamma: list(channels, 0.5, 2),
    beta: list(channels, -3, 3),
    mean: list(channels, -4, 4),
    variance: list(channels, 0.5, 6),
    momentum: random.pick([0.5, 0.8, 0.9]),
    epsilon: random.pick([0.05, 0.25, 1]),
  });
  /** Channels of very different places and widths. */
  const call = (mode: Mode, examples = random.int(3, 7), channels = random.int(2, 4)): NormCall => {
    const places = list(channels, -10, 10);
    const widths = list(channels, 0.5, 5);
    const x = several(examples, () =>
      places.map((place, c) => place + widths[c]! * random.real(-1, 1)),
    );
    return [x, fresh(channels), mode];
  };
  return { call, fresh };
}

interface Product {
  /** The first column, the first row and the last one are all 0. */
  zeros?: boolean;
  scale?: number;
}

export function kernels(random: SeededRandom) {
  const number = (): number => random.pick([-1, 1]) * random.real(0.5, 4);
  const sizes = (): [number, number] => random.pick([[2, 3], [3, 2], [3, 3], [4, 2], [2, 5], [5, 3]]); // prettier-ignore
  /** The arguments of a call: a kernel that is a product. */
  const product = ({ zeros = false, scale = 1 }: Product = {}): [Matrix] => {
    const [height, width] = sizes();
    const [column, row] = [several(height, number), several(width, number)];
    if (zeros) [column[0], row[0]] = [0, 0];
    if (zeros && height > 2) column[height - 1] = 0;
    return [column.map((c) => row.map((r) => scale * c * r))];
  };
  /** A product with one number changed by `by` of it, anywhere. */
  const changed = (by: number, scale = 1): [Matrix] => {
    const [kernel] = product({ scale });
    kernel[random.int(0, kernel.length - 1)]![random.int(0, kernel[0]!.length - 1)]! *= 1 + by;
    return [kernel];
  };
  const spoilt = (): [Matrix] => changed(random.pick([-1, 1, 0.5]));
  const faint = (): [Matrix] =>
    random.pick([changed(1e-3, 1), changed(1e-4, 1), changed(0.5, 1e-11)]);
  return { product, spoilt, faint };
}

/** Column and row of a kernel that is known to be a product, read off its largest number. */
export function factored(kernel: Matrix): { column: number[]; row: number[] } {
  const size = (line: number[]): number => Math.max(...line.map(Math.abs));
  const best = kernel.reduce((a, b) => (size(b) > size(a) ? b : a));
  const lead = best.findIndex((value) => value !== 0);
  return {
    column: kernel.map((line) => line[lead]!),
    row: best.map((value) => value / best[lead]!),
  };
}
