import assert from 'node:assert/strict';
import { lessonNames } from '../lessons/lesson-files';
import { comparable } from '../support/comparable-outputs';
import { shownCells } from '../support/lab-outputs';
import type { LabPage } from '../support/lab-page';
import { readLesson } from './read-lesson';

for (const lesson of lessonNames) readLesson(lesson, runsAgain);

/** What a student does with a notebook that has run once. */
function runsAgain(page: () => LabPage): void {
  let first: unknown[];

  it('shows the same when all its cells run a second time', async () => {
    first = await shown(page());
    await page().command('notebook:clear-all-cell-outputs');
    await page().menu('Run', 'Run All Cells');
    await page().allRun(240_000);
    assert.deepEqual(await shown(page()), first);
  });

  it('shows the same after a restart of the kernel in the middle', async () => {
    await page().command('notebook:clear-all-cell-outputs');
    await page().menu('Run', 'Run All Cells');
    await halfRun(page());
    await page().menu('Kernel', 'Restart Kernel and Clear Outputs of All Cells…');
    await page().page.locator('.jp-Dialog .jp-mod-accept').click();
    await page().page.waitForTimeout(1000);
    await page().kernelIdle();
    assert.deepEqual(
      (await page().cellStates()).filter(({ count }) => count !== null),
      [],
      'cells that count as run after the restart',
    );
    await page().menu('Run', 'Run All Cells');
    await page().allRun(240_000);
    assert.deepEqual(await shown(page()), first);
  });
}

/** What all cells show, in a form in which two runs can be compared. */
const shown = async (page: LabPage): Promise<unknown[]> =>
  (await shownCells(page)).map(({ id, outputs, tags }) => ({
    id,
    outputs: comparable(outputs, tags),
  }));

/** Waits until half the cells have run, the others still waiting. */
async function halfRun(page: LabPage): Promise<void> {
  for (;;) {
    const cells = await page.cellStates();
    const done = cells.filter(({ count }) => count !== null).length;
    if (done >= cells.length / 2) return;
    await page.page.waitForTimeout(50);
  }
}
