import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compare, shapeOf } from './compare';

const numbers = fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 4 }), { maxLength: 4 });

describe('compare()', () => {
  it('finds nothing between an answer and its copy', () => {
    fc.assert(fc.property(numbers, (x) => compare(x, structuredClone(x)) === null));
  });

  it('marks just the value that was changed', () => {
    assert.deepEqual(
      compare(
        [
          [1, 2],
          [3, 5],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      )?.at,
      new Set(['1,1']),
    );
  });

  it('refuses rows that are missing or too many, also where rows are of different lengths', () => {
    const ragged = [['Conv2D', 1], ['Add', 2, '0, 1']]; // prettier-ignore
    for (const other of [[...ragged, ['Dropout', 3]], [...ragged, []], ragged.slice(0, 1)]) {
      assert.match(compare(other, ragged)!.reason, /longueurs attendues|au lieu de/);
      assert.match(
        compare({ rows: other }, { rows: ragged })!.reason,
        /longueurs attendues|au lieu de/,
      );
    }
    assert.equal(compare(structuredClone(ragged), ragged), null);
  });

  it('takes -0 for 0', () => {
    assert.equal(compare([-0, 0], [0, -0]), null);
  });

  it('never takes NaN for anything, whatever the tolerance', () => {
    assert.notEqual(compare(NaN, NaN, Infinity), null);
    assert.notEqual(compare([NaN], [1], 10), null);
  });

  it('takes an infinity for the same infinity only', () => {
    assert.equal(compare(Infinity, Infinity), null);
    assert.notEqual(compare(Infinity, -Infinity), null);
    assert.notEqual(compare(Infinity, 1, 1e6), null);
  });

  it('allows a difference up to the tolerance', () => {
    assert.equal(compare([1.5], [1], 0.5), null);
    assert.notEqual(compare([1.5], [1], 0.25), null);
  });
});

describe('compare(), of objects and typed arrays', () => {
  it('compares part by part and says which part differs, and where', () => {
    assert.equal(compare({ a: 1, dw: [[2]] }, { dw: [[2]], a: 1 }), null);
    const { reason, at } = compare({ a: 1, dw: [[2], [4]] }, { a: 1, dw: [[2], [3]] })!;
    assert.equal(reason, 'dans dw, 1 valeur diffère sur 2');
    assert.deepEqual(at, new Set(['dw.1,0']));
  });

  it('says each of the parts that differ', () => {
    const right = { params: 320, macs: 9, output: [28, 28, 32] };
    assert.deepEqual(compare({ params: 288, macs: 9, output: [28, 28] }, right), {
      reason: 'dans params, la valeur diffère ; dans output, forme [2] au lieu de [3]',
      at: new Set(['params.', 'output.']),
    });
  });

  it('says a key that is missing, or too many', () => {
    assert.equal(compare({ a: 1 }, { a: 1, b: 2 })?.reason, 'la clé b manque');
    assert.equal(compare({ a: 1, c: 2 }, { a: 1 })?.reason, 'clé inattendue : c');
  });

  it('looks into objects in lists', () => {
    assert.equal(compare([{ a: [1] }], [{ a: [1] }]), null);
    assert.notEqual(compare([{ a: [1] }], [{ a: [2] }]), null);
    assert.notEqual(compare([{ a: NaN }], [{ a: NaN }]), null);
  });

  it('compares typed arrays of one kind, value by value', () => {
    assert.equal(compare(new Uint8Array([1, 2]), new Uint8Array([1, 2])), null);
    assert.deepEqual(compare(new Uint8Array([1, 3]), new Uint8Array([1, 2]))?.at, new Set(['1']));
    assert.match(compare(new Float32Array(1), [0])?.reason ?? '', /Float32Array/);
  });
});

describe('shapeOf()', () => {
  it('gives the lengths, outermost first, and null where rows are ragged', () => {
    assert.deepEqual(shapeOf([[[1], [2]]]), [1, 2, 1]);
    assert.deepEqual(shapeOf([]), [0]);
    assert.deepEqual(shapeOf(7), []);
    assert.equal(shapeOf([[1], [2, 3]]), null);
    assert.equal(shapeOf([[1], 2]), null);
  });
});
