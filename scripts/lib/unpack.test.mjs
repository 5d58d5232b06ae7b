import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { unpack } from './unpack.mjs';

describe('unpack()', () => {
  const folder = temporaryFolder();

  /** A Debian package as ar(5) lays it out, its files in a tar archive packed by xz. */
  function debianPackage() {
    mkdirSync(join(folder(), 'usr/share'), { recursive: true });
    writeFileSync(join(folder(), 'usr/share/wanted'), 'digits');
    writeFileSync(join(folder(), 'usr/share/other'), 'not wanted');
    execFileSync('tar', ['cJf', join(folder(), 'data.tar.xz'), '-C', folder(), './usr']);
    const member = (name, body) => {
      const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}`;
      const size = `${String(body.length).padEnd(10)}\u0060\n`;
      return [Buffer.from(header + size), body, Buffer.alloc(body.length % 2, '\n')];
    };
    const archive = join(folder(), 'sample.deb');
    writeFileSync(
      archive,
      Buffer.concat([
        Buffer.from('!<arch>\n'),
        ...member('debian-binary', Buffer.from('2.0')), // odd: a byte of padding follows
        ...member('data.tar.xz', readFileSync(join(folder(), 'data.tar.xz'))),
      ]),
    );
    return archive;
  }

  it('takes the files wanted out of a Debian package', async () => {
    const place = join(folder(), 'out');
    await unpack(debianPackage(), place, ['usr/share/wanted']);
    assert.equal(readFileSync(join(place, 'usr/share/wanted'), 'utf8'), 'digits');
    assert.equal(existsSync(join(place, 'usr/share/other')), false);
  });
  it('fails when a file wanted is not in it', async () => {
    const place = join(folder(), 'out');
    await assert.rejects(unpack(debianPackage(), place, ['usr/share/absent']), /has no/);
  });
});
