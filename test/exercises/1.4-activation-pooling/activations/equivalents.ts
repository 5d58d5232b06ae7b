/** Mutants of the reference activations that no spec can refuse. */
import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'return x > 0 ? x : leak * x;',
    becomes: 'return x >= 0 ? x : leak * x;',
    because: 'at 0 both sides are 0',
  },
  {
    line: 'return x >= 0 ? x : alpha * (Math.exp(x) - 1);',
    becomes: 'return x > 0 ? x : alpha * (Math.exp(x) - 1);',
    because: 'at 0 both sides are 0',
  },
];
