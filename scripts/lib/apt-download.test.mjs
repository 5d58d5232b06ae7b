import assert from 'node:assert/strict';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { aptDownload } from './apt-download.mjs';

describe('aptDownload()', () => {
  const folder = temporaryFolder();
  const options = (apt) => ({ folder: folder(), label: 'sample', bytes: 1, apt });

  /** A program in apt's place: what it is asked is the network's business, all else is real. */
  function program(body) {
    const file = join(folder(), 'apt-get');
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('says that the machine has no apt, and that one can do without', async () => {
    await assert.rejects(aptDownload({ package: 'sample' }, options(null)), {
      name: 'SetupError',
      message: /paquet de Debian.*n’a pas apt-get[^]*continuez sans/,
    });
  });
  it('takes lists of its own where the machine has none', async () => {
    const apt = program(
      'case "$*" in\n  "download "*) exit 100;;\n  *update) touch "${2#*=}/read";;\n  *) test -f "${2#*=}/read" && touch sample.deb;;\nesac',
    );
    const archive = await aptDownload({ package: 'sample' }, options(apt));
    assert.equal(archive, join(folder(), 'sample.deb'));
    assert.equal(existsSync(archive), true);
  });
});
