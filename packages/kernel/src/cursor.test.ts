import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codePointsToUtf16, utf16ToCodePoints } from './cursor';

describe('cursor positions', () => {
  it('count a cat as one for Jupyter and two for TypeScript', () => {
    assert.equal(codePointsToUtf16("'🐱'.length", 4), 5);
    assert.equal(utf16ToCodePoints("'🐱'.length", 5), 4);
  });

  it('are the same in plain and accented text', () => {
    assert.equal(codePointsToUtf16('const été = 1', 9), 9);
    assert.equal(utf16ToCodePoints('const été = 1', 9), 9);
  });

  it('stop at the end of the text', () => {
    assert.equal(codePointsToUtf16('a🐱', 99), 3);
    assert.equal(utf16ToCodePoints('a🐱', 99), 2);
  });

  it('come back whole from any text', () => {
    const characters = fc.array(fc.constantFrom('a', 'é', '\n', '🐱', '𝒙'));
    fc.assert(
      fc.property(characters, characters, (before, after) => {
        const text = [...before, ...after].join('');
        const offset = before.join('').length;
        assert.equal(codePointsToUtf16(text, before.length), offset);
        assert.equal(utf16ToCodePoints(text, offset), before.length);
      }),
    );
  });
});
