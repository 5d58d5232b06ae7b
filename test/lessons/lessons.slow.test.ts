import assert from 'node:assert/strict';
import { comparable } from '../support/comparable-outputs';
import { codeCells } from '../support/notebooks';
import { lessonNames } from './lesson-files';
import { assertAllRan, executed } from './lesson-runs';

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
          assert.deepEqual(comparable(other.outputs, tags), comparable(cell.outputs, tags), name);
        }
      });
    });
  }
});
