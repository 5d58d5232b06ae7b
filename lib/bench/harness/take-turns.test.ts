import { strict as assert } from 'node:assert';

import type { Contender } from './bench';
import { takeTurns, type Settings } from './take-turns';

const settings: Settings = { rounds: 3, turnMs: 10, warmUpMs: 5 };

/** A clock that only moves when a contender says so, and a journal of what was called. */
function fakeWorld() {
  let now = 0;
  const journal: string[] = [];
  return {
    journal,
    world: { now: () => now, collect: () => void journal.push('collect') },
    spend: (ms: number) => {
      now += ms;
    },
    /** A contender whose calls take these milliseconds, the last for ever. */
    contender: (name: string, ...callMs: number[]): Contender => ({
      run: () => {
        journal.push(name);
        now += callMs.length > 1 ? callMs.shift()! : callMs[0]!;
      },
    }),
  };
}

describe('bench: takeTurns()', () => {
  it('warms each up, then goes round and round, each round beginning with the next', async () => {
    const { world, contender, journal } = fakeWorld();
    const contenders = {
      a: contender('a', 10),
      b: contender('b', 20),
      c: contender('c', 30),
    };
    await takeTurns({ name: 'case', contenders }, settings, world);
    const calls = journal.filter((entry) => entry !== 'collect');
    assert.equal(calls.join(' '), 'a b c  a b c  b c a  c a b'.replaceAll('  ', ' '));
  });

  it('gives the milliseconds of one call, round by round', async () => {
    const { world, contender } = fakeWorld();
    const contenders = { a: contender('a', 99, 10, 30, 20) };
    const [turns] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.deepEqual(turns?.samplesMs, [10, 30, 20]);
  });

  it('repeats a quick call until the turn is long enough, after one that does not count', async () => {
    const { world, contender, journal } = fakeWorld();
    // Warm-up: 4 + 4 ms. Then, each round, one call untimed and ceil(10 / 4) = 3 timed ones.
    const contenders = { quick: contender('quick', 4) };
    const [turns] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.equal(turns?.calls, 3);
    assert.deepEqual(turns.samplesMs, [4, 4, 4]);
    assert.equal(journal.filter((entry) => entry === 'quick').length, 2 + 3 * (1 + 3));
  });

  it('collects garbage before each turn, never in one', async () => {
    const { world, contender, journal } = fakeWorld();
    const contenders = { a: contender('a', 10), b: contender('b', 10) };
    await takeTurns({ name: 'case', rounds: 1, contenders }, settings, world);
    assert.deepEqual(journal, ['a', 'b', 'collect', 'a', 'collect', 'b']);
  });

  it('calls set-up and tear-down once, beforeTurn and afterTurn each turn, and times none', async () => {
    const { world, contender, journal, spend } = fakeWorld();
    const step = (name: string) => () => {
      journal.push(name);
      spend(1000);
    };
    const steps = {
      setUp: step('setUp'),
      beforeTurn: step('before'),
      afterTurn: step('after'),
      tearDown: step('tearDown'),
    };
    const contenders = { a: { ...contender('run', 10), ...steps } };
    const one = {
      name: 'case',
      rounds: 2,
      setUp: step('open'),
      tearDown: step('close'),
      contenders,
    };
    const [turns] = await takeTurns(one, settings, { now: world.now });
    assert.deepEqual(turns?.samplesMs, [10, 10]);
    assert.equal(
      journal.join(' '),
      'open before setUp run after before run after before run after tearDown close',
    );
  });

  it('awaits a promise inside the time', async () => {
    const { world, spend } = fakeWorld();
    const later = async (): Promise<void> => {
      await Promise.resolve();
      spend(12);
    };
    const contenders = { later: { run: later } };
    const [turns] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.deepEqual(turns?.samplesMs, [12, 12, 12]);
  });

  it('lets a slow contender sit out the later rounds', async () => {
    const { world, contender } = fakeWorld();
    const contenders = { slow: { ...contender('slow', 100), rounds: 1 }, fast: contender('f', 10) };
    const [slow, fast] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.deepEqual([slow?.samplesMs.length, fast?.samplesMs.length], [1, 3]);
  });

  it('takes the milliseconds that run() returns, where it keeps its own clock', async () => {
    const { world, spend } = fakeWorld();
    const run = (): number => {
      spend(500);
      return 20;
    };
    const contenders = { own: { run, clock: 'own' as const } };
    const [turns] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.deepEqual(turns?.samplesMs, [20, 20, 20]);
    const wrong = { own: { run: () => 'soon', clock: 'own' as const } };
    const [none] = await takeTurns({ name: 'case', contenders: wrong }, settings, world);
    assert.match(none?.trouble ?? '', /run\(\) returned soon; it must return milliseconds/);
  });

  it('runs no warm-up where a case wants none', async () => {
    const { world, contender, journal } = fakeWorld();
    const contenders = { a: contender('a', 60_000) };
    await takeTurns({ name: 'case', rounds: 1, warmUpMs: 0, contenders }, settings, world);
    assert.deepEqual(journal, ['collect', 'a']);
  });

  it('goes on without a contender that throws, and says why; tears it down all the same', async () => {
    const { world, contender, journal } = fakeWorld();
    const bad = {
      run: () => {
        throw new Error('no such backend');
      },
      tearDown: () => void journal.push('tear-down of bad'),
    };
    const contenders = { bad, good: contender('good', 10) };
    const [first, second] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.equal(first?.trouble, 'no such backend');
    assert.deepEqual(first.samplesMs, []);
    assert.deepEqual(second?.samplesMs, [10, 10, 10]);
    assert.ok(journal.includes('tear-down of bad'));
  });

  it('never calls a contender that cannot run here', async () => {
    const { world, journal, contender } = fakeWorld();
    const contenders = { gone: { ...contender('gone', 1), missing: 'not on this machine' } };
    const [turns] = await takeTurns({ name: 'case', contenders }, settings, world);
    assert.equal(turns?.trouble, 'not on this machine');
    assert.deepEqual(journal, []);
  });

  it('ends with a clock too coarse to see the call', async () => {
    const contenders = { instant: { run: () => undefined } };
    const coarse = { now: () => 0 };
    const [turns] = await takeTurns({ name: 'case', rounds: 1, contenders }, settings, coarse);
    assert.equal(turns?.calls, 100_000);
  });
});
