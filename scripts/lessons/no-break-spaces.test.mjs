import assert from 'node:assert/strict';
import { withNoBreakSpaces } from './no-break-spaces.mjs';

const prose = (line) => withNoBreakSpaces(`// %% [markdown]\n// ${line}`).split('// ').at(-1);

describe('no-break spaces', () => {
  it('stand before : ; ? ! » and after « in prose', () => {
    assert.equal(
      prose('Quoi ? « Oui », dit-il : bien ; non !'),
      'Quoi\u00a0? «\u00a0Oui\u00a0», dit-il\u00a0: bien\u00a0; non\u00a0!',
    );
    assert.equal(
      prose('**Prédire** : `x`, puis `y` : $z$ ?'),
      '**Prédire**\u00a0: `x`, puis `y`\u00a0: $z$\u00a0?',
    );
    assert.equal(prose('fini :'), 'fini\u00a0:');
  });

  it('keep sizes, thousands, units and results together', () => {
    const said = {
      'un noyau 5 × 5 × 3, K × (F × F)': 'un noyau 5_×_5_×_3, K_×_(F_×_F)',
      'entrée × retour, poids × 2': 'entrée × retour, poids × 2',
      'MNIST a 60 000 images, soit 1 234 567 nombres':
        'MNIST a 60_000_images, soit 1_234_567 nombres',
      'les lots 1 2 34, les leçons 1.2 300': 'les lots 1 2 34, les leçons 1.2 300',
      '15 %, 3 s, 4 sur 5, 64 pixels': '15_%, 3_s, 4 sur 5, 64_pixels',
      '7 − 3 + 1 = 5': '7 − 3 + 1 =_5',
    };
    for (const [typed, wanted] of Object.entries(said)) {
      assert.equal(prose(typed), wanted.replaceAll('_', '\u00a0'));
    }
  });

  it('change nothing the second time', () => {
    const once = prose('«\u00a0a\u00a0» : b');
    assert.equal(once, '«\u00a0a\u00a0»\u00a0: b');
    assert.equal(prose(once), once);
  });

  it('leave code, formulas, tables’ rules and addresses alone', () => {
    const lines = [
      '`a ? b : c`',
      '$f : x$',
      '| :--- | ---: |',
      '[x](a ; b)',
      '<a style="b : c">',
      'à 12:30',
    ];
    for (const line of lines) assert.equal(prose(line), line);
    const code =
      '// %%\nconst a = b ? c : d; // oui : non\n// %% [markdown]\n// ```ts\n// a ? b : c\n// ```';
    assert.equal(withNoBreakSpaces(code), code);
  });
});
