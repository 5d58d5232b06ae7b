import type { Limits } from '@convolab/submission';

/** A file or folder that a sandboxed process may read: where it is, and where it is seen inside. */
export interface Mount {
  from: string;
  to: string;
}

export interface BwrapCommand {
  /** Options that this bubblewrap knows: --size came with 0.7, --disable-userns with 0.8. */
  features: { size: boolean; disableUserns: boolean };
  mounts: Mount[];
  env: Record<string, string>;
  limits: Limits;
  /** The program and its arguments. */
  command: string[];
}

/**
 * The arguments of `bwrap` for a process that sees nothing but `mounts`, an empty /tmp and a minimal
 * /dev, has no network and no rights, and dies with us.
 *
 * There is no /proc inside: nothing needs it, and the memory of the sandbox's first process could be
 * opened through it.
 */
export function bwrapArgs({ features, mounts, env, limits, command }: BwrapCommand): string[] {
  return [
    '--unshare-all',
    '--unshare-user',
    ...(features.disableUserns ? ['--disable-userns'] : []),
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--uid',
    '65534',
    '--gid',
    '65534',
    '--hostname',
    'sandbox',
    '--clearenv',
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
    '--dev',
    '/dev',
    ...(features.size ? ['--size', String(limits.tmpBytes), '--tmpfs', '/tmp'] : ['--dir', '/tmp']),
    // After /tmp, which would hide what is mounted below it.
    ...mounts.flatMap(({ from, to }) => ['--ro-bind', from, to]),
    // /dev and the root are memory that a process could fill.
    '--remount-ro',
    '/dev',
    '--remount-ro',
    '/',
    '--chdir',
    '/tmp',
    '--',
    ...command,
  ];
}

/** The arguments of `prlimit`, up to the `--` behind which the limited command stands. */
export function prlimitArgs(limits: Limits, processes: number): string[] {
  return [
    `--nproc=${processes}`,
    `--data=${limits.memoryBytes}`,
    `--cpu=${limits.cpuSeconds}`,
    `--fsize=${limits.tmpBytes}`,
    `--nofile=${limits.openFiles}`,
    '--core=0',
    '--',
  ];
}
