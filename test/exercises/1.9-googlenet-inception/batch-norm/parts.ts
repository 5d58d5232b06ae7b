/**
 * A right batchNorm and a right factorize whose wrong variants change one piece. The reference answers do
 * not use them.
 */
export type Matrix = number[][];
export type Mode = 'train' | 'infer';

export interface Moments {
  mean: number[];
  variance: number[];
}

export interface NormState extends Moments {
  gamma: number[];
  beta: number[];
  momentum: number;
  epsilon: number;
}

const average = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
export const channelsOf = (x: Matrix): Matrix => x[0]!.map((_, c) => x.map((line) => line[c]!));

/** Mean and variance of each channel; the sum of squares is divided by what `divisor` makes of n. */
export const momentsOf =
  (divisor = (n: number) => n) =>
  (x: Matrix): Moments => {
    const mean = channelsOf(x).map(average);
    const variance = channelsOf(x).map(
      (values, c) =>
        values.reduce((sum, value) => sum + (value - mean[c]!) ** 2, 0) / divisor(values.length),
    );
    return { mean, variance };
  };

export const moments = momentsOf();

export const spread = (variance: number, epsilon: number): number => Math.sqrt(variance + epsilon);

export function refuse(x: Matrix, state: NormState, mode: string): void {
  const lists = [state.gamma, state.beta, state.mean, state.variance, ...x];
  if (x.length === 0 || lists.some(({ length }) => length !== lists[0]!.length)) {
    throw new RangeError('sizes');
  }
  if (mode !== 'train' && mode !== 'infer') throw new RangeError('mode');
}

/** What can be wrong in batchNorm, each piece right by default. */
interface Pieces {
  refuse: typeof refuse;
  moments: (x: Matrix) => Moments;
  /** What the numbers are normalised with. */
  used: (mode: Mode, batch: Moments, state: NormState) => Moments;
  spread: (variance: number, epsilon: number) => number;
  scale: (normal: number, gamma: number, beta: number) => number;
  move: (old: number, now: number, momentum: number) => number;
  /** Does this mode move the averages? */
  moves: (mode: Mode) => boolean;
}

const rightPieces: Pieces = {
  refuse,
  moments,
  used: (mode, batch, state) => (mode === 'train' ? batch : state),
  spread,
  scale: (normal, gamma, beta) => gamma * normal + beta,
  move: (old, now, momentum) => momentum * old + (1 - momentum) * now,
  moves: (mode) => mode === 'train',
};

export const norm =
  (wrong: Partial<Pieces> = {}) =>
  (x: Matrix, state: NormState, mode: Mode): { output: Matrix; state: NormState } => {
    const piece = { ...rightPieces, ...wrong };
    piece.refuse(x, state, mode);
    const batch = piece.moments(x);
    const { mean, variance } = piece.used(mode, batch, state);
    const output = x.map((line) =>
      line.map((value, c) =>
        piece.scale(
          (value - mean[c]!) / piece.spread(variance[c]!, state.epsilon),
          state.gamma[c]!,
          state.beta[c]!,
        ),
      ),
    );
    const moved = (old: number[], now: number[]): number[] =>
      old.map((value, c) => (piece.moves(mode) ? piece.move(value, now[c]!, state.momentum) : value)); // prettier-ignore
    const { gamma, beta, momentum, epsilon } = state;
    return {
      output,
      state: {
        gamma: [...gamma],
        beta: [...beta],
        mean: moved(state.mean, batch.mean),
        variance: moved(state.variance, batch.variance),
        momentum,
        epsilon,
      },
    };
  };

export type Factors = { column: number[]; row: number[] } | null;

export function refuseKernel(kernel: Matrix): void {
  if (kernel.length === 0 || kernel[0]!.length === 0) throw new RangeError('empty');
  if (kernel.some((line) => line.length !== kernel[0]!.length)) throw new RangeError('ragged');
}

export const sizeOf = (kernel: Matrix): number => Math.max(...kernel.flat().map(Math.abs));

/** Column and row through the first column that is not all 0; null where there is none. */
export function factorsOf(kernel: Matrix): Factors {
  const at = kernel[0]!.findIndex((_, x) => kernel.some((line) => line[x] !== 0));
  if (at === -1) return null;
  const column = kernel.map((line) => line[at]!);
  const pivot = kernel.find((line) => line[at] !== 0)!;
  return { column, row: pivot.map((value) => value / pivot[at]!) };
}

export const isProduct =
  (limit: (kernel: Matrix) => number) =>
  (kernel: Matrix, { column, row }: NonNullable<Factors>): boolean =>
    kernel.every((line, y) =>
      line.every((value, x) => Math.abs(value - column[y]! * row[x]!) <= limit(kernel)),
    );

export const near = isProduct((kernel) => 1e-9 * sizeOf(kernel));

/** A factorize that refuses what must be refused; `wrong` makes something of right factors, or of its own. */
export const factoring =
  (wrong: (kernel: Matrix, factors: NonNullable<Factors>) => unknown) =>
  (kernel: Matrix): unknown => {
    refuseKernel(kernel);
    const factors = factorsOf(kernel);
    return factors === null ? null : wrong(kernel, factors);
  };

export const rightFactorize = factoring((kernel, factors) =>
  near(kernel, factors) ? factors : null,
);
