import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: "if (ranked.length === 0) throw new RangeError('rien n’a été mesuré dans cette situation.');",
    becomes: "if (false) throw new RangeError('rien n’a été mesuré dans cette situation.');",
    because: 'what is read of the best of none throws all the same',
  },
];
