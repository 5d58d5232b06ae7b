import assert from 'node:assert/strict';

import { measureStrips } from './measure-strips';
import { assertShown } from './testing/figure-laws';

describe('measureStrips()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  const figure = measureStrips({ relu: [3, 1, 20], tanh: [5.25, 4] }, { title: 'Durées', x: 'ms' });

  it('shows dots, a picture and words', () => assertShown(figure));

  it('tells the median, of an even number of measures too, and all measures', () => {
    assert.match(figure.alt, /^relu : médiane 3, mesures \[3, 1, 20\]$/m);
    assert.match(figure.alt, /^tanh : médiane 4,6, mesures \[5,3 ; 4\]$/m);
  });
});
