import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endedBy, explainDeath, type EndedBy } from './death';
import { short } from './run-cells';
import { writeBack } from './write-back';

describe('what ended a sandbox', () => {
  const calm = { overMemory: false };
  it('is memory when that was seen from outside, whatever the signal', () => {
    assert.equal(endedBy('crash', 'signal SIGKILL', { overMemory: true }), 'memory');
  });
  it('is a crash, not an exit, when the code stands for an abort', () => {
    assert.equal(endedBy('exit', 'code 0', calm), 'exit');
    assert.equal(endedBy('exit', 'code 7', calm), 'exit');
    assert.equal(endedBy('exit', 'code 134', calm), 'crash');
  });
  it('is said in words, with the limit for time', () => {
    const every: EndedBy[] = ['time', 'exit', 'memory', 'crash', 'too-large', 'protocol'];
    for (const by of every) assert.match(explainDeath(by, 'en calculant f(…)', 1500), /f\(…\)/);
    assert.match(explainDeath('time', 'ici', 1500), /1,5 s/);
  });
});

describe('writeBack()', () => {
  it('shows what a function did to its arguments, in place', () => {
    const row = [1, 2];
    const target = [row, { a: [1] }, new Float32Array([1, 2]), 'x'];
    writeBack(target, [[5, 6, 7], { b: 1 }, new Float32Array([8, 9]), 'y']);
    assert.deepEqual(target, [[5, 6, 7], { b: 1 }, new Float32Array([8, 9]), 'y']);
    assert.equal(target[0], row);
  });
  it('makes any plain data equal to any other of its kind', () => {
    const data = fc.array(fc.jsonValue());
    fc.assert(
      fc.property(data, data, (target, source) => {
        const wanted = structuredClone(source);
        writeBack(target, source);
        assert.deepEqual(target, wanted);
      }),
    );
  });
  it('leaves prototypes alone', () => {
    const target: Record<string, unknown> = {};
    writeBack(target, JSON.parse('{"__proto__": {"polluted": 1}}'));
    assert.equal(Object.getPrototypeOf(target), Object.prototype);
    assert.equal(({} as { polluted?: 1 }).polluted, undefined);
  });
});

describe('short()', () => {
  it('makes one line of a length to read', () => {
    assert.equal(short(' a\n  b '), 'a b');
    assert.equal(short('x'.repeat(300)).length, 200);
  });
});
