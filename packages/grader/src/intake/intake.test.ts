import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSubmittedFile, showName, studentId } from '@convolab/submission';
import { listSubmissions } from './list-submissions';

describe('intake', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'convolab-intake-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const handIn = (student: string, file = '1.2-convolution.ipynb', content = '{}') => {
    mkdirSync(join(folder, student), { recursive: true });
    writeFileSync(join(folder, student, file), content);
  };
  const list = () => listSubmissions(folder, ['1.2-convolution']);

  it('finds STUDENT/NOTEBOOK.ipynb, in the order of students', () => {
    handIn('zoé');
    handIn('amina');
    const { submissions, refused } = list();
    assert.deepEqual(
      submissions.map(({ student, notebooks }) => [student, [...notebooks.keys()]]),
      [
        ['amina', ['1.2-convolution']],
        ['zoé', ['1.2-convolution']],
      ],
    );
    assert.deepEqual(refused, []);
  });

  it('passes over what file managers leave, and names every other stray file', () => {
    handIn('amina');
    writeFileSync(join(folder, '.DS_Store'), '');
    mkdirSync(join(folder, '__MACOSX'));
    writeFileSync(join(folder, 'notes.txt'), '');
    handIn('amina', 'devoir (1).ipynb');
    const { submissions, refused } = list();
    assert.deepEqual(
      refused.map(({ name }) => name),
      ['notes.txt'],
    );
    assert.match(submissions[0]?.notices.join() ?? '', /« devoir \(1\)\.ipynb » n’est pas noté/);
  });

  it('names a folder that hides behind a dot: it may be somebody’s', () => {
    handIn('.amina');
    handIn('.ipynb_checkpoints');
    const { submissions, refused } = list();
    assert.deepEqual(submissions, []);
    assert.deepEqual(
      refused.map(({ name }) => name),
      ['.amina'],
    );
  });

  it('grades neither of two folders that the table would show alike', () => {
    handIn('=1+1');
    handIn("'=1+1");
    handIn("'t Hooft");
    const { submissions, refused } = list();
    assert.deepEqual(
      submissions.map(({ student }) => student),
      ["'t Hooft"],
    );
    assert.equal(refused.length, 1);
  });

  it('refuses a student’s folder that is a link', () => {
    handIn('amina');
    symlinkSync(join(folder, 'amina'), join(folder, 'bruno'));
    assert.deepEqual(
      list().refused.map(({ name }) => name),
      ['bruno'],
    );
  });

  it('grades neither of two folders that are one name written in two ways', () => {
    handIn('zo\u00e9');
    handIn('zoe\u0301');
    const { submissions, refused } = list();
    assert.deepEqual(submissions, []);
    assert.match(refused[0]?.reason ?? '', /deux dossiers portent ce nom/);
  });

  it('takes no id that turns text around, hides, or is endless', () => {
    for (const name of [
      'ab\u202ecd',
      'a\u200bb',
      'a\u0007',
      'a\ufe0f',
      '\u3164',
      ' a',
      'a.',
      'é'.repeat(101),
    ]) {
      assert.ok('reason' in studentId(name), JSON.stringify(name));
    }
    assert.deepEqual(studentId('Zoe\u0301 N’Diaye-Müller (M1)'), {
      id: 'Zo\u00e9 N’Diaye-Müller (M1)',
    });
    assert.equal(showName('ab\u202ecd'), 'ab\\u{202e}cd');
  });

  it('reads a regular file and nothing else', () => {
    handIn('amina', 'a.ipynb', 'content');
    const file = join(folder, 'amina', 'a.ipynb');
    assert.deepEqual(readSubmittedFile(file), { bytes: Buffer.from('content') });

    const link = join(folder, 'amina', 'link.ipynb');
    symlinkSync('/etc/passwd', link);
    assert.deepEqual(readSubmittedFile(link), { reason: 'c’est un lien vers un autre fichier' });

    const pipe = join(folder, 'amina', 'pipe.ipynb');
    execFileSync('mkfifo', [pipe]);
    assert.deepEqual(readSubmittedFile(pipe), { reason: 'ce n’est pas un fichier ordinaire' });

    assert.deepEqual(readSubmittedFile(join(folder, 'amina')), {
      reason: 'ce n’est pas un fichier ordinaire',
    });
    assert.match(JSON.stringify(readSubmittedFile(join(folder, 'none'))), /ENOENT/);
  });

  it('does not read a file that is too large', () => {
    handIn('amina', 'big.ipynb');
    const file = join(folder, 'amina', 'big.ipynb');
    truncateSync(file, 30 * 2 ** 20);
    assert.deepEqual(readSubmittedFile(file), { reason: 'le fichier dépasse 20 Mio' });
  });
});
