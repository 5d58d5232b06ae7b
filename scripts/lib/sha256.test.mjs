import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { sha256File, verifySha256 } from './sha256.mjs';

const shaOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('sha256', () => {
  const folder = temporaryFolder();
  const fileWith = (text) => {
    const path = join(folder(), 'file');
    writeFileSync(path, text);
    return path;
  };

  it('of "abc" is the value of the standard', async () => {
    assert.equal(await sha256File(fileWith('abc')), shaOfAbc);
  });
  it('lets the pinned file pass', async () => {
    await verifySha256(fileWith('abc'), shaOfAbc);
  });
  it('refuses a file with one byte changed, and says both sums', async () => {
    await assert.rejects(verifySha256(fileWith('abd'), shaOfAbc), (error) => {
      assert.equal(error.name, 'SetupError');
      assert.match(
        error.message,
        /a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9/,
      );
      assert.match(error.message, new RegExp(shaOfAbc));
      return true;
    });
  });
});
