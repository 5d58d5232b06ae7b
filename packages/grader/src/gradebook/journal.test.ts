import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Submission } from '../intake/submission';
import type { NotebookResult } from '../judge/judge-submission';
import { scoreStudent } from '../score/score';
import { Journal, OutputRefused } from './journal';

describe('Journal', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'convolab-journal-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const out = () => join(folder, 'notes');
  const submissionOf = (student: string, content: string): Submission => {
    const path = join(folder, `${student}.ipynb`);
    writeFileSync(path, content);
    return { student, notebooks: new Map([['toy', path]]), notices: [] };
  };
  const resultOf = (student: string, status: NotebookResult['status'] = 'graded') =>
    scoreStudent(student, [{ lesson: 'toy', title: 'Toy', status, exercises: [] }], []);

  it('gives back what an interrupted run had graded, by the rules and the bytes it was graded by', () => {
    new Journal(out(), 'rules').add(submissionOf('a', 'one'), resultOf('a'));
    const next = new Journal(out(), 'rules');
    assert.deepEqual(next.recall(submissionOf('a', 'one')), resultOf('a'));
    assert.equal(next.recall(submissionOf('a', 'two')), undefined);
    assert.equal(next.recall(submissionOf('b', 'one')), undefined);
    assert.equal(new Journal(out(), 'others').recall(submissionOf('a', 'one')), undefined);
    assert.equal(next.recalled, 1);
  });

  it('reads over a line that was cut off, and writes on behind it', () => {
    const journal = new Journal(out(), 'rules');
    journal.add(submissionOf('a', 'one'), resultOf('a'));
    appendFileSync(join(out(), 'journal.jsonl'), '{"key": "cut o');
    const next = new Journal(out(), 'rules');
    next.add(submissionOf('b', 'one'), resultOf('b'));
    const last = new Journal(out(), 'rules');
    assert.deepEqual(last.recall(submissionOf('a', 'one')), resultOf('a'));
    assert.deepEqual(last.recall(submissionOf('b', 'one')), resultOf('b'));
  });

  it('keeps no fault of ours, and leaves nothing behind', () => {
    const journal = new Journal(out(), 'rules');
    journal.add(submissionOf('a', 'one'), resultOf('a', 'fault'));
    assert.equal(new Journal(out(), 'rules').recall(submissionOf('a', 'one')), undefined);
    journal.remove();
    assert.deepEqual(readdirSync(out()), ['feedback']);
  });

  it('refuses a place that cannot be written to', () => {
    writeFileSync(out(), '');
    assert.throws(() => new Journal(out(), 'rules'), OutputRefused);
  });
});
