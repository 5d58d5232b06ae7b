import { spawn, type ChildProcess } from 'node:child_process';
import type { ProcessLauncher } from 'nbconvert-ts-runner';
import type { Limits } from './limits';
import { watchMemory } from './memory-watch';

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
export const sandboxStdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];

/** No sandbox: the process has our rights. For one's own code, or code that one has read. */
export class NoSandbox implements Sandbox {
  private readonly children = new Set<ChildProcess>();

  launcher({ limits, onOverMemory }: LaunchOptions): ProcessLauncher {
    return ({ args, cwd, env }) => {
      const command = [...heapFlag(limits), ...args];
      const child = spawn(process.execPath, command, { cwd, env, stdio: sandboxStdio });
      this.children.add(child);
      child.once('exit', () => this.children.delete(child));
      guardMemory(child, limits, onOverMemory);
      return child;
    };
  }

  /** Ends what still runs. */
  close(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}

/** Node's flag for the part of memory that JavaScript objects may take. */
export const heapFlag = ({ heapBytes }: Limits): string[] =>
  heapBytes === null ? [] : [`--max-old-space-size=${Math.floor(heapBytes / 2 ** 20)}`];

/** Ends a process that, with all its descendants, takes more than its memory; on Linux. */
export function guardMemory(child: ChildProcess, limits: Limits, onOverMemory?: () => void): void {
  if (child.pid === undefined || process.platform !== 'linux') return;
  const stop = watchMemory(child.pid, limits.memoryBytes, () => {
    onOverMemory?.();
    child.kill('SIGKILL');
  });
  child.once('exit', stop);
}
