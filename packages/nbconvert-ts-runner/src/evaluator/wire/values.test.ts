import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeValue } from './decode';
import { encodeValue, NotPlainError, TooLargeError } from './values';

const through = (value: unknown): unknown =>
  decodeValue(JSON.parse(JSON.stringify(encodeValue(value))));

describe('values on the wire', () => {
  it('keeps every number, NaN, the infinities and -0 among them', () => {
    for (const value of [0, -0, 1.5, NaN, Infinity, -Infinity, Number.MIN_VALUE]) {
      assert.ok(Object.is(through(value), value), String(value));
    }
  });

  it('keeps nested arrays of numbers to the bit', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.double())), (value) => {
        assert.deepEqual(through(value), value);
      }),
    );
  });

  it('keeps undefined, holes of arrays, text and typed arrays', () => {
    assert.deepEqual(through([undefined, 'é', null, true]), [undefined, 'é', null, true]);

    assert.deepEqual(through([1, , 3]), [1, undefined, 3]);
    assert.deepEqual(through(Float32Array.of(1, 2.5)), Float32Array.of(1, 2.5));
    assert.deepEqual(through(new Float64Array([1, 2]).subarray(1)), Float64Array.of(2));
  });

  it('takes no key of a student for a tag', () => {
    const value = { $: 'NaN', v: 1 };
    assert.deepEqual({ ...(through(value) as object) }, value);
  });

  it('gives objects without a prototype', () => {
    const value = through(JSON.parse('{"__proto__": {"passed": true}, "a": 1}')) as object;
    assert.equal(Object.getPrototypeOf(value), null);
    assert.equal(({} as { passed?: boolean }).passed, undefined);
  });

  it('gives a tensor as its shape and values', () => {
    const tensor = through({ shape: [1, 2], data: Float32Array.of(3, 4) });
    assert.deepEqual({ ...(tensor as object) }, { shape: [1, 2], data: Float32Array.of(3, 4) });
  });

  it('refuses functions, class instances, cycles and what nests too deep', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const value of [() => 1, new Map(), Symbol('x'), cycle, [new Date()]]) {
      assert.throws(() => encodeValue(value), NotPlainError);
    }
  });

  it('reads a Proxy once, so that it cannot answer twice', () => {
    let reads = 0;
    const shifty = new Proxy([0], {
      get: (_, key) => (key === '0' ? ++reads : key === 'length' ? 1 : undefined),
    });
    assert.deepEqual(encodeValue(shifty), [1]);
  });

  it('refuses a value of more parts than the reader wants, and endless digits', () => {
    assert.deepEqual(decodeValue([[1], [2]], { maxNodes: 5 }), [[1], [2]]);
    assert.throws(() => decodeValue([[1], [2]], { maxNodes: 4 }), TooLargeError);
    assert.equal(through(-(10n ** 30n)), -(10n ** 30n));
    for (const v of ['7'.repeat(10_001), '0x10', '', 5]) {
      assert.throws(() => decodeValue({ $: 'bigint', v }), NotPlainError);
    }
    assert.throws(() => encodeValue(10n ** 20_000n), NotPlainError);
  });

  it('refuses wire text with unknown tags or broken payloads', () => {
    for (const wire of [
      { $: 'constructor' },
      {},
      { $: 'Float32Array', b: 'AAA=' },
      { $: 'object' },
    ]) {
      assert.throws(() => decodeValue(wire), NotPlainError);
    }
  });
});
