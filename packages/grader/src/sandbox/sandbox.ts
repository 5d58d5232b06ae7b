import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import type { ProcessLauncher } from 'nbconvert-ts-runner';
import { bwrapArgs, prlimitArgs, type BwrapCommand, type Mount } from './bwrap-args';
import { exerciseLimits, type Limits } from './limits';
import { watchMemory } from './memory-watch';
import { nodeLibraries } from './node-libraries';
import { anotherFreeUid, threadsOfUser } from './processes';
import { Staging } from './staging';
import { SandboxUnavailable } from './unavailable';

export interface LaunchOptions {
  limits: Limits;
  /** Files and folders that the process may read beside those its launcher names. */
  readable?: string[];
  /** Called once, just before the process is ended for its memory. */
  onOverMemory?: () => void;
}

/** A place where processes can be started that can only talk to us. */
export interface Sandbox {
  /** For the evaluator's Executor and Compiler. */
  launcher(options: LaunchOptions): ProcessLauncher;
  close(): void;
}

/** Whatever we were started with, these five and nothing else: fd 3 in, fd 4 out. */
const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];

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
      const child = spawn(command, rest, { ...user, env: pathOnly(), cwd: '/', stdio });
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

/** No sandbox: the process has our rights. Only for code the instructor has read. */
export class NoSandbox implements Sandbox {
  launcher({ limits, onOverMemory }: LaunchOptions): ProcessLauncher {
    return ({ args, cwd, env }) => {
      const child = spawn(process.execPath, [...heapFlag(limits), ...args], { cwd, env, stdio });
      guardMemory(child, limits, onOverMemory);
      return child;
    };
  }

  close(): void {
    // Nothing was opened.
  }
}

const heapFlag = ({ heapBytes }: Limits): string[] =>
  heapBytes === null ? [] : [`--max-old-space-size=${Math.floor(heapBytes / 2 ** 20)}`];

/** Enough to find bwrap; bwrap itself passes none of it on. */
const pathOnly = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '/usr/bin:/bin' });

function guardMemory(child: ChildProcess, limits: Limits, onOverMemory?: () => void): void {
  if (child.pid === undefined || process.platform !== 'linux') return;
  const stop = watchMemory(child.pid, limits.memoryBytes, () => {
    onOverMemory?.();
    child.kill('SIGKILL');
  });
  child.once('exit', stop);
}

function run(command: string, args: string[], user: { uid?: number; gid?: number } = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { ...user, encoding: 'utf8' });
  return { status, error, text: error ? error.message : stdout + stderr };
}
