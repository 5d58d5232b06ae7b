import { strict as assert } from 'node:assert';

import { report } from './report';
import { runBench } from './run-bench';
import { aheadGate, speedGate } from './gates';
import type { Bench } from './bench';
import { figure, rate, table } from './table';

/** Two contenders of 2 and 8 ms by a fake clock, and a measure. */
function sample(): { bench: Bench; world: { now: () => number } } {
  let now = 0;
  const spend = (ms: number) => () => {
    now += ms;
  };
  const bench: Bench = {
    cases: () => [
      {
        name: 'L1',
        about: 'small',
        work: { amount: 4_000_000, unit: 'FLOP' },
        contenders: { ours: { run: spend(2) }, theirs: { run: spend(8) } },
      },
      { name: 'L2', contenders: { ours: { run: spend(2) } } },
    ],
    measures: () => [{ name: 'growth', unit: 'MB', run: () => 3 }],
    gates: [
      speedGate({ of: 'ours', against: 'theirs', atLeast: 2, stretch: 5 }),
      aheadGate({ of: 'ours', against: 'theirs', inAtLeast: 2 }),
    ],
  };
  return { bench, world: { now: () => now } };
}

const around = {
  bench: 'conv',
  about: 'fast is fast',
  command: 'npm run bench -- conv',
  date: '2026-11-24T15:00:00.000Z',
  seconds: 12,
  machine: { cpu: 'A processor', cores: 2, memoryGB: 16, os: 'Debian' },
  versions: { node: 'v20.19.0' },
};

describe('bench: a run and its report', () => {
  it('gives medians, rates, speeds against the last contender, and the gates with their figures', async () => {
    const { bench, world } = sample();
    const measured = await runBench(bench, { quick: false }, world);
    const quiet = { before: 0.1, after: 1.2 };
    const text = report({ ...around, quick: false, load: quiet, ...measured });
    assert.equal(
      text,
      `conv: fast is fast

Machine   A processor, 2 cores, 16 GB, Debian
Versions  node v20.19.0
Run       2026-11-24T15:00:00.000Z, 12 s, load average 0.1 before, 1.2 after

L1  (small), speed against theirs = 1
          median ms  min ms  spread  FLOP/s  speed  of min  rounds  calls
--------  ---------  ------  ------  ------  -----  ------  ------  -----
  ours         2.00    2.00     0 %  2.00 G   4.00    4.00       9     15
  theirs       8.00    8.00     0 %   500 M   1.00    1.00       9      4

L2, speed against ours = 1
        median ms  min ms  spread  speed  of min  rounds  calls
------  ---------  ------  ------  -----  ------  ------  -----
  ours       2.00    2.00     0 %   1.00    1.00       9     15

  growth: 3.00 MB

Gates: not all pass
  PASS  ours: at least 2 x the speed of theirs, L1: 4.00 x (>= 2)
  FAIL  ours: ahead of theirs in at least 2 cases: 1.00 cases (>= 2)
Stretch goals, which fail nothing:
  not yet   ours: at least 2 x the speed of theirs, L1: 4.00 x (>= 5)`,
    );
  });

  it('warns that a quick run, or a busy machine, gives a direction only', async () => {
    const { bench, world } = sample();
    const measured = await runBench(bench, { quick: true }, world);
    assert.equal(measured.cases[0]?.contenders[0]?.samplesMs.length, 3);
    const load = { before: 1.5, after: 2 };
    const text = report({ ...around, quick: true, only: 'L', load, ...measured });
    assert.match(text, /Only the cases \/L\/: a gate that counts cases lacks the others/);
    assert.match(text, /A quick run: for direction only/);
    assert.match(text, /Others were at work on this machine: for direction only/);
  });

  it('runs only the cases asked for, and then no measure', async () => {
    const { bench, world } = sample();
    const { cases, measures } = await runBench(bench, { quick: true, only: /2/ }, world);
    assert.deepEqual(
      cases.map(({ name }) => name),
      ['L2'],
    );
    assert.deepEqual(measures, []);
  });

  it('says of a measure or a contender that threw why it is not there', async () => {
    const { world } = sample();
    const fail = (message: string) => (): never => {
      throw new Error(message);
    };
    const bench: Bench = {
      cases: () => [{ name: 'L1', contenders: { bad: { run: fail('no backend') } } }],
      measures: () => [{ name: 'growth', unit: 'MB', run: fail('no memory') }],
    };
    const measured = await runBench(bench, { quick: true }, world);
    const load = { before: 0, after: 0 };
    const text = report({ ...around, quick: false, load, ...measured });
    assert.match(text, /bad was not measured: no backend/);
    assert.match(text, /growth: - MB \(no memory\)/);
  });
});

describe('bench: figures', () => {
  it('keep three digits that count', () => {
    const shown = [0, 0.001234, 0.5, 1.234, 12.34, 123.4, 12_345, NaN].map(figure);
    assert.deepEqual(shown, ['0', '0.00123', '0.500', '1.23', '12.3', '123', '12345', '-']);
  });

  it('shorten rates by thousands', () => {
    assert.deepEqual([12.3e9, 4.5e6, 1234, 12].map(rate), ['12.3 G', '4.50 M', '1.23 k', '12.0']);
  });

  it('stand in columns, numbers to the right', () => {
    assert.deepEqual(
      table(
        ['', 'ms'],
        [
          ['a', '1.00'],
          ['long', '10.00'],
        ],
      ),
      ['         ms', '----  -----', 'a      1.00', 'long  10.00'],
    );
  });
});
