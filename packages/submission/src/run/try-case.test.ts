import assert from 'node:assert/strict';
import type { PublicCase } from '@convolab/lib/public-cases';
import { StudentDead, StudentError } from './student-errors';
import { tryCase } from './try-case';

describe('tryCase()', () => {
  const value: PublicCase = { name: 'a', call: 'f', args: [2], expected: 4, wrong: [] };
  const refusal: PublicCase = { name: 'b', call: 'f', args: [-1], throws: true, wrong: [] };
  const rejecting = (error: Error) => ({ f: () => Promise.reject(error) });

  it('judges what comes through the door as check does', async () => {
    const double = { f: (x: number) => Promise.resolve(2 * x) };
    assert.equal((await tryCase(double, value)).kind, 'passed');
    assert.equal((await tryCase(double, refusal)).kind, 'did-not-throw');
    assert.equal((await tryCase(rejecting(new StudentError('E', 'no')), refusal)).kind, 'passed');
    assert.equal((await tryCase(rejecting(new StudentError('E', 'no')), value)).kind, 'threw');
  });

  it('takes a door that is shut for no refusal', async () => {
    const shut = rejecting(new StudentDead('Temps dépassé.'));
    assert.deepEqual(await tryCase(shut, refusal), {
      kind: 'threw',
      name: 'Error',
      message: 'Temps dépassé.',
      stub: false,
    });
  });

  it('passes a fixture on by its name, and one with arguments too', async () => {
    const seen: unknown[] = [];
    const door = { f: (...args: unknown[]) => Promise.resolve(seen.push(...args)) };
    const wire = (v: object) => ({ $: 'fixture', v: { $: 'object', v } });
    const args = [wire({ fixture: 'square' }), wire({ fixture: 'model', args: [3] }), 5];
    await tryCase(door, { ...value, args, expected: 3 }, ['square', 'model']);
    assert.deepEqual(seen, [{ fixture: 'square' }, { fixture: 'model', args: [3] }, 5]);
  });
});
