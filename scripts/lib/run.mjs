import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { statSync } from 'node:fs';
import { inCache, root } from './paths.mjs';
import { SetupError } from './log.mjs';
import { showProgress } from './progress.mjs';

/**
 * Runs a program to its end; what it prints goes to .cache/logs/NAME.log.
 * @param {string} command @param {string[]} args
 * @param {{ log: string, label: string, measure?: () => string, env?: Record<string, string | undefined>,
 *   cwd?: string, timeoutMs?: number, doing: string, next: string }} o
 *   `label`: for the line of progress; `doing` and `next`: first and last beat of the error
 */
export async function run(command, args, o) {
  mkdirSync(inCache('logs'), { recursive: true });
  const logFile = inCache('logs', `${o.log}.log`);
  const log = openSync(logFile, 'w');
  const stop = showProgress(o.label, o.measure ?? (() => '…'));
  try {
    const outcome = await spawned(command, args, {
      cwd: o.cwd ?? root,
      env: { ...process.env, ...o.env },
      stdio: ['ignore', log, log],
      timeout: o.timeoutMs ?? 0,
    });
    if (outcome === 0) return;
    throw new SetupError(
      `${o.doing} : « ${[command, ...args].join(' ')} » a échoué (${outcome}).\n${tail(logFile)}\n` +
        `${o.next}\nJournal complet : ${logFile}`,
    );
  } finally {
    stop();
    closeSync(log);
  }
}

/** @returns {Promise<number | string>} the exit code, or why there is none */
function spawned(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? `arrêté par ${signal}`));
  });
}

/** The last lines of a log, where the reason usually stands. */
export function tail(file, lines = 15) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** What a short command prints (both streams), or null when it cannot run or fails. */
export function output(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? text.trim() : null));
  });
}

/** The path of a program on PATH, or null. Starts no process. */
export function which(name) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const extension of extensions) {
      const path = join(folder, name + extension);
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    }
  }
  return null;
}

/** How to start the npm beside this Node: [command, ...first arguments]. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
