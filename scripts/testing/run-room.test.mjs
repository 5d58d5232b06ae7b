import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runRoom } from './run-room.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

describe('a room of npm test', () => {
  const folder = temporaryFolder();

  /** Runs a room that consists of one file with this text. */
  function room(text, o = {}) {
    writeFileSync(join(folder(), 'sample.test.cjs'), text);
    const name = `sample-${Math.random().toString(36).slice(2)}`;
    return runRoom(
      name,
      { globs: [join(folder(), '*.test.cjs')], ...o },
      { graceMs: 500, quiet: true },
    );
  }
  const counts = ({ passed, failed, skipped }) => ({ passed, failed, skipped });

  it('counts what passed, what failed and what was skipped', async () => {
    const result = await room(
      `it('a', () => {}); it('b', () => { throw new Error('no'); }); it.skip('c');`,
    );
    assert.deepEqual(counts(result), { passed: 1, failed: 1, skipped: 1 });
    assert.deepEqual(result.trouble, []);
  });
  it('has failed when its process exits in the middle', async () => {
    const result = await room(`it('a', () => {}); it('b', () => process.exit(0));`);
    assert.deepEqual(counts(result), { passed: 1, failed: 1, skipped: 0 });
    assert.match(result.trouble[0], /before its end/);
  });
  it('has failed when its file does not even load', async () => {
    assert.equal((await room('syntax error here')).failed, 1);
  });
  it('has failed when it holds no test', async () => {
    assert.equal((await room('')).failed, 1);
  });
  it('has failed when something still runs after its last test', async () => {
    const result = await room(`it('a', () => { setInterval(() => {}, 1000); });`);
    assert.deepEqual(counts(result), { passed: 1, failed: 1, skipped: 0 });
    assert.match(result.trouble[0], /left running/);
  });
  it('is stopped, and has failed, when it takes too long', async () => {
    const result = await room(`it('a', () => { for (;;); });`, { roomTimeoutS: 2 });
    assert.equal(result.failed, 1);
    assert.match(result.trouble[0], /not over after 2 s/);
  });
});
