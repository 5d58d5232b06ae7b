import assert from 'node:assert/strict';
import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import {
  filesBelow,
  fingerprint,
  linkFolder,
  readJson,
  replaceFolder,
  writeWhole,
} from './files.mjs';

describe('files', () => {
  const folder = temporaryFolder();
  const inFolder = (...parts) => join(folder(), ...parts);
  const write = (path, text) => {
    mkdirSync(inFolder(path, '..'), { recursive: true });
    writeFileSync(inFolder(path), text);
  };

  it('linkFolder() makes the same tree of the same files, links included', () => {
    write('a/deep/big', 'content');
    symlinkSync('big', inFolder('a/deep/name'));
    linkFolder(inFolder('a'), inFolder('b'));
    assert.equal(readFileSync(inFolder('b/deep/big'), 'utf8'), 'content');
    assert.equal(readlinkSync(inFolder('b/deep/name')), 'big');
    assert.equal(statSync(inFolder('a/deep/big')).ino, statSync(inFolder('b/deep/big')).ino);
  });
  it('replaceFolder() leaves nothing of what was there', () => {
    write('new/file', '1');
    write('place/old', '0');
    replaceFolder(inFolder('new'), inFolder('place'));
    assert.deepEqual(filesBelow(inFolder('place')), [inFolder('place/file')]);
  });
  it('fingerprint() changes with a byte, with a name, and with what else is given', () => {
    write('x', '1');
    write('y', '1');
    const of = (name, ...more) => fingerprint(folder(), [inFolder(name)], ...more);
    const first = of('x');
    assert.notEqual(of('y'), first);
    assert.notEqual(of('x', 'v22'), first);
    write('x', '2');
    assert.notEqual(of('x'), first);
  });
  it('filesBelow() does not look into node_modules and dist', () => {
    write('a/node_modules/m', '');
    write('a/dist/d', '');
    write('a/src/s', '');
    assert.deepEqual(filesBelow(inFolder('a')), [inFolder('a/src/s')]);
  });
  it('writeWhole() makes the folder it needs; readJson() gives null for what is not JSON', () => {
    writeWhole(inFolder('new/folder/file.json'), '{"a":1}');
    assert.deepEqual(readJson(inFolder('new/folder/file.json')), { a: 1 });
    write('bad', '{');
    assert.equal(readJson(inFolder('bad')), null);
    assert.equal(readJson(inFolder('absent')), null);
  });
});
