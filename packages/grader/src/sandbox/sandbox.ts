import { spawn, spawnSync } from 'node:child_process';
import {
  exerciseLimits,
  guardMemory,
  heapFlag,
  sandboxStdio,
  type LaunchOptions,
  type Limits,
  type Sandbox,
} from '@convolab/submission';
import type { ProcessLauncher } from 'nbconvert-ts-runner';
import { bwrapArgs, prlimitArgs, type BwrapCommand, type Mount } from './bwrap-args';
import { nodeLibraries } from './node-libraries';
import { anotherFreeUid, threadsOfUser } from './processes';
import { Staging } from './staging';
import { SandboxUnavailable } from './unavailable';

/**
 * Sandboxes by bubblewrap: fresh namespaces, no network, only `node`, its libraries and the named
 * files, read-only; limits by prlimit and by a watch on memory.
 */
export class BubblewrapSandbox implements Sandbox {
  private readonly staging = new Staging();
  private readonly libraries = nodeLibraries();
  private readonly features: BwrapCommand['features'];

  /** @throws SandboxUnavailable when bubblewrap is missing or cannot start a process here */
  constructor() {
    const help = run('bwrap', ['--help']);
    if (help.error) throw new SandboxUnavailable('bubblewrap n’est pas installé');
    if (run('prlimit', ['--version']).error) {
      throw new SandboxUnavailable('la commande « prlimit » (paquet util-linux) est absente');
    }
    this.features = {
      size: help.text.includes('--size'),
      disableUserns: help.text.includes('--disable-userns'),
    };
    this.probe();
  }

  launcher({ limits, readable = [], onOverMemory }: LaunchOptions): ProcessLauncher {
    return ({ args, env, files }) => {
      const [command, rest, user] = this.command(limits, [...readable, ...files], env, args);
      const child = spawn(command, rest, {
        ...user,
        env: pathOnly(),
        cwd: '/',
        stdio: sandboxStdio,
      });
      guardMemory(child, limits, onOverMemory);
      return child;
    };
  }

  close(): void {
    this.staging.close();
  }

  /** Starts a Node process once, so that a class is not graded 0 for our own fault. */
  private probe(): void {
    const [command, args, user] = this.command(exerciseLimits, [], {}, ['-e', '']);
    const { status, text } = run(command, args, user);
    if (status === 0) return;
    this.close();
    const why = text.trim().split('\n')[0] ?? '';
    throw new SandboxUnavailable(`bubblewrap est installé mais n’a pas pu démarrer (${why})`);
  }

  private command(
    limits: Limits,
    files: string[],
    env: Record<string, string>,
    args: string[],
  ): [string, string[], { uid?: number; gid?: number }] {
    const uid = process.getuid?.() ?? -1;
    const asRoot = uid === 0;
    const mounts: Mount[] = [process.execPath, ...files].map((file) => ({
      from: asRoot ? this.staging.readable(file) : file,
      to: file,
    }));
    const bwrap = bwrapArgs({
      features: this.features,
      mounts: [...this.libraries, ...mounts],
      env,
      limits,
      command: [process.execPath, ...heapFlag(limits), ...args],
    });
    // Root is bound by no limit on processes, so root is given up before anything starts.
    const free = anotherFreeUid();
    const user = asRoot ? { uid: free, gid: free } : {};
    const processes = asRoot ? limits.processes : threadsOfUser(uid) + 2 * limits.processes;
    return ['prlimit', [...prlimitArgs(limits, processes), 'bwrap', ...bwrap], user];
  }
}

/** Enough to find bwrap; bwrap itself passes none of it on. */
const pathOnly = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '/usr/bin:/bin' });

function run(command: string, args: string[], user: { uid?: number; gid?: number } = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { ...user, encoding: 'utf8' });
  return { status, error, text: error ? error.message : stdout + stderr };
}
