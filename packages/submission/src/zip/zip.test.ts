import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { readSubmittedNotebook } from '../read/read-submitted';
import { pack } from './pack';
import { sha256, type Receipt } from './receipt';
import { unpack } from './unpack';

const notebook = Buffer.from('{"nbformat": 4, "cells": []}');
const receipt: Receipt = {
  student: 'amina',
  lesson: '1.2-convolution',
  sha256: sha256(notebook),
  date: '2026-03-03T10:02:00.000Z',
  publicScore: { conv1d: { passed: 3, cases: 9 } },
  versions: { convolab: '0.1.0' },
};

/** A zip of these entries: names and contents, as some other program would write it. */
function zipOf(files: [name: string, content: Buffer | string, mode?: number][]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content, mode = 0o100644] of files) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name, { mode });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The same bytes with one text put in place of another of its length, wherever it stands. */
const patched = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

const reasonOf = async (bytes: Buffer): Promise<string> => {
  const unpacked = await unpack(bytes);
  return 'reason' in unpacked ? unpacked.reason : 'none: it was opened';
};

describe('the zip that is handed in', () => {
  it('comes back as it was packed', async () => {
    assert.deepEqual(await unpack(await pack(notebook, receipt)), {
      name: '1.2-convolution',
      notebook,
      receipt,
      notices: [],
    });
  });

  it('is told from its receipt when the notebook was changed since', async () => {
    const changed = await unpack(await pack(notebook, { ...receipt, sha256: '0'.repeat(64) }));
    assert.ok('notebook' in changed);
    assert.deepEqual(changed.notebook, notebook);
    assert.match(changed.notices.join(), /n’est pas celui de ce notebook/);
  });

  it('is read without a receipt, with one that is none, or with several: that is said', async () => {
    const receipts: [string[], RegExp][] = [
      [[], /pas de reçu/],
      [['{"student": 1}'], /illisible/],
      [['not JSON'], /illisible/],
      [[JSON.stringify(receipt), '{}'], /plusieurs reçus/],
    ];
    for (const [texts, said] of receipts) {
      const files = texts.map((text, i): [string, string] => [`${i}/receipt.json`, text]);
      const unpacked = await unpack(await zipOf([['a.ipynb', notebook], ...files]));
      assert.ok('notices' in unpacked);
      assert.match(unpacked.notices.join(), said);
    }
  });

  it('may have been unpacked and packed again by a file manager', async () => {
    const again = await zipOf([
      ['1.2/', ''],
      ['1.2/1.2-convolution.ipynb', notebook],
      ['1.2/receipt.json', JSON.stringify(receipt)],
      ['1.2/.DS_Store', 'x'],
      ['__MACOSX/1.2/._1.2-convolution.ipynb', 'x'],
      ['1.2/.ipynb_checkpoints/1.2-convolution-checkpoint.ipynb', notebook],
      ['1.2/notes.txt', 'x'],
    ]);
    const unpacked = await unpack(again);
    assert.ok('notebook' in unpacked);
    assert.equal(unpacked.name, '1.2-convolution');
    assert.deepEqual(unpacked.receipt, receipt);
    assert.match(unpacked.notices.join(), /1 fichier\(s\) dont il n’est pas tenu compte/);
  });
});

describe('a hostile zip', () => {
  const bomb = Buffer.alloc(30 * 2 ** 20, 'x');

  it('is refused when it holds no notebook, or two', async () => {
    assert.match(await reasonOf(await zipOf([['a.txt', 'x']])), /pas de notebook/);
    const two = await zipOf([
      ['a.ipynb', notebook],
      ['b\u202e/a.ipynb', notebook],
    ]);
    assert.match(await reasonOf(two), /2 notebooks \(« a\.ipynb », « b\\u\{202e\}\/a\.ipynb »\)/);
  });

  it('is refused when a name leads out of it', async () => {
    for (const name of ['../../a.ipynb', '/etc/a.ipynb', 'C:/x/a.ipynb', 'x\\..\\a.ipynb']) {
      const plain = 'x'.repeat(name.length);
      const bytes = patched(await zipOf([[plain, notebook]]), plain, name);
      assert.match(await reasonOf(bytes), /ne s’ouvre pas/, name);
    }
  });

  it('is refused when an entry is a link, or locked', async () => {
    const link = await zipOf([['a.ipynb', '/etc/passwd', 0o120777]]);
    assert.match(await reasonOf(link), /est un lien/);
    const locked = await zipOf([['a.ipynb', notebook]]);
    locked.writeUInt16LE(1, locked.indexOf('PK\u0001\u0002', 'latin1') + 8);
    assert.match(await reasonOf(locked), /mot de passe/);
  });

  it('is not inflated beyond what a notebook may hold, whatever size it states', async () => {
    const honest = await zipOf([['a.ipynb', bomb]]);
    assert.ok(honest.length < 100_000);
    assert.match(await reasonOf(honest), /le notebook de ce zip dépasse 20480 Kio/);
    const lying = Buffer.from(honest);
    lying.writeUInt32LE(1000, lying.indexOf('PK\u0001\u0002', 'latin1') + 24);
    assert.match(await reasonOf(lying), /too many bytes/);
    const receiptBomb = await zipOf([
      ['a.ipynb', notebook],
      ['receipt.json', bomb],
    ]);
    assert.match(await reasonOf(receiptBomb), /le reçu de ce zip dépasse 64 Kio/);
  });

  it('is not listed beyond a hundred names', async () => {
    const files = Array.from({ length: 101 }, (_, i): [string, string] => [`${i}.txt`, '']);
    assert.match(await reasonOf(await zipOf(files)), /plus de 100 fichiers/);
  });

  it('ends in a notebook or a reason, wherever it is damaged', async () => {
    const whole = await pack(notebook, receipt);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
    const length = fc.oneof(fc.constant(whole.length), fc.nat(whole.length));
    await fc.assert(
      fc.asyncProperty(damage, length, async (changes, end) => {
        const bytes = Buffer.from(whole.subarray(0, end));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const unpacked = await unpack(bytes);
        assert.ok('reason' in unpacked || unpacked.notebook.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('is not read as a file either when it is none', async () => {
    assert.match(JSON.stringify(await readSubmittedNotebook('/nowhere/a.zip')), /ENOENT/);
  });
});
