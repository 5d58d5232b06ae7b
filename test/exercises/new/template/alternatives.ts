/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';

// À ÉCRIRE: two at least; another order of loops, methods of arrays, typed arrays, async.
export const alternatives: Record<string, AnyFunction> = {};
