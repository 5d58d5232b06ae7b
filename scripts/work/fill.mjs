import { copyFileSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { exists, readJson, writeWhole } from '../lib/files.mjs';
import { sha256Text } from '../lib/sha256.mjs';

const recordName = '.convolab.json';
const sha = (file) => sha256Text(readFileSync(file));

/**
 * Copies lessons and exercises into a student's folder, and never over what the student wrote:
 *   missing              -> copied (so deleting a file and starting again gives a fresh one)
 *   ours, untouched      -> brought up to date in place
 *   theirs, no news      -> left alone
 *   theirs, newer edition-> laid beside it, once, as NAME.nouveau.ipynb
 * What was given is recorded by its sha256 in work/.convolab.json.
 * @param {{ from: string, to: string }[]} sources full path, and place below `work`
 * @param {string} work
 * @returns {{ to: string, done: 'copied' | 'updated' | 'beside', beside?: string }[]} what was done; [] when nothing
 */
export function fillWork(sources, work) {
  const record = readJson(join(work, recordName)) ?? { given: {}, offered: {} };
  const before = JSON.stringify(record);
  const done = [];
  for (const { from, to } of sources) {
    const action = place(from, join(work, to), to, record);
    if (action) done.push({ to, ...action });
  }
  if (JSON.stringify(record) !== before)
    writeWhole(join(work, recordName), JSON.stringify(record, null, 2));
  return done;
}

function place(from, target, to, record) {
  const edition = sha(from);
  const given = record.given[to];
  if (!exists(target)) {
    copyWhole(from, target);
    record.given[to] = edition;
    return { done: 'copied' };
  }
  const found = sha(target);
  if (found === edition) {
    record.given[to] = edition;
    return null;
  }
  if (found === given) {
    copyWhole(from, target);
    record.given[to] = edition;
    return { done: 'updated' };
  }
  if (edition === given || edition === record.offered[to]) return null;
  const beside = freeName(target, record.offered[to]);
  copyWhole(from, beside);
  record.offered[to] = edition;
  return { done: 'beside', beside: join(dirname(to), parse(beside).base) };
}

/** NAME.nouveau.ipynb; with a number when the student keeps one already and has worked in it. */
function freeName(target, lastOffered) {
  const { dir, name, ext } = parse(target);
  for (let n = 1; ; n += 1) {
    const path = join(dir, `${name}.nouveau${n === 1 ? '' : `-${n}`}${ext}`);
    if (!exists(path) || sha(path) === lastOffered) return path;
  }
}

function copyWhole(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  const temporary = `${to}.${process.pid}.tmp`;
  copyFileSync(from, temporary);
  renameSync(temporary, to);
}
