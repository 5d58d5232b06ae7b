import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { newWorkFolder, root } from '../support/jupyter';
import {
  codeCells,
  normalised,
  shownText,
  throughNbconvert,
  throughNbts,
} from '../support/notebooks';
import { numbers as convolution, type PrintedNumber } from './1.2-convolution.numbers';

const lessons = readdirSync(path.join(root, 'notebooks')).filter((name) => name.endsWith('.ipynb'));

/** What the course text prints, lesson by lesson. */
const printedNumbers: Record<string, PrintedNumber[]> = { '1.2-convolution.ipynb': convolution };

describe('the lessons', () => {
  it('are there', () => {
    assert.ok(lessons.includes('1.2-convolution.ipynb'));
  });

  for (const lesson of lessons) {
    describe(lesson, function () {
      this.timeout(400_000);
      let out = '';
      let work = '';
      let jupyter: INotebookContent;
      let nbts: INotebookContent;
      before(async () => {
        out = mkdtempSync(path.join(os.tmpdir(), 'convolab-run-'));
        work = await newWorkFolder();
      });
      after(() => {
        for (const folder of [out, work]) rmSync(folder, { recursive: true, force: true });
      });

      it('runs from the first cell to the last through jupyter nbconvert --execute', async () => {
        const file = path.join(work, 'lecons', lesson);
        jupyter = await throughNbconvert(file, path.join(out, 'jupyter.ipynb'));
        assertAllRan(jupyter);
      });

      it('runs from the first cell to the last through nbts run', async () => {
        const file = path.join(work, 'lecons', lesson);
        nbts = await throughNbts(file, path.join(out, 'nbts.ipynb'));
        assertAllRan(nbts);
      });

      it('prints every number of the course text', () => {
        const shown = new Map(codeCells(nbts).map((cell) => [cell.id, shownText(cell.outputs)]));
        for (const { item, cell, expected } of printedNumbers[lesson] ?? []) {
          const text = shown.get(cell) ?? '';
          assert.ok(
            text.includes(expected),
            `item ${item}, cell ${cell}: "${expected}" not in:\n${text}`,
          );
        }
      });

      it('shows the same both ways', () => {
        const byNbts = codeCells(nbts);
        for (const [index, cell] of codeCells(jupyter).entries()) {
          const name = `cell ${String(cell.id)}`;
          assert.deepEqual(normalised(byNbts[index]!.outputs), normalised(cell.outputs), name);
          assert.equal(byNbts[index]!.execution_count, cell.execution_count, name);
        }
      });
    });
  }
});

function assertAllRan(notebook: INotebookContent): void {
  for (const cell of codeCells(notebook)) {
    const errors = cell.outputs.filter((output) => output.output_type === 'error');
    assert.deepEqual(errors, [], `cell ${String(cell.id)}`);
    assert.notEqual(cell.execution_count, null, `cell ${String(cell.id)} did not run`);
  }
}
