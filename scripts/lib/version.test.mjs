import assert from 'node:assert/strict';
import { atLeast, parseVersion, satisfiesNode } from './version.mjs';
import { nodeMessage } from './supported-node.mjs';

describe('versions', () => {
  it('are compared number by number, not letter by letter', () => {
    assert.equal(atLeast('3.10.2', '3.9'), true);
    assert.equal(atLeast('3.9.18', '3.10'), false);
  });
  it('count missing parts as zero', () => {
    assert.equal(atLeast('3.10', '3.10.0'), true);
    assert.equal(atLeast('3.10', '3.10.1'), false);
  });
  it('are read out of what programs print', () => {
    assert.deepEqual(parseVersion('Python 3.11.7rc1'), [3, 11, 7]);
    assert.equal(atLeast('no number here', '1'), false);
  });
});

describe('satisfiesNode()', () => {
  it('takes 20.19 and later 20s, and every 22', () => {
    for (const good of ['20.19.0', '20.20.2', '22.0.0', '22.21.1'])
      assert.equal(satisfiesNode(good), true, good);
  });
  it('refuses what is older, and what tfjs-node does not run on', () => {
    for (const bad of ['12.22.9', '18.20.0', '20.18.3', '21.7.0', '23.1.0', '24.0.0']) {
      assert.equal(satisfiesNode(bad), false, bad);
    }
  });
  it('is explained with what was found, what is wanted, and how to get it on each system', () => {
    const message = nodeMessage('18.20.0');
    for (const part of ['18.20.0', '20.19', 'Debian/Ubuntu', 'Fedora', 'macOS', 'WSL']) {
      assert.ok(message.includes(part), part);
    }
  });
});
