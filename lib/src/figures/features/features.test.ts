import assert from 'node:assert/strict';

import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { featureScatter } from './feature-scatter';
import { flowDiagram } from './flow-diagram';

const groups = {
  0: [
    [1, 1],
    [2, 1],
  ],
  1: [
    [8, 9],
    [9, 9],
  ],
} as const;

describe('featureScatter()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('is a figure, a picture and words', async () => {
    const figure = featureScatter(groups, {
      classify: ([x]) => (x < 5 ? 0 : 1),
      unknown: [[5, 5]],
    });
    await assertShown(figure);
    assertFramesFit(figure);
  });

  it('gives each class a colour and a symbol of its own', () => {
    const { data } = featureScatter(groups);
    const marks = data.flatMap((trace) =>
      trace['hoverinfo'] === 'text' ? [trace['marker'] as { color: string; symbol: string }] : [],
    );
    assert.equal(marks.length, 2);
    assert.notEqual(marks[0]?.color, marks[1]?.color);
    assert.notEqual(marks[0]?.symbol, marks[1]?.symbol);
  });

  it('tells the middle of each class and the share of the plane it is answered', () => {
    const { alt } = featureScatter(groups, {
      x: 'encre',
      y: 'largeur',
      classify: ([x]) => (x < 5 ? 0 : 1),
    });
    assert.match(alt, /encre et largeur/);
    assert.match(alt, /0 : 2 points, centre \(1,5 ; 1\)/);
    assert.match(alt, /« 0 » 50 %, « 1 » 50 %/);
  });

  it('refuses no points, and more classes than it has symbols', () => {
    assert.throws(() => featureScatter({}), /donnez de 1 à 10 classes/);
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i, [[i, i] as const]]));
    assert.throws(() => featureScatter(many), /11 classe/);
  });
});

describe('flowDiagram()', function () {
  this.timeout(60_000);

  it('is a figure, a picture and words', async () => {
    const figure = flowDiagram({
      Apprentissage: ['images|étiquetées', 'modèle'],
      Prédiction: ['a'],
    });
    await assertShown(figure);
    assert.equal(figure.alt, 'Apprentissage : images étiquetées → modèle\nPrédiction : a');
  });
});
