/** Mutants of the reference flattenDense that no spec can refuse. */
import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: "if (w.length === 0) throw new RangeError('dense : il n’y a aucun neurone.');",
    becomes: "if (false) throw new RangeError('dense : il n’y a aucun neurone.');",
    because: 'w[0].length refuses a w without a neuron all the same, by a TypeError',
  },
];
