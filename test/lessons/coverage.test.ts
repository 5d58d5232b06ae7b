import assert from 'node:assert/strict';
import type { ICell } from '@jupyterlab/nbformat';
import { readNotebook } from '../support/notebooks';
import { claimsOf, itemsOf } from './items-of-lessons';
import { lessonFile, lessonNames, numbersOf } from './lesson-files';

/** The last item of the course. */
const lastItem = 118;

describe('the items of the course', () => {
  for (const lesson of lessonNames) {
    const taughtHere = itemsOf(lesson) ?? 'none';
    if (taughtHere === 'none') continue;
    const [first, last] = taughtHere;
    const items = range(first, last);

    it(`${lesson} has a cell for each of the items ${first} to ${last}`, () => {
      const taught = new Set(readNotebook(lessonFile(lesson)).cells.flatMap(itemsOfCell));
      assert.deepEqual(
        items.filter((item) => !taught.has(item)),
        [],
      );
    });

    it(`${lesson} has a number to assert for each of them, in a cell that teaches it`, () => {
      const cells = new Map(readNotebook(lessonFile(lesson)).cells.map((cell) => [cell.id, cell]));
      const numbers = numbersOf(lesson);
      const asserted = new Set(numbers.map(({ item }) => item));
      assert.deepEqual(
        items.filter((item) => !asserted.has(item)),
        [],
      );
      const elsewhere = numbers.filter(({ item, cell: id }) => {
        const cell = cells.get(id);
        return cell === undefined || !itemsOfCell(cell).includes(item);
      });
      assert.deepEqual(elsewhere, [], 'these name a cell that is not there or has another item');
    });

    it(`${lesson} has a number to assert for each claim of these items`, () => {
      const asserted = new Set(numbersOf(lesson).map(({ item, claim }) => `${item}${claim}`));
      const claims = items.flatMap((item) =>
        claimsOf(lesson, item).map((claim) => `${item}${claim}`),
      );
      assert.deepEqual(
        claims.filter((claim) => !asserted.has(claim)),
        [],
      );
    });
  }

  it(`the lessons together assert a number for each of the items 1 to ${lastItem}`, () => {
    const lessons = lessonNames.filter((lesson) => itemsOf(lesson) !== 'none');
    const asserted = new Set(lessons.flatMap(numbersOf).map(({ item }) => item));
    assert.deepEqual(
      range(1, lastItem).filter((item) => !asserted.has(item)),
      [],
    );
  });

  it('each lesson says which items it teaches', () => {
    assert.deepEqual(
      lessonNames.filter((lesson) => itemsOf(lesson) === undefined),
      [],
      'add them to test/lessons/items-of-lessons.ts',
    );
  });
});

function itemsOfCell({ metadata }: ICell): number[] {
  const { items } = (metadata['convolab'] ?? {}) as { items?: string };
  return items === undefined ? [] : expand(items);
}

/** « 16,31-33 » to 16, 31, 32, 33. */
function expand(tag: string): number[] {
  return tag.split(',').flatMap((part) => {
    const [first = 0, last] = part.split('-').map(Number);
    return range(first, last ?? first);
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
