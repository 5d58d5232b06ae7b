import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inCache } from './paths.mjs';
import { say } from './log.mjs';

/** Two set-ups of one clone would spoil each other's work: the second waits for the first. */
export async function withLock(work) {
  const folder = inCache('setup.lock');
  const owner = `${folder}/pid`;
  mkdirSync(inCache(), { recursive: true });
  let told = false;
  while (!taken(folder)) {
    if (!isAlive(owner)) rmSync(folder, { recursive: true, force: true });
    else if (!told) {
      told = true;
      say('Une autre mise en place est en cours dans ce dossier : attente…');
    }
    await sleep(500);
  }
  writeFileSync(owner, String(process.pid));
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function taken(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function isAlive(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
