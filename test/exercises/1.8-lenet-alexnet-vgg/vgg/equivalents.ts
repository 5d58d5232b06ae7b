import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'layers.push(maxPooling2d({ poolSize: 2 }));',
    becomes: 'layers.push(maxPooling2d({}));',
    because: 'windows of 2 are what tfjs takes where none are given',
  },
  {
    line: 'const first = layers.length === 0 ? { inputShape } : {};',
    becomes: 'const first = true ? { inputShape } : {};',
    because:
      'tfjs does not read the inputShape of a layer behind another: it warns, and builds the same',
  },
];
