/** Wrong newName answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';

export const mutants: Record<string, AnyFunction> = {
  'writes into x': (x: number[]) => {
    x[0] = 0; // À ÉCRIRE: and gives the right answer all the same
    return x;
  },
  // À ÉCRIRE: three subtle ones at least; `npm run mutants -- theLesson` says what each earns.
  'returns nothing': () => undefined,
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('newName : à compléter.');
  },
};
