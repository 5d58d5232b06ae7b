import assert from 'node:assert/strict';
import { codeCells, isCode, shownText } from '../support/notebooks';
import { predictionsOf } from './lesson-cells';
import { lessonNames, numbersOf } from './lesson-files';
import { assertAllRan, executed } from './lesson-runs';

describe('the lessons', function () {
  this.timeout(400_000);
  const took: [lesson: string, seconds: number][] = [];

  it('are there', () => {
    assert.ok(lessonNames.includes('1.2-convolution'), lessonNames.join(', '));
  });

  for (const lesson of lessonNames) {
    describe(lesson, () => {
      it('runs from the first cell to the last through nbts run', async () => {
        const { notebook, seconds } = await executed(lesson, 'nbts');
        took.push([lesson, seconds]);
        assertAllRan(notebook);
      });

      it('shows nothing between a question and its verdict, which would give the answer away', async () => {
        const { notebook } = await executed(lesson, 'nbts');
        const early = predictionsOf(notebook).flatMap(({ name, between }) =>
          between
            .filter(isCode)
            .flatMap(({ id, outputs }) => (outputs.length > 0 ? [{ name, id }] : [])),
        );
        assert.deepEqual(early, []);
      });

      it('prints every number of the course text', async () => {
        const { notebook } = await executed(lesson, 'nbts');
        const shown = new Map(
          codeCells(notebook).map((cell) => [cell.id, shownText(cell.outputs)]),
        );
        for (const { item, cell, expected } of numbersOf(lesson)) {
          const text = shown.get(cell) ?? '';
          assert.ok(
            text.includes(expected),
            `item ${item}, cell ${cell}: "${expected}" not in:\n${text}`,
          );
        }
      });
    });
  }

  // The budget is 60 s a lesson and 6 minutes together on 2 quiet cores: said, for whoever reads, not asserted.
  after(() => {
    const total = took.reduce((sum, [, seconds]) => sum + seconds, 0);
    for (const [lesson, seconds] of took) console.log(`    ${lesson}: ${seconds.toFixed(1)} s`);
    console.log(`    together: ${total.toFixed(1)} s of a budget of 360 s`);
  });
});
