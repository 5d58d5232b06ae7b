import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { readJson } from '../lib/files.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';

/**
 * Runs one room's tests in a mocha of its own. A room that crashes, hangs, or leaves something running
 * after its last test has failed, whatever its tests said.
 * @param {string} name
 * @param {{ globs: string[], testTimeoutS?: number, roomTimeoutS?: number }} room
 * @param {{ slow?: boolean, extra?: string[], graceMs?: number, quiet?: boolean }} o extra: passed on to mocha
 * @returns {Promise<{ passed: number, failed: number, skipped: number, trouble: string[], seconds: number }>}
 */
export async function runRoom(
  name,
  room,
  { slow = false, extra = [], graceMs = 15_000, quiet = false } = {},
) {
  const started = Date.now();
  const countsFile = inCache('tmp', `test-${name}-${process.pid}.json`);
  mkdirSync(inCache('tmp'), { recursive: true });
  rmSync(countsFile, { force: true });
  const { code, trouble } = await mocha(mochaArguments(room, slow, extra), countsFile, {
    roomTimeoutMs: (room.roomTimeoutS ?? 600) * 1000,
    graceMs,
    quiet,
  });
  const counts = readJson(countsFile) ?? { passed: 0, failed: 0, skipped: 0, ended: false };
  rmSync(countsFile, { force: true });
  if (!counts.ended && trouble.length === 0) trouble.push(`mocha stopped before its end (${code})`);
  if (counts.ended && counts.passed + counts.failed + counts.skipped === 0 && extra.length === 0) {
    trouble.push('the room has no test');
  }
  return {
    passed: counts.passed,
    failed: counts.failed + trouble.length,
    skipped: counts.skipped,
    trouble,
    seconds: (Date.now() - started) / 1000,
  };
}

function mochaArguments(room, slow, extra) {
  return [
    inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
    '--no-config',
    ...['--require', 'tsx/cjs'],
    ...['--require', inRoot('scripts', 'testing', 'seed.cjs')],
    ...['--reporter', inRoot('scripts', 'testing', 'reporter.cjs')],
    ...['--timeout', String((room.testTimeoutS ?? 60) * 1000)],
    ...(slow ? [] : ['--ignore', '**/*.slow.test.*']),
    '--forbid-only',
    ...extra,
    ...room.globs,
  ];
}

/** @returns {Promise<{ code: number | string | null, trouble: string[] }>} */
function mocha(args, countsFile, { roomTimeoutMs, graceMs, quiet }) {
  return new Promise((resolve) => {
    const trouble = [];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, CONVOLAB_TEST_COUNTS: countsFile, TF_CPP_MIN_LOG_LEVEL: '2' },
      stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const end = (reason) => {
      trouble.push(reason);
      killGroup(child.pid);
    };
    const limit = setTimeout(() => end(`not over after ${roomTimeoutMs / 1000} s`), roomTimeoutMs);
    let endedAt = 0;
    const watch = setInterval(() => {
      if (endedAt === 0 && readJson(countsFile)?.ended) endedAt = Date.now();
      if (endedAt > 0 && Date.now() - endedAt > graceMs) {
        endedAt = Infinity;
        end('something was left running after the last test');
      }
    }, 500);
    const stopAll = () => {
      killGroup(child.pid);
      process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll);
    const finish = (code) => {
      clearTimeout(limit);
      clearInterval(watch);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stopAll);
      resolve({ code, trouble });
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code, signal) => finish(code ?? signal));
  });
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
