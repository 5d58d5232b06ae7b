import assert from 'node:assert/strict';

import type { MimeBundle } from '../display';
import { checkPrediction, type Prediction } from './check-prediction';

const door = Symbol.for('convolab.executor');
const globals = globalThis as Record<symbol, unknown>;

describe('checkPrediction()', () => {
  it('says so when the prediction is right, a hair of rounding apart', () => {
    assert.match(said(0.3, 0.1 + 0.2), /^✔ Bien vu.* 0\.30000000000000004\.\nparce que$/);
    assert.match(said([1, [2]], [1, [2]]), /^✔/);
    assert.match(said(' Filtre 1', 'filtre 1'), /^✔/);
    assert.match(said(NaN, NaN), /^✔/);
  });

  it('shows both answers when it is wrong', () => {
    assert.match(said(3, 4), /^✘ Vous aviez prédit 3.*le calcul donne 4\.\nparce que$/);
    assert.match(said([1, 2, 3], [1, 2]), /^✘/);
    assert.match(said('oui', 4), /^✘ Vous aviez prédit «.oui.»/);
  });

  it('keeps the spaces of French punctuation unbreakable in the explanation', () => {
    assert.match(
      said(1, 1, '« Donc » 1 :\n  facile !'),
      /\n«\u00a0Donc\u00a0» 1\u00a0: facile\u00a0!$/,
    );
  });

  it('gives the answer as text and says where to write when there is none', () => {
    assert.match(said(null, 4), /^Réponse.: 4\. .*remplacez null.*\nparce que$/);
  });

  it('folds the answer while there is no prediction', () => {
    const html = page(null, 4);
    const [inSight, folded] = html.split('<details>') as [string, string];
    assert.match(inSight, /À vous d’abord/);
    assert.doesNotMatch(inSight, /4\.|parce que/);
    assert.match(folded, /Réponse.: 4\..*parce que.*<\/details>/);
    assert.doesNotMatch(html, /<details open/);
  });

  it('says verdict and explanation at once when there is one, by a mark and not by colour alone', () => {
    assert.match(page(4, 4), /✔ Bien vu.*parce que/);
    assert.match(page(5, 4), /✘ Vous aviez prédit 5.*parce que/);
    for (const prediction of [4, 5]) assert.doesNotMatch(page(prediction, 4), /<details>/);
  });

  it('brings out code and the usual mistake, and takes nothing for HTML', () => {
    const html = page('<b>', 'a', 'car `x < 1`. Erreur fréquente : 2');
    assert.match(html, /&lt;b&gt;/);
    assert.match(html, /<code>x &lt; 1<\/code>\. <strong>Erreur fréquente<\/strong>/);
  });
});

const said = (prediction: Prediction | null, answer: Prediction, explanation?: string): string =>
  shown(prediction, answer, explanation)['text/plain'] as string;

const page = (prediction: Prediction | null, answer: Prediction, explanation?: string): string =>
  shown(prediction, answer, explanation)['text/html'] as string;

/** What a notebook has been shown once the call returned. */
function shown(
  prediction: Prediction | null,
  answer: Prediction,
  explanation = 'parce que',
): MimeBundle {
  const bundles: MimeBundle[] = [];
  globals[door] = { display: (bundle: MimeBundle) => bundles.push(bundle) };
  try {
    checkPrediction(prediction, answer, explanation);
  } finally {
    Reflect.deleteProperty(globals, door);
  }
  assert.equal(bundles.length, 1);
  return bundles[0]!;
}
