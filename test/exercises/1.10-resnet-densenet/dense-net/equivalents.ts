import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [];
