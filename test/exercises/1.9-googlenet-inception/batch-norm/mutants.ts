/** Wrong answers to batchNorm and factorize beyond the known mistakes. */
import type { Answer } from '../../answer';
import { cases } from './cases';
import {
  factoring,
  factorsOf,
  isProduct,
  moments,
  momentsOf,
  near,
  norm,
  refuseKernel,
  rightFactorize,
  sizeOf,
  type Matrix,
  type Mode,
  type NormState,
} from './parts';

const right = norm();

const norms: Record<string, Answer> = {
  'takes the median for the mean': norm({
    moments: (x) => ({
      ...moments(x),
      mean: x[0]!.map((_, c) => x.map((line) => line[c]!).sort((a, b) => a - b)[x.length >> 1]!),
    }),
  }),
  'moves the mean only': norm({
    move: (old, now, m) => (old < 0.5 ? m * old + (1 - m) * now : old),
  }),
  'has a momentum of its own': norm({ move: (old, now) => 0.99 * old + 0.01 * now }),
  'has an epsilon of its own': norm({ spread: (variance) => Math.sqrt(variance + 1e-3) }),
  'gathers the variance divided by n - 1, as PyTorch': (
    x: Matrix,
    state: NormState,
    mode: Mode,
  ) => {
    const found = right(x, state, mode);
    const unbiased = norm({ moments: momentsOf((n) => Math.max(1, n - 1)) })(x, state, mode);
    return { ...found, state: unbiased.state };
  },
  'normalises with the averages after the step': (x: Matrix, state: NormState, mode: Mode) => {
    const { state: next } = right(x, state, mode);
    return { output: right(x, next, 'infer').output, state: next };
  },
  'normalises examples, not channels': norm({
    used: (mode, batch, state) =>
      mode === 'train' ? { ...batch, mean: batch.mean.map(() => batch.mean[0]!) } : state,
  }),
  'knows two channels only': (x: Matrix, state: NormState, mode: Mode) => {
    const { output, ...rest } = right(x, state, mode);
    return { output: output.map((line) => line.map((v, c) => (c < 2 ? v : 0))), ...rest };
  },
  'writes into the state': (x: Matrix, state: NormState, mode: Mode) => {
    const found = right(x, state, mode);
    Object.assign(state, found.state);
    return { output: found.output, state };
  },
  'writes into x': (x: Matrix, state: NormState, mode: Mode) => {
    const found = right(x, state, mode);
    found.output.forEach((line, i) => (x[i] = line));
    return found;
  },
  'forgets momentum and epsilon in the state it gives': (
    x: Matrix,
    state: NormState,
    mode: Mode,
  ) => {
    const found = right(x, state, mode);
    const { gamma, beta, mean, variance } = found.state;
    return { output: found.output, state: { gamma, beta, mean, variance } };
  },
  'gives the output alone': (x: Matrix, state: NormState, mode: Mode) =>
    right(x, state, mode).output,
  'gives texts': (x: Matrix, state: NormState, mode: Mode) => {
    const { output, ...rest } = right(x, state, mode);
    return { output: output.map((line) => line.map(String)), ...rest };
  },
  'gives NaN': (x: Matrix, state: NormState, mode: Mode) => {
    const { output, ...rest } = right(x, state, mode);
    return { output: output.map((line) => line.map(() => NaN)), ...rest };
  },
  'always learns': (x: Matrix, state: NormState, mode: Mode) => {
    right(x, state, mode);
    return right(x, state, 'train');
  },
  'does not look at sizes': norm({
    refuse: (_, __, mode) => {
      if (mode !== 'train' && mode !== 'infer') throw new RangeError('mode');
    },
  }),
  'does not look at the length of gamma and beta': norm({
    refuse: (x, { mean, variance }, mode) => {
      if (!['train', 'infer'].includes(mode) || x.length === 0) throw new RangeError('no');
      if (x.some(({ length }) => length !== mean.length) || mean.length !== variance.length) throw new RangeError('no'); // prettier-ignore
    },
  }),
  'knows the public cases by heart': (x: Matrix, state: NormState, mode: Mode) =>
    cases.some(({ args }) => JSON.stringify(args[0]) === JSON.stringify(x))
      ? right(x, state, mode)
      : null,
};

const factorizations: Record<string, Answer> = {
  'says null always': factoring(() => null),
  'takes an absolute tolerance': factoring((kernel, factors) =>
    isProduct(() => 1e-9)(kernel, factors) ? factors : null,
  ),
  'takes a tolerance of a thousandth': factoring((kernel, factors) =>
    isProduct(() => 1e-3 * sizeOf(kernel))(kernel, factors) ? factors : null,
  ),
  'looks at the diagonal only': factoring((kernel, factors) =>
    kernel.every((line, y) => {
      const made = factors.column[y]! * (factors.row[y] ?? 0);
      return y >= line.length || Math.abs(line[y]! - made) <= 1e-9 * sizeOf(kernel);
    })
      ? factors
      : null,
  ),
  'looks at the rows of a square only': factoring((kernel, factors) =>
    near(kernel.slice(0, kernel[0]!.length), factors) ? factors : null,
  ),
  'looks at the columns of a square only': factoring(
    (kernel, factors) =>
    near(kernel.map((line) => line.slice(0, kernel.length)), factors) ? factors : null, // prettier-ignore
  ),
  'norms the row to length 1': factoring((kernel, factors) => {
    if (!near(kernel, factors)) return null;
    const length = Math.hypot(...factors.row);
    return {
      column: factors.column.map((value) => value * length),
      row: factors.row.map((value) => value / length),
    };
  }),
  'wants the first number of the column to be 1': factoring((kernel, factors) => {
    const first = factors.column.find((value) => value !== 0)!;
    return near(kernel, factors)
      ? { column: factors.column.map((v) => v / first), row: factors.row.map((v) => v * first) }
      : null;
  }),
  'gives the size of what is negative': factoring((kernel, { column, row }) =>
    near(kernel, { column, row }) ? { column: column.map(Math.abs), row: row.map(Math.abs) } : null,
  ),
  'takes a kernel of zeros for a product': (kernel: Matrix) => {
    const found = rightFactorize(kernel);
    if (found !== null || sizeOf(kernel) > 0) return found;
    return { column: kernel.map(() => 0), row: kernel[0]!.map(() => 0) };
  },
  'says undefined for null': (kernel: Matrix) => rightFactorize(kernel) ?? undefined,
  'says false for null': (kernel: Matrix) => rightFactorize(kernel) ?? false,
  'turns the kernel round': (kernel: Matrix) => {
    refuseKernel(kernel);
    return rightFactorize(kernel[0]!.map((_, x) => kernel.map((line) => line[x]!)));
  },
  'refuses kernels that are not square': (kernel: Matrix) => {
    if (kernel.length !== kernel[0]?.length) throw new RangeError('square');
    return rightFactorize(kernel);
  },
  'sorts the rows of the kernel': (kernel: Matrix) => {
    const found = rightFactorize(structuredClone(kernel));
    kernel.sort((a, b) => a[0]! - b[0]!);
    return found;
  },
  'divides the kernel in place': (kernel: Matrix) => {
    const found = rightFactorize(structuredClone(kernel));
    kernel.forEach((line) => {
      line.forEach((value, x) => (line[x] = value / 2));
    });
    return found;
  },
  'takes an empty kernel': (kernel: Matrix) => (kernel.flat().length === 0 ? null : rightFactorize(kernel)), // prettier-ignore
  'gives factors that do not know where they came from': (kernel: Matrix) => {
    refuseKernel(kernel);
    return factorsOf(kernel) === null ? null : { column: [1], row: [1] };
  },
};

const nothing = (): undefined => undefined;
const refusal = (): never => {
  throw new RangeError('no');
};
const stub = (): never => {
  throw new Error('batchNorm : à compléter.');
};

const named = (name: 'batchNorm' | 'factorize', answers: Record<string, Answer>) =>
  Object.fromEntries(
    Object.entries(answers).map(([what, answer]) => [
      `${name}: ${what}`,
      { [name]: answer } as Answer,
    ]),
  );

export const mutants: Record<string, Answer> = {
  ...named('batchNorm', norms),
  ...named('factorize', factorizations),
  'returns nothing': { batchNorm: nothing, factorize: nothing },
  'says null to everything': { batchNorm: () => null, factorize: () => null },
  'throws at everything': { batchNorm: refusal, factorize: refusal },
  'is the untouched stub': { batchNorm: stub, factorize: stub },
};
