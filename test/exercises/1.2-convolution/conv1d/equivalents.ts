/** Mutants of the reference conv1d that no spec can refuse. */
import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'if (!Number.isInteger(padding) || padding < 0) {',
    becomes: 'if (false) {',
    because: 'new Array(padding) refuses the same numbers',
  },
  {
    line: 'if (!Number.isInteger(padding) || padding < 0) {',
    becomes: 'if ((!Number.isInteger(padding) && padding < 0)) {',
    because: 'new Array(padding) refuses the same numbers',
  },
  {
    line: 'if (!Number.isInteger(padding) || padding < 0) {',
    becomes: 'if (!Number.isInteger(padding) || false) {',
    because: 'new Array(padding) refuses the same numbers',
  },
  {
    line: "if (!Number.isInteger(padding) || padding < 0) { throw new RangeError( `conv1d : le remplissage vaut ${padding}, il faut un entier d'au moins 0.`, ); }",
    becomes: 'if (!Number.isInteger(padding) || padding < 0) {}',
    because: 'new Array(padding) refuses the same numbers',
  },
];
