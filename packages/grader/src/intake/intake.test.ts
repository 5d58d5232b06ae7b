import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  pack,
  readSubmittedFile,
  sha256,
  showName,
  studentId,
  type Receipt,
} from '@convolab/submission';
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

  it('finds STUDENT/NOTEBOOK.ipynb, in the order of students', async () => {
    handIn('zoé');
    handIn('amina');
    const { submissions, refused } = await list();
    assert.deepEqual(
      submissions.map(({ student, notebooks }) => [student, [...notebooks.keys()]]),
      [
        ['amina', ['1.2-convolution']],
        ['zoé', ['1.2-convolution']],
      ],
    );
    assert.deepEqual(refused, []);
  });

  it('passes over what file managers leave, and names every other stray file', async () => {
    handIn('amina');
    writeFileSync(join(folder, '.DS_Store'), '');
    mkdirSync(join(folder, '__MACOSX'));
    writeFileSync(join(folder, 'notes.txt'), '');
    handIn('amina', 'devoir (1).ipynb');
    const { submissions, refused } = await list();
    assert.deepEqual(
      refused.map(({ name }) => name),
      ['notes.txt'],
    );
    assert.match(submissions[0]?.notices.join() ?? '', /« devoir \(1\)\.ipynb » n’est pas noté/);
  });

  it('names a folder that hides behind a dot: it may be somebody’s', async () => {
    handIn('.amina');
    handIn('.ipynb_checkpoints');
    const { submissions, refused } = await list();
    assert.deepEqual(submissions, []);
    assert.deepEqual(
      refused.map(({ name }) => name),
      ['.amina'],
    );
  });

  it('grades neither of two folders that the table would show alike', async () => {
    handIn('=1+1');
    handIn("'=1+1");
    handIn("'t Hooft");
    const { submissions, refused } = await list();
    assert.deepEqual(
      submissions.map(({ student }) => student),
      ["'t Hooft"],
    );
    assert.equal(refused.length, 1);
  });

  it('refuses a student’s folder that is a link', async () => {
    handIn('amina');
    symlinkSync(join(folder, 'amina'), join(folder, 'bruno'));
    assert.deepEqual(
      (await list()).refused.map(({ name }) => name),
      ['bruno'],
    );
  });

  it('grades neither of two folders that are one name written in two ways', async () => {
    handIn('zo\u00e9');
    handIn('zoe\u0301');
    const { submissions, refused } = await list();
    assert.deepEqual(submissions, []);
    assert.match(refused[0]?.reason ?? '', /deux rendus portent ce nom/);
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
      '',
      'a/b',
      '..\\a',
      'é'.repeat(101),
    ]) {
      assert.ok('reason' in studentId(name), JSON.stringify(name));
    }
    assert.deepEqual(studentId('Zoe\u0301 N’Diaye-Müller (M1)'), {
      id: 'Zo\u00e9 N’Diaye-Müller (M1)',
    });
    assert.equal(showName('ab\u202ecd'), 'ab\\u{202e}cd');
  });

  describe('of zips', () => {
    const notebook = Buffer.from('{"cells": []}');
    const zip = async (file: string, claims: Partial<Receipt> = {}, content = notebook) => {
      const receipt: Receipt = {
        student: 'amina',
        lesson: '1.2-convolution',
        sha256: sha256(content),
        date: '2026-03-03T10:02:00.000Z',
        publicScore: {},
        versions: {},
        ...claims,
      };
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), await pack(content, receipt));
    };

    it('takes the student from the receipt, and says so where the file’s name does not', async () => {
      await zip('amina-1.2-convolution.ZIP');
      await zip('12345_upload.zip', { student: 'bruno' });
      const { submissions, refused } = await list();
      assert.deepEqual(refused, []);
      assert.deepEqual(
        submissions.map(({ student, notebooks }) => [student, [...notebooks]]),
        [
          ['amina', [['1.2-convolution', join(folder, 'amina-1.2-convolution.ZIP')]]],
          ['bruno', [['1.2-convolution', join(folder, '12345_upload.zip')]]],
        ],
      );
      assert.deepEqual(submissions[0]?.notices, []);
      assert.match(submissions[1]?.notices.join() ?? '', /« 12345_upload\.zip »/);
    });

    it('takes the student from the file’s name where no receipt says it', async () => {
      await zip('carla-1.2-convolution.zip', { date: 'yesterday' });
      const { submissions } = await list();
      assert.equal(submissions[0]?.student, 'carla');
      assert.match(submissions[0].notices.join(), /illisible/);
    });

    it('takes the folder’s name before the receipt’s, and says that they differ', async () => {
      await zip('amina/mine.Zip', { student: 'bruno' });
      const { submissions } = await list();
      assert.deepEqual([...submissions[0]!.notebooks.keys()], ['1.2-convolution']);
      assert.equal(submissions[0]?.student, 'amina');
      assert.match(submissions[0].notices.join(), /au nom de « bruno »/);
    });

    it('refuses a receipt whose student would be another folder', async () => {
      await zip('a.zip', { student: '../../etc/cron.d/a' });
      const { submissions, refused } = await list();
      assert.deepEqual(submissions, []);
      assert.match(refused[0]?.reason ?? '', /barre oblique/);
    });

    it('puts a student’s zips together, twice the same one too', async () => {
      const both = () => listSubmissions(folder, ['1.2-convolution', '1.1-images']);
      await zip('a.zip');
      await zip('b.zip', { lesson: '1.1-images' });
      await zip('c.zip', { date: '2026-03-04T00:00:00.000Z' });
      const { submissions, refused } = await both();
      assert.deepEqual(refused, []);
      assert.deepEqual([...submissions[0]!.notebooks.keys()], ['1.2-convolution', '1.1-images']);
    });

    it('grades none of two versions: one may be somebody else’s', async () => {
      await zip('a.zip');
      await zip('b.zip', {}, Buffer.from('{"cells": [1]}'));
      const { submissions, refused } = await list();
      assert.deepEqual(submissions, []);
      assert.match(refused[0]?.reason ?? '', /« a\.zip » et « b\.zip »/);
    });

    it('names a zip that holds nothing we look for, in a folder or beside', async () => {
      await zip('a.zip', { lesson: '9.9-other' });
      await zip('amina/b.zip', { lesson: '9.9-other' });
      writeFileSync(join(folder, 'amina', 'c.zip'), 'not a zip');
      const { submissions, refused } = await list();
      assert.match(refused[0]?.reason ?? '', /9\.9-other\.ipynb ; sont attendus 1\.2-convolution/);
      assert.match(submissions[0]?.notices.join() ?? '', /b\.zip.*c\.zip.*ne s’ouvre pas/);
    });
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
