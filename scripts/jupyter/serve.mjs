import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inCache, venvBin } from '../lib/paths.mjs';
import { SetupError } from '../lib/log.mjs';
import { tail } from '../lib/run.mjs';
import { jupyterEnvironment } from './environment.mjs';
import { stopSignals } from './until-stopped.mjs';

/**
 * Starts JupyterLab on a folder, for this machine only.
 * @param {{ folder: string, port: number, startupMs?: number, extra?: string[], home?: string }} o
 *   extra: more of JupyterLab's own options; home: where its settings are kept
 * @returns {Promise<{ url: string, exited: Promise<number>, stop: () => Promise<void> }>} once it answers
 */
export async function serveJupyter({ folder, port, startupMs = 60_000, extra = [], home }) {
  const token = randomBytes(24).toString('hex');
  const logFile = inCache('logs', 'jupyter.log');
  mkdirSync(inCache('logs'), { recursive: true });
  const log = openSync(logFile, 'w');
  // A group of its own: Ctrl-C comes to us, and we stop the server in good order.
  const child = spawn(venvBin('python'), ['-m', 'jupyterlab', ...options(folder, port), ...extra], {
    env: { ...jupyterEnvironment(home), JUPYTER_TOKEN: token },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
  const server = {
    url: `http://127.0.0.1:${port}/lab?token=${token}`,
    exited,
    stop: () => stop(child, exited),
  };
  const ready = await unlessInterrupted(child, answers(port, token, exited, startupMs));
  if (ready) return server;
  await server.stop();
  throw new SetupError(
    `Ouverture de JupyterLab : il ne répond pas sur le port ${port}.\n${tail(logFile)}\n` +
      `Journal complet : ${logFile}. Voyez aussi : npm run doctor`,
  );
}

/** Ctrl-C before it answers: in a group of its own, it would go on without us. */
async function unlessInterrupted(child, work) {
  const end = () => {
    child.kill('SIGTERM');
    process.exit(130);
  };
  for (const signal of stopSignals) process.once(signal, end);
  try {
    return await work;
  } finally {
    for (const signal of stopSignals) process.off(signal, end);
  }
}

const options = (folder, port) => [
  '--no-browser',
  '--ip=127.0.0.1',
  `--port=${port}`,
  '--ServerApp.port_retries=0',
  `--ServerApp.root_dir=${folder}`,
  '--MultiKernelManager.default_kernel_name=tslab',
  '--LabApp.extension_manager=readonly',
  // Beside each notebook of exercises lie its public cases, which `check` reads and nobody opens.
  "--ContentsManager.hide_globs=['__pycache__', '*.pyc', '*~', '*.cases.json']",
  // The course has one language; Python's kernel is there only because JupyterLab brings it.
  "--KernelSpecManager.allowed_kernelspecs={'tslab'}",
  ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
];

async function answers(port, token, exited, startupMs) {
  let gone = false;
  exited.then(() => (gone = true));
  const deadline = Date.now() + startupMs;
  while (!gone && Date.now() < deadline) {
    try {
      const reply = await fetch(`http://127.0.0.1:${port}/api/status?token=${token}`);
      if (reply.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  return false;
}

async function stop(child, exited) {
  child.kill('SIGTERM');
  const over = await Promise.race([exited.then(() => true), sleep(10_000, false, { ref: false })]);
  if (!over) process.kill(-child.pid, 'SIGKILL');
}
