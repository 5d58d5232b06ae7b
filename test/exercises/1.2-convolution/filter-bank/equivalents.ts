/** Mutants of the reference filterBank that no spec can refuse. */
import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'const width = x[0]?.length ?? 0;',
    becomes: 'const width = x[0].length ?? 0;',
    because: 'an image without a pixel is refused all the same, by a TypeError',
  },
  {
    line: 'const channels = x[0]?.[0]?.length ?? 0;',
    becomes: 'const channels = x[0]?.[0].length ?? 0;',
    because: 'an image without a pixel is refused all the same, by a TypeError',
  },
  {
    line: 'const channels = x[0]?.[0]?.length ?? 0;',
    becomes: 'const channels = x[0][0]?.length ?? 0;',
    because: 'an image without a pixel is refused all the same, by a TypeError',
  },
  {
    line: 'const kernelWidth = w[0]?.length ?? 0;',
    becomes: 'const kernelWidth = w[0].length ?? 0;',
    because: 'empty filters are refused all the same, by a TypeError',
  },
  {
    line: 'const kernelChannels = w[0]?.[0]?.length ?? 0;',
    becomes: 'const kernelChannels = w[0]?.[0].length ?? 0;',
    because: 'empty filters are refused all the same, by a TypeError',
  },
  {
    line: 'const kernelChannels = w[0]?.[0]?.length ?? 0;',
    becomes: 'const kernelChannels = w[0][0]?.length ?? 0;',
    because: 'empty filters are refused all the same, by a TypeError',
  },
  {
    line: 'const filters = w[0]?.[0]?.[0]?.length ?? 0;',
    becomes: 'const filters = w[0]?.[0]?.[0].length ?? 0;',
    because: 'empty filters are refused all the same, by a TypeError',
  },
  {
    line: 'const filters = w[0]?.[0]?.[0]?.length ?? 0;',
    becomes: 'const filters = w[0]?.[0][0]?.length ?? 0;',
    because: 'empty filters are refused all the same, by a TypeError',
  },
  {
    line: 'const filters = w[0]?.[0]?.[0]?.length ?? 0;',
    becomes: 'const filters = w[0][0]?.[0]?.length ?? 0;',
    because: 'empty filters are refused all the same, by a TypeError',
  },
  {
    line: "if (filters === 0) throw new RangeError('filterBank : les filtres sont vides.');",
    becomes: "if (false) throw new RangeError('filterBank : les filtres sont vides.');",
    because:
      'the empty filters of the statement, [] and [[]], have no channel: they are refused because the image has some',
  },
];
