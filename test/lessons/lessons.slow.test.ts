import assert from 'node:assert/strict';
import { codeCells, normalised } from '../support/notebooks';
import { lessonNames } from './lesson-files';
import { assertAllRan, executed } from './lesson-runs';

/** Tag of a cell that shows what a clock measured: two runs show the same kinds of output, not the same text. */
const measuring = 'mesure';

describe('the lessons through Jupyter', function () {
  this.timeout(800_000);

  for (const lesson of lessonNames) {
    describe(lesson, () => {
      it('runs from the first cell to the last through jupyter nbconvert --execute', async () => {
        assertAllRan((await executed(lesson, 'nbconvert')).notebook);
      });

      it('shows the same as through nbts run', async () => {
        const jupyter = codeCells((await executed(lesson, 'nbconvert')).notebook);
        const nbts = codeCells((await executed(lesson, 'nbts')).notebook);
        assert.equal(nbts.length, jupyter.length);
        for (const [index, cell] of jupyter.entries()) {
          const name = `cell ${String(cell.id)}`;
          const other = nbts[index]!;
          assert.equal(other.execution_count, cell.execution_count, name);
          const tags = cell.metadata['tags'];
          const view = tags?.includes(measuring) ? kindsOf : normalised;
          assert.deepEqual(view(other.outputs), view(cell.outputs), name);
        }
      });
    });
  }
});

/** Only what kinds of output a cell shows, and in which formats. */
function kindsOf(outputs: Parameters<typeof normalised>[0]): unknown[] {
  return normalised(outputs).map((output) => {
    const { type, data } = output as { type: string; data?: object };
    return { type, formats: Object.keys(data ?? {}).sort() };
  });
}
