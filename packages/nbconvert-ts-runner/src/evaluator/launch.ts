/** How the two processes are started, and where their files are. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Starts a Node process with the given arguments. stdio must be `['ignore', 'pipe', 'pipe', 'pipe', 'pipe']`:
 * fd 3 carries our requests, fd 4 its replies. `files` are what the process must be able to read, for a
 * launcher that shuts it in.
 */
export type ProcessLauncher = (o: {
  args: string[];
  cwd: string;
  env: Record<string, string>;
  files: string[];
}) => ChildProcess;

/** Starts the process as it is, with our own rights. */
export const plainLauncher: ProcessLauncher = ({ args, cwd, env }) =>
  spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });

const dist = path.resolve(__dirname, '..', '..', 'dist');

/** The executor: one file, no dependencies. */
export function executorFile(): string {
  return path.join(dist, 'executor.cjs');
}

/** The folder whose node_modules holds the types and the libraries that cells import. */
export function installationRoot(): string {
  let dir = path.resolve(__dirname);
  while (!fs.existsSync(path.join(dir, 'node_modules', '@tslab'))) {
    const parent = path.dirname(dir);
    if (parent === dir) {
      throw new Error(
        `Cannot find the TypeScript of tslab above ${__dirname}: run npm run setup in ConvoLab's folder.`,
      );
    }
    dir = parent;
  }
  return dir;
}

/** What the snapshot was built for; snapshot.mjs writes it beside the blob. */
export interface SnapshotCard {
  blob: string;
  node: string;
  execPath: string;
  root: string;
}

/** Node arguments that start a compiler: from the snapshot where there is one for this very Node. */
export function compilerArgs(o: { snapshot: boolean }): { args: string[]; files: string[] } {
  const root = installationRoot();
  const card = o.snapshot ? readSnapshotCard() : null;
  if (card?.node === process.version && card.execPath === process.execPath && card.root === root) {
    return { args: ['--snapshot-blob', card.blob], files: [card.blob] };
  }
  const file = path.join(dist, 'compiler.cjs');
  return { args: [file, root], files: [file] };
}

function readSnapshotCard(): SnapshotCard | null {
  try {
    const card = JSON.parse(
      fs.readFileSync(path.join(dist, 'compiler-snapshot.json'), 'utf8'),
    ) as SnapshotCard;
    return fs.existsSync(card.blob) ? card : null;
  } catch {
    return null;
  }
}
