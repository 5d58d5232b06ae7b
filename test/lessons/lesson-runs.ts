/** Lessons executed in a work folder, as a student has them: each once in a process, whoever asks. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { newWorkFolder } from '../support/jupyter';
import { codeCells, throughNbconvert, throughNbts } from '../support/notebooks';

/** An executed lesson, and how long that took, the kernel's start included. */
export interface LessonRun {
  notebook: INotebookContent;
  seconds: number;
}

const ways = { nbts: throughNbts, nbconvert: throughNbconvert };
const runs = new Map<string, Promise<LessonRun>>();

/** The lesson executed from its first cell to its last. */
export function executed(lesson: string, way: keyof typeof ways): Promise<LessonRun> {
  const key = `${way} ${lesson}`;
  const run = runs.get(key) ?? execute(lesson, way);
  runs.set(key, run);
  return run;
}

async function execute(lesson: string, way: keyof typeof ways): Promise<LessonRun> {
  const out = mkdtempSync(path.join(os.tmpdir(), 'convolab-run-'));
  const work = await newWorkFolder();
  try {
    const started = performance.now();
    const file = path.join(work, 'lecons', `${lesson}.ipynb`);
    const notebook = await ways[way](file, path.join(out, 'executed.ipynb'));
    return { notebook, seconds: (performance.now() - started) / 1000 };
  } finally {
    for (const folder of [out, work]) rmSync(folder, { recursive: true, force: true });
  }
}

/** No cell failed, none was left out. */
export function assertAllRan(notebook: INotebookContent): void {
  for (const cell of codeCells(notebook)) {
    const errors = cell.outputs.filter((output) => output.output_type === 'error');
    assert.deepEqual(errors, [], `cell ${String(cell.id)}`);
    assert.notEqual(cell.execution_count, null, `cell ${String(cell.id)} did not run`);
  }
}
