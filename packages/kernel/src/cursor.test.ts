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
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, n) => {
        const position = n % ([...text].length + 1);
        assert.equal(utf16ToCodePoints(text, codePointsToUtf16(text, position)), position);
        const before = [...text].slice(0, position).join('');
        assert.equal(codePointsToUtf16(text, position), before.length);
      }),
    );
  });
});
