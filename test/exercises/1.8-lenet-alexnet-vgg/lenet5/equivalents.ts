import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'averagePooling2d({ poolSize: 2 }),',
    becomes: 'averagePooling2d({}),',
    because: 'windows of 2 are what tfjs takes where none are given',
  },
];
