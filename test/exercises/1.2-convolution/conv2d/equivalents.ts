/** Mutants of the reference conv2d that no spec can refuse. */
import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'const kernelWidth = k[0]?.length ?? 0;',
    becomes: 'const kernelWidth = k[0].length ?? 0;',
    because: 'an empty kernel is refused all the same, by a TypeError',
  },
  {
    line: 'const width = x[0]?.length ?? 0;',
    becomes: 'const width = x[0].length ?? 0;',
    because:
      'only an image without a row differs: without padding it is refused all the same, and with padding the statement promises nothing of it',
  },
  {
    line: "if (kernelHeight === 0 || kernelWidth === 0) throw new RangeError('conv2d : le noyau est vide.');",
    becomes: "if (false || kernelWidth === 0) throw new RangeError('conv2d : le noyau est vide.');",
    because: 'a kernel without a row has no width either',
  },
];
