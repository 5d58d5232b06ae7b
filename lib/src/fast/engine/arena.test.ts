import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { Arena } from './arena';
import type { LinearMemory } from './memory';

/** A memory that only counts. */
function countingMemory(largest: number): LinearMemory {
  let bytes = 1_000;
  return {
    source: new SharedArrayBuffer(0),
    get bytes() {
      return bytes;
    },
    grow(wanted) {
      if (wanted > largest) return false;
      bytes = Math.max(bytes, wanted);
      return true;
    },
  };
}

describe('Arena', () => {
  it('gives out blocks that begin on a cache line and do not overlap', () => {
    const arena = new Arena(countingMemory(2 ** 30));
    const [a, b, c] = [arena.allocate(1), arena.allocate(100), arena.allocate(64)];
    assert.deepEqual([b - a, c - b], [64, 128]);
    assert.equal(a % 64, 0);
    assert.equal(arena.bytes, 256);
  });

  it('uses a freed gap again, also one made of neighbours', () => {
    const arena = new Arena(countingMemory(2 ** 30));
    const [a, b, c] = [arena.allocate(64), arena.allocate(64), arena.allocate(64)];
    arena.free(a, 64);
    arena.free(b, 64);
    assert.equal(arena.allocate(128), a);
    arena.free(c, 64);
    assert.equal(arena.allocate(640), c);
  });

  it('says how much was asked of a memory that is full, and what to do', () => {
    const arena = new Arena(countingMemory(40 * 2 ** 20));
    arena.allocate(30 * 2 ** 20);
    assert.throws(
      () => arena.allocate(20 * 2 ** 20),
      new RangeError(
        'Impossible de réserver 20 Mo dans la mémoire du moteur\u00a0: 30 Mo y sont déjà pris et elle ne peut plus grandir\u00a0; calculez par lots plus petits, ou libérez avec release ce qui ne sert plus.',
      ),
    );
  });

  it('never gives a byte twice, and is empty when all is freed, in any order', () => {
    const steps = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 900 }), drop: fc.nat(9) }));
    fc.assert(
      fc.property(steps, (list) => {
        const memory = countingMemory(2 ** 30);
        const arena = new Arena(memory);
        const live: { offset: number; bytes: number }[] = [];
        for (const { bytes, drop } of list) {
          const offset = arena.allocate(bytes);
          const apart = live.every(
            (b) => b.offset + b.bytes <= offset || offset + bytes <= b.offset,
          );
          assert.ok(apart);
          assert.ok(offset + bytes <= memory.bytes);
          live.push({ offset, bytes });
          const [gone] = live.splice(drop, 1);
          if (gone !== undefined) arena.free(gone.offset, gone.bytes);
        }
        for (const block of live) arena.free(block.offset, block.bytes);
        assert.equal(arena.bytes, 0);
        assert.equal(arena.allocate(100_000), new Arena(memory).allocate(1));
      }),
    );
  });
});
