import { strict as assert } from 'node:assert';

import { runOp } from '../testing/check-graph-op';
import { Volume } from '../../volume/volume';
import { dropout } from './dropout';

describe('graph: dropout()', () => {
  const ones = new Volume([100, 30], new Float32Array(3000).fill(1));
  const run = (step: number, training = true): Promise<Volume[]> =>
    runOp((tape, x) => dropout(tape, x, 0.25, 7), [ones], [], ones, training, step);

  it('drops its part, scales up the rest, and the gradient likewise', async () => {
    const [output, gradient] = await run(0);
    const kinds = new Set(output!.data);
    assert.deepEqual([...kinds].sort(), [0, Math.fround(4 / 3)]);
    const dropped = output!.data.filter((value) => value === 0).length;
    assert.ok(Math.abs(dropped / 3000 - 0.25) < 0.03, String(dropped));
    assert.deepEqual(gradient!.data, output!.data);
  });

  it('drops the same at the same step, something else at the next', async () => {
    const [first, again, next] = await Promise.all([run(5), run(5), run(6)]);
    assert.deepEqual(first[0]!.data, again[0]!.data);
    assert.notDeepEqual(first[0]!.data, next[0]!.data);
  });

  it('lets everything through when not training', async () => {
    assert.deepEqual((await run(0, false))[0]!.data, ones.data);
  });
});
