import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { jupyterDisplay, type MimeBundle } from '../display';
import { coursePlan, hoursOf } from './course-plan';
import { courseTable } from './course-table';

describe('the plan of the course', () => {
  it('has 33 hours: 23 for the first chapter and 10 for the second', () => {
    const hours = (chapter: number): number =>
      hoursOf(coursePlan.filter((lesson) => lesson.chapter === chapter));
    assert.deepEqual([hours(1), hours(2), hoursOf(coursePlan)], [23, 10, 33]);
  });

  it('is shown as a table that links to the lessons that are there', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'convolab-table-'));
    try {
      writeFileSync(path.join(folder, '1.1-images.ipynb'), '{}');
      const bundle = courseTable(folder)[jupyterDisplay]() as MimeBundle;
      const lines = (bundle['text/markdown'] as string).split('\n');
      assert.equal(
        lines[2],
        '| | **Chapitre 1\u00a0: Construire des réseaux à convolution** | **23\u00a0h** |',
      );
      assert.equal(lines[3], '| [1.1](1.1-images.ipynb) | Les images | 2\u00a0h |');
      assert.match(lines[8]!, /^\| 1\.6 \| .* \| 2,5\u00a0h \|$/);
      assert.equal(lines.at(-1), '| | **Le cours** | **33\u00a0h** |');
      assert.match(bundle['text/plain'] as string, /^ +Le cours +33\u00a0h$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
