import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Text } from '../lib/sha256.mjs';
import { sha256File } from '../lib/sha256.mjs';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { fetchDataset } from './fetch.mjs';
import { isComplete, manifest } from './manifest.mjs';

describe('a data set', () => {
  const folder = temporaryFolder();

  /** A real .tgz with two files, and its entry; the network is the only thing left out. */
  async function sample() {
    const source = join(folder(), 'package');
    mkdirSync(source);
    writeFileSync(join(source, 'digits'), '0123');
    writeFileSync(join(source, 'readme'), 'not wanted');
    const archive = join(folder(), 'sample.tgz');
    execFileSync('tar', ['czf', archive, '-C', folder(), 'package']);
    const entry = {
      id: `sample-${process.pid}`,
      sha256: await sha256File(archive),
      files: [{ from: 'package/digits', to: 'renamed', bytes: 4, sha256: sha256Text('0123') }],
    };
    return { entry, archive, place: join(folder(), 'place') };
  }

  it('is unpacked as its manifest says: wanted files only, under their new names', async () => {
    const { entry, archive, place } = await sample();
    await fetchDataset(entry, place, () => archive);
    assert.equal(readFileSync(join(place, 'renamed'), 'utf8'), '0123');
    assert.equal(isComplete(entry, place), true);
  });
  it('is refused, and nothing of it kept, when the archive is damaged', async () => {
    const { entry, archive, place } = await sample();
    writeFileSync(archive, Buffer.concat([readFileSync(archive), Buffer.from('x')]));
    await assert.rejects(
      fetchDataset(entry, place, () => archive),
      /sha256/,
    );
    assert.equal(existsSync(place), false);
  });
  it('is refused when one file in it is not the one pinned', async () => {
    const { entry, archive, place } = await sample();
    entry.files[0].sha256 = sha256Text('9999');
    await assert.rejects(
      fetchDataset(entry, place, () => archive),
      /digits/,
    );
    assert.equal(existsSync(place), false);
  });
  it('is incomplete when a file is missing or cut short', async () => {
    const { entry, archive, place } = await sample();
    assert.equal(isComplete(entry, place), false);
    await fetchDataset(entry, place, () => archive);
    writeFileSync(join(place, 'renamed'), '01');
    assert.equal(isComplete(entry, place), false);
  });
});

describe('datasets/manifest.json', () => {
  it('says of each data set where it comes from, what it weighs, its licence and what works without it', () => {
    for (const entry of manifest()) {
      for (const key of ['id', 'title', 'archive', 'licence', 'credit', 'without'])
        assert.ok(entry[key], key);
      assert.match(entry.sha256, /^[0-9a-f]{64}$/);
      for (const file of entry.files) assert.match(file.sha256, /^[0-9a-f]{64}$/);
    }
  });
  it('names the photos that lessons ask for, each with its credit', () => {
    const photos = manifest().find((entry) => entry.id === 'photos').files;
    assert.deepEqual(
      photos.map((photo) => photo.name),
      ['cat', 'coffee', 'rocket'],
    );
    assert.ok(photos.every((photo) => photo.credit && photo.licence));
  });
});
