import assert from 'node:assert/strict';
import { ExecuteQueue, type QueuedCell } from './execute-queue';

interface TestCell extends QueuedCell {
  name: string;
  fails?: boolean;
}

/** A queue with a clock that only moves when told, and a journal of what happened to each cell. */
function testQueue() {
  const journal: string[] = [];
  const clock = { now: 5000 };
  const queue = new ExecuteQueue<TestCell>({
    run: async ({ name, fails = false }) => {
      journal.push(`${name} starts`);
      await new Promise(setImmediate);
      clock.now += 40;
      journal.push(`${name} ends`);
      return fails;
    },
    abort: ({ name }) => journal.push(`${name} aborted`),
    now: () => clock.now,
  });
  const push = (name: string, sentAt: number, rest: Partial<TestCell> = {}) =>
    queue.push({ name, sentAt, session: 'lab', ...rest });
  return { journal, clock, push };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

describe('ExecuteQueue', () => {
  it('runs one cell at a time, in order', async () => {
    const { journal, push } = testQueue();
    push('a', 100);
    push('b', 101);
    await settled();
    assert.deepEqual(journal, ['a starts', 'a ends', 'b starts', 'b ends']);
  });

  it('gives up the cells that wait behind a failed one', async () => {
    const { journal, push } = testQueue();
    push('a', 100, { fails: true });
    push('b', 101);
    push('c', 102);
    await settled();
    assert.deepEqual(journal, ['a starts', 'a ends', 'b aborted', 'c aborted']);
  });

  it('gives up a cell that was sent with the failed one but arrives after the failure', async () => {
    const { journal, push } = testQueue();
    push('a', 100, { fails: true });
    await settled();
    push('late', 103);
    await settled();
    assert.deepEqual(journal, ['a starts', 'a ends', 'late aborted']);
  });

  it('runs what is sent once the failure is known, however wrong the clock of the sender', async () => {
    const { journal, push } = testQueue();
    push('a', 100, { fails: true });
    await settled();
    push('again', 140);
    await settled();
    assert.deepEqual(journal.slice(2), ['again starts', 'again ends']);
  });

  it('does not judge another sender by the clock of the first, nor one that tells no time', async () => {
    const { journal, push } = testQueue();
    push('a', 100, { fails: true });
    await settled();
    push('other', 50, { session: 'console' });
    push('timeless', Number.NaN);
    await settled();
    assert.deepEqual(journal.slice(2), [
      'other starts',
      'other ends',
      'timeless starts',
      'timeless ends',
    ]);
  });
});
