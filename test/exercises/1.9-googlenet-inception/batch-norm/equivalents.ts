/** Mutants of the reference batchNorm and factorize that no spec can refuse. */
import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'if (kernel.length === 0 || kernel[0].length === 0) {',
    becomes: 'if (false || kernel[0].length === 0) {',
    because:
      'a kernel without a row has no kernel[0], whose length cannot be asked: that throws too',
  },
  {
    line: 'line.every((value, x) => Math.abs(value - column[y] * row[x]) <= 1e-9 * largest),',
    becomes: 'line.every((value, x) => Math.abs(value - column[y] * row[x]) < 1e-9 * largest),',
    because:
      'a kernel that is not all 0 has no number that misses by exactly a billionth of the largest',
  },
  {
    line: 'if (lead === -1) return null;',
    becomes: 'if (false) return null;',
    because:
      'the row is then 0 divided by nothing, NaN, and no product of NaN is a kernel of zeros: null',
  },
];
