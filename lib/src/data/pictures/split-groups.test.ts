import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { countLabels, type Part, splitGroups } from './split-groups';

const shares = { train: 0.7, validation: 0.15, test: 0.15 };

describe('splitGroups()', () => {
  it('gives each part its share of each class, and one at least, whatever the seed', () => {
    const sizes = fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.integer(), (counts, seed) => {
        const groups = counts.flatMap((count, label) =>
          Array.from({ length: count }, () => [label]),
        );
        const parts = splitGroups(groups, shares, seed);
        for (const part of Object.keys(shares) as Part[]) {
          const own = countLabels(groups.flatMap((group, i) => (parts[i] === part ? group : [])));
          for (const [label, count] of counts.entries()) {
            const found = own.get(label) ?? 0;
            assert.ok(found >= 1, `${part} has none of class ${label} of ${count}`);
            assert.ok(Math.abs(found - shares[part] * count) <= 2, `${part}: ${found} of ${count}`);
          }
        }
      }),
    );
  });

  it('never divides a group, and puts a large one where there is room', () => {
    const groups = [[0, 0, 0, 0, 0], ...Array.from({ length: 10 }, () => [0])];
    for (let seed = 0; seed < 20; seed++) {
      const parts = splitGroups(groups, shares, seed);
      assert.equal(parts[0], 'train');
      assert.equal(parts.filter((part) => part === 'test').length, 2);
    }
  });

  it('draws by the seed, and gives nothing to a part without a share', () => {
    const groups = Array.from({ length: 20 }, () => [0]);
    const draw = (seed: number): Part[] => splitGroups(groups, { train: 0.8, test: 0.2 }, seed);
    assert.deepEqual(draw(3), draw(3));
    assert.notDeepEqual(draw(3), draw(4));
    assert.deepEqual(new Set(draw(3)), new Set(['train', 'test']));
  });
});
