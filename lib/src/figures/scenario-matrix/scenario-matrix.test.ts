import assert from 'node:assert/strict';

import { scenarios, strategies, type Measurement } from '../../transfer/matrix/scenario';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { scenarioMatrix } from './scenario-matrix';

const three = (accuracies: number[], more: Partial<Measurement>): Measurement[] =>
  accuracies.map((accuracy, i) => ({
    ...{ size: 'small', likeness: 'similar', strategy: 'all', seed: i, accuracy },
    ...{ seconds: 2.4, macs: 1.8e10, choice: { learningRate: 0.01, epochs: 3, blocks: 0 } },
    ...more,
  }));

const whole = scenarios.flatMap((scenario, row) =>
  strategies.flatMap((strategy, column) =>
    three(
      [0.6, 0.61, 0.62].map((x) => x + 0.05 * row + 0.06 * column),
      {
        ...scenario,
        strategy,
        seconds: 10 ** row,
        macs: 1e9 * 10 ** column,
      },
    ),
  ),
);

describe('scenarioMatrix()', function () {
  this.timeout(60_000);

  it('shows a heat map with three views, a picture and words', async () => {
    const figure = scenarioMatrix(whole, { notes: { small: '50 images', similar: 'chiffres' } });
    await assertShown(figure);
    assertFramesFit(figure);
    assert.deepEqual(
      figure.frames.map((frame) => frame['name']),
      ['Exactitude', 'Temps', 'Multiplications'],
    );
  });

  it('tells every mean with its interval, and who is in front', () => {
    const figure = scenarioMatrix([
      ...three([0.9, 0.91, 0.92], { strategy: 'all' }),
      ...three([0.88, 0.9, 0.92], { strategy: 'top' }),
      ...three([0.5, 0.51, 0.52], { strategy: 'scratch' }),
    ]);
    const [, first] = figure.alt.split('\n');
    assert.match(first!, /de zéro 51 % \(de 48,5 à 53,5\), 2,4 s, 18 milliards/);
    assert.match(first!, /Devant : tout affiner, sans se distinguer de dernières couches$/);
  });

  it('leaves empty what was not measured, and says why', () => {
    const few = whole.filter(({ size }) => size === 'small');
    const figure = scenarioMatrix(few, { missing: 'pas assez de photos' });
    assert.match(figure.alt, /beaucoup d’images, semblables : pas mesuré \(pas assez de photos\)/);
  });

  it('refuses one seed a cell: nothing would be known of its luck', () => {
    assert.throws(() => scenarioMatrix([whole[0]!]), /au moins deux graines/);
  });
});
