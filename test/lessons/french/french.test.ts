import assert from 'node:assert/strict';
import { openSpeller } from './spelling';
import { typographyErrors } from './typography';

describe('what is held against a line of French', () => {
  it('its typography', () => {
    const wrong = {
      "l'image": /apostrophe/,
      'oui : non': /no-break space before/,
      '**Prédire**?': /no-break space before/,
      '« a\u00a0»': /no-break space after/,
      '"a"': /quotes/,
      'a  b': /one space/,
      'a - b': /dash/,
      'a...': /one sign/,
      'fin.Début': /a space after/,
      'mot .': /no space before/,
    };
    for (const [line, error] of Object.entries(wrong))
      assert.match(typographyErrors(line)[0]!, error);
    for (const line of ['«\u00a0L’a\u00a0»\u00a0: à 12:30, 3,5\u00a0!', 'I − J … e.g.']) {
      assert.deepEqual(typographyErrors(line), []);
    }
  });

  it('words that are neither in the dictionary, nor ours, nor names of code', async () => {
    const speller = await openSpeller();
    const text =
      'L’aprentissage d’tfjs\u00a0: a-t-il vu tf.conv2d, byProfile, un RVB, réseau-tfjs et pixells\u00a0?';
    assert.deepEqual(speller.unknownWords(text), ['L’aprentissage', 'pixells']);
    assert.ok(speller.suggestions('aprentissage').includes('apprentissage'));
    speller.close();
  });
});
