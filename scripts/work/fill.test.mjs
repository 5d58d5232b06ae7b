import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { fillWork } from './fill.mjs';

describe('work/', () => {
  const folder = temporaryFolder();
  const lesson = () => join(folder(), 'work', 'lecons', 'a.ipynb');
  const beside = () => join(folder(), 'work', 'lecons', 'a.nouveau.ipynb');
  const read = (path) => readFileSync(path, 'utf8');

  /** Publishes an edition of the lesson and fills work/ with it. */
  function publish(text) {
    const from = join(folder(), 'a.ipynb');
    writeFileSync(from, text);
    return fillWork([{ from, to: 'lecons/a.ipynb' }], join(folder(), 'work'));
  }

  it('gets what is missing', () => {
    assert.deepEqual(publish('one'), [{ to: 'lecons/a.ipynb', done: 'copied' }]);
    assert.equal(read(lesson()), 'one');
  });
  it('is left alone when there is no news', () => {
    publish('one');
    assert.deepEqual(publish('one'), []);
    writeFileSync(lesson(), 'mine');
    assert.deepEqual(publish('one'), []);
    assert.equal(read(lesson()), 'mine');
  });
  it('is brought up to date where the student changed nothing', () => {
    publish('one');
    assert.deepEqual(publish('two'), [{ to: 'lecons/a.ipynb', done: 'updated' }]);
    assert.equal(read(lesson()), 'two');
  });
  it('keeps what the student wrote, with the newer edition beside it, said once', () => {
    publish('one');
    writeFileSync(lesson(), 'mine');
    assert.deepEqual(publish('two'), [
      { to: 'lecons/a.ipynb', done: 'beside', beside: 'lecons/a.nouveau.ipynb' },
    ]);
    assert.equal(read(lesson()), 'mine');
    assert.equal(read(beside()), 'two');
    rmSync(beside());
    assert.deepEqual(publish('two'), []);
  });
  it('keeps work done in the edition beside, too', () => {
    publish('one');
    writeFileSync(lesson(), 'mine');
    publish('two');
    writeFileSync(beside(), 'mine as well');
    publish('three');
    assert.equal(read(beside()), 'mine as well');
    assert.equal(read(join(folder(), 'work', 'lecons', 'a.nouveau-2.ipynb')), 'three');
  });
  it('replaces an edition beside that nobody touched', () => {
    publish('one');
    writeFileSync(lesson(), 'mine');
    publish('two');
    publish('three');
    assert.equal(read(beside()), 'three');
    assert.equal(readdirSync(join(folder(), 'work', 'lecons')).length, 2);
  });
  it('never overwrites a file that was there before the first filling', () => {
    mkdirSync(join(folder(), 'work', 'lecons'), { recursive: true });
    writeFileSync(lesson(), 'from elsewhere');
    publish('one');
    assert.equal(read(lesson()), 'from elsewhere');
    assert.equal(read(beside()), 'one');
  });
  it('gets a fresh copy of what the student deleted', () => {
    publish('one');
    rmSync(lesson());
    publish('one');
    assert.equal(read(lesson()), 'one');
  });
});
