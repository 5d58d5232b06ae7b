import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handoutNames } from '../read/load-handout';
import { findNotebook } from './find-notebook';
import { readRecord, writeRecord } from './record';

describe('submit', () => {
  let root: string;
  const notebook = (): string => join(root, 'work', 'exercices', '1.1-a.ipynb');
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'convolab-submit-'));
    mkdirSync(join(root, 'work', 'exercices'), { recursive: true });
    mkdirSync(join(root, 'exercises'));
    writeFileSync(join(root, 'exercises', '1.1-a.ipynb'), '');
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('takes a notebook that begins with a byte order mark, or holds no cell', () => {
    for (const mark of ['', '\ufeff']) {
      writeFileSync(notebook(), `${mark}{"nbformat": 4, "cells": []}`);
      const { lesson, cells } = findNotebook(root, '1.1-a', root);
      assert.deepEqual({ lesson, cells }, { lesson: '1.1-a', cells: [] });
    }
  });

  it('takes 1.1 for the lesson of that number, not for 1.10, and lists 1.9 before 1.10', () => {
    const names = ['1.1-a', '1.9-i', '1.10-j'];
    for (const name of names) writeFileSync(join(root, 'exercises', `${name}.ipynb`), '');
    writeFileSync(notebook(), '{"nbformat": 4, "cells": []}');
    assert.equal(findNotebook(root, '1.1', root).lesson, '1.1-a');
    assert.deepEqual(handoutNames(root), names);
  });

  it('says what to do with a notebook that its outputs have made too large', () => {
    writeFileSync(notebook(), '');
    truncateSync(notebook(), 21 * 2 ** 20);
    assert.throws(
      () => findNotebook(root, '1.1-a', root),
      /dépasse 20 Mio\.\nSes sorties le remplissent : effacez-les/,
    );
  });

  it('says that the name was not kept where it cannot be, and remembers it where it can', () => {
    const record = { student: 'amina', last: {} };
    const file = join(root, 'work', '.rendus.json');
    mkdirSync(file);
    assert.match(writeRecord(root, record) ?? '', /n’a pas pu être retenu \(.*rendus\.json/);
    assert.deepEqual(readRecord(root), { last: {} });
    rmSync(file, { recursive: true });
    assert.equal(writeRecord(root, record), null);
    assert.deepEqual(readRecord(root), record);
  });
});
