import assert from 'node:assert/strict';
import { read } from './scenarios.mjs';

describe('npm run scenarios', () => {
  it('measures, and writes nothing but when it is asked to record', () => {
    assert.equal(read([]).record, false);
    assert.deepEqual(read(['--record']), {
      record: true,
      command: 'npm run scenarios -- --record',
    });
  });

  it('begins its help with an example', () => {
    assert.match(read(['--help']).say, /^Example: npm run scenarios/);
    assert.equal(read(['--help']).code, 0);
  });

  it('refuses what it does not know', () => {
    const { say, code } = read(['--recrod']);
    assert.match(say, /Reading the options: .*--recrod/);
    assert.equal(code, 2);
  });
});
