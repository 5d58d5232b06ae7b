import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../support/jupyter';
import { readNotebook } from '../support/notebooks';
import { numbers } from './1.2-convolution.numbers';

/** Which items of the course map each lesson must teach. */
const itemsOf: Record<string, [first: number, last: number]> = { '1.2-convolution': [15, 45] };

describe('the course map is covered', () => {
  for (const [lesson, [first, last]] of Object.entries(itemsOf)) {
    const items = Array.from({ length: last - first + 1 }, (_, i) => first + i);

    it(`${lesson} has a cell for each of the items ${first} to ${last}`, () => {
      const { cells } = readNotebook(path.join(root, 'notebooks', `${lesson}.ipynb`));
      const taught = new Set(
        cells.flatMap(({ metadata }) => {
          const { items: tag } = (metadata['convolab'] ?? {}) as { items?: string };
          return tag === undefined ? [] : expand(tag);
        }),
      );
      const missing = items.filter((item) => !taught.has(item));
      assert.deepEqual(missing, []);
    });

    it(`${lesson} has a number to assert for each of them`, () => {
      const asserted = new Set(numbers.map(({ item }) => item));
      const missing = items.filter((item) => !asserted.has(item));
      assert.deepEqual(missing, []);
    });
  }
});

/** « 16,31-33 » to 16, 31, 32, 33. */
function expand(tag: string): number[] {
  return tag.split(',').flatMap((part) => {
    const [first = 0, last] = part.split('-').map(Number);
    return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
  });
}
