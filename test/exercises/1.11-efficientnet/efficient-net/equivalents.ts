import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: 'return nearest < 0.9 * wanted ? nearest + 8 : nearest;',
    becomes: 'return nearest <= 0.9 * wanted ? nearest + 8 : nearest;',
    because:
      'a multiple of 8 is 90 % of what was wanted for ninths only (80/9, 160/9 …), which no number with a few digits after the point gives',
  },
  {
    line: 'if (scale === undefined)',
    becomes: 'if (false)',
    because: 'what is read of a line that is not there throws all the same',
  },
];
