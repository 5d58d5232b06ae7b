import { strict as assert } from 'node:assert';

import { aheadGate, allPass, judge, speedGate } from './gates';
import { Results, summarise } from './results';

/** Results of cases in which each contender always took the same time. */
function results(cases: Record<string, Record<string, number>>): Results {
  const measured = Object.entries(cases).map(([name, times]) => {
    const turns = Object.entries(times).map(([contender, ms]) => ({
      name: contender,
      calls: 1,
      samplesMs: Number.isNaN(ms) ? [] : [ms, ms],
      trouble: Number.isNaN(ms) ? 'threw' : undefined,
    }));
    return summarise({ name, contenders: {} }, turns);
  });
  return new Results(measured, [{ name: 'growth', unit: 'MB', value: 3 }]);
}

const layers = results({ L1: { ours: 10, theirs: 8 }, L2: { ours: 10, theirs: 20 } });

describe('bench: gates', () => {
  it('speedGate() holds the speed against its bound in every case, the stretch goal apart', () => {
    const verdicts = judge(
      [speedGate({ of: 'ours', against: 'theirs', atLeast: 0.8, stretch: 1 })],
      layers,
    );
    assert.deepEqual(
      verdicts.map(({ of, figure, outcome, stretch }) => [of, figure, outcome, stretch]),
      [
        ['L1', 0.8, 'PASS', false],
        ['L2', 2, 'PASS', false],
        ['L1', 0.8, 'FAIL', true],
        ['L2', 2, 'PASS', true],
      ],
    );
    assert.ok(allPass(verdicts));
  });

  it('one case below the bound fails the gate', () => {
    const verdicts = judge([speedGate({ of: 'ours', against: 'theirs', atLeast: 0.81 })], layers);
    assert.deepEqual(
      verdicts.map(({ outcome }) => outcome),
      ['FAIL', 'PASS'],
    );
    assert.ok(!allPass(verdicts));
  });

  it('where: keeps some cases only', () => {
    const where = (name: string): boolean => name === 'L2';
    const gate = speedGate({ of: 'ours', against: 'theirs', atLeast: 1, where });
    assert.ok(allPass(judge([gate], layers)));
  });

  it('aheadGate() counts the cases in which one is faster', () => {
    const ahead = (inAtLeast: number) =>
      judge([aheadGate({ of: 'ours', against: 'theirs', inAtLeast })], layers)[0];
    assert.deepEqual([ahead(1)?.figure, ahead(1)?.outcome], [1, 'PASS']);
    assert.equal(ahead(2)?.outcome, 'FAIL');
  });

  it('a gate on a measure may ask for at most', () => {
    const gate = (atMost: number) => ({
      claim: 'memory stays flat',
      figure: (r: Results) => r.measure('growth'),
      atMost,
    });
    assert.equal(judge([gate(3)], layers)[0]?.outcome, 'PASS');
    assert.equal(judge([gate(2)], layers)[0]?.outcome, 'FAIL');
    const verdicts = judge([{ ...gate(4), stretch: 2 }], layers);
    assert.deepEqual(
      verdicts.map(({ outcome, bound }) => [outcome, bound]),
      [
        ['PASS', '<= 4'],
        ['FAIL', '<= 2'],
      ],
    );
  });

  it('what was not measured has not passed', () => {
    const broken = results({ L1: { ours: NaN, theirs: 8 } });
    const gates = [
      speedGate({ of: 'ours', against: 'theirs', atLeast: 0.1 }),
      speedGate({ of: 'nobody', against: 'theirs', atLeast: 0.1 }),
      aheadGate({ of: 'ours', against: 'theirs', inAtLeast: 0 }),
      { claim: 'x', figure: (r: Results) => r.measure('no such measure'), atLeast: 0 },
    ];
    const verdicts = judge(gates, broken);
    assert.deepEqual(
      verdicts.map(({ outcome }) => outcome),
      Array(4).fill('NOT MEASURED'),
    );
    assert.ok(!allPass(verdicts));
  });

  it('the figures of a contender that broke off count for nothing', () => {
    const turns = [
      { name: 'ours', calls: 1, samplesMs: [1], trouble: 'threw in its second turn' },
      { name: 'theirs', calls: 1, samplesMs: [10, 10] },
    ];
    const half = new Results([summarise({ name: 'L1', contenders: {} }, turns)]);
    assert.equal(half.speed('L1', 'ours', 'theirs'), NaN);
    assert.equal(half.medianMs('L1', 'ours'), NaN);
  });
});
