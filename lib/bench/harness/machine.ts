import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..');

export interface Machine {
  cpu: string;
  cores: number;
  memoryGB: number;
  os: string;
}

/** What the figures were taken on. */
export function machine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGB: Math.round(os.totalmem() / 1e8) / 10,
    os: `${systemName()}, ${os.release()}, ${os.arch()}`,
  };
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    return name ?? os.type();
  } catch {
    return os.type();
  }
}

const alwaysNamed = ['@convolab/lib', '@tensorflow/tfjs', '@tensorflow/tfjs-node', 'typescript'];

/** Versions of Node, of the library (with its commit) and of the packages; what is not there, not. */
export function versions(packages: readonly string[] = []): Record<string, string> {
  const found: Record<string, string> = { node: process.version };
  for (const name of new Set([...alwaysNamed, ...packages])) {
    try {
      const file = path.join(root, 'node_modules', name, 'package.json');
      found[name] = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    } catch {
      // Not installed.
    }
  }
  const commit = git('rev-parse', '--short', 'HEAD');
  if (commit !== '') {
    const dirty = git('status', '--porcelain', '--', 'lib') !== '';
    found['commit'] = dirty ? `${commit} and changes below lib/` : commit;
  }
  return found;
}

function git(...args: string[]): string {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio }).trim();
  } catch {
    return '';
  }
}

/** Processes that wanted a core, on average over the last minute. */
export function load(): number {
  return Math.round((os.loadavg()[0] ?? 0) * 100) / 100;
}
