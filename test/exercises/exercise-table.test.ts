import assert from 'node:assert/strict';
import { lessonsWithExercises } from './discover';
import { exerciseTable } from './exercise-table';

describe('the table of exercises', () => {
  it('has five cells in every row, whatever bars the types of a signature hold', () => {
    const rows = exerciseTable(lessonsWithExercises())
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.ok(rows.some((row) => row.includes("'max' \\| 'average'")));
    for (const row of rows) assert.equal(row.split(/(?<!\\)\|/).length - 2, 5, row);
  });
});
