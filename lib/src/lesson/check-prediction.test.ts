import assert from 'node:assert/strict';

import { checkPrediction, type Prediction } from './check-prediction';

describe('checkPrediction()', () => {
  it('says so when the prediction is right, a hair of rounding apart', () => {
    assert.match(said(0.3, 0.1 + 0.2), /^✔ Bien vu.* 0\.30000000000000004\.\nparce que$/);
    assert.match(said([1, [2]], [1, [2]]), /^✔/);
    assert.match(said(' Filtre 1', 'filtre 1'), /^✔/);
  });

  it('shows both answers when it is wrong', () => {
    assert.match(said(3, 4), /^✘ Vous aviez prédit 3.*le calcul donne 4\.\nparce que$/);
    assert.match(said([1, 2, 3], [1, 2]), /^✘/);
    assert.match(said('oui', 4), /^✘ Vous aviez prédit «.oui.»/);
  });

  it('keeps the spaces of French punctuation unbreakable in the explanation', () => {
    assert.match(said(1, 1, 'Donc 1 : facile !'), /\nDonc 1\u00a0: facile\u00a0!$/);
  });

  it('gives the answer and says where to write when there is none', () => {
    assert.match(said(null, 4), /^Réponse.: 4\. .*remplacez null/);
  });
});

/** What the student reads, line by line. */
function said(
  prediction: Prediction | null,
  answer: Prediction,
  explanation = 'parce que',
): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  try {
    checkPrediction(prediction, answer, explanation);
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}
