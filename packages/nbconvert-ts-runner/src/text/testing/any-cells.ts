import fc from 'fast-check';
import { CELL_ROLES, type TextCell } from '../model';

/** Lines that have broken a reader of notebooks before, and any others. */
const anyLine = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '// %%',
    '// %% [markdown] id=a1',
    '//%% x',
    '// \\%% x',
    '\\%% x',
    '%%',
    '%% 10 %',
    '// ---',
    '---',
    '//',
    '```ts',
    '```',
    '  // indented',
    'const s = `// %%`;',
    'é ∑ 😀 \u2028 \u0085 \t',
    '"quotes" \\ backslash',
  ),
  fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, '')),
);

const anySource = fc.array(anyLine, { maxLength: 6 }).map((lines) => lines.join('\n'));

const anyCell: fc.Arbitrary<Omit<TextCell, 'id'>> = fc.record(
  {
    kind: fc.constantFrom('code', 'markdown', 'raw'),
    role: fc.constantFrom(...CELL_ROLES),
    exercise: fc.constantFrom('conv1d', '$f_1'),
    items: fc.constantFrom('1', '31-39,45'),
    tags: fc.uniqueArray(fc.constantFrom('raises-exception', 'deux mots', '"q"', 'é'), {
      maxLength: 3,
    }),
    source: anySource,
  },
  { requiredKeys: ['kind', 'tags', 'source'] },
);

/** Notebooks as cells: all kinds, attributes, empty cells, unicode, fences, lines like headers. */
export const anyCells: fc.Arbitrary<TextCell[]> = fc
  .array(anyCell, { maxLength: 6 })
  .map((cells) => cells.map((cell, index) => ({ ...cell, id: `cell-${String(index)}` })));
