import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { JupyterSession, printed } from './jupyter';

describe('the kernel, from start to end', function () {
  this.timeout(60_000);

  /** Resolves when none of the processes is left. The test's own time limit ends a wait in vain. */
  async function gone(pids: number[]): Promise<void> {
    while (pids.some(alive)) await wait(50);
  }

  it('takes its compiler and executor with it at shutdown, even out of a busy loop', async () => {
    const kernel = await JupyterSession.start();
    const id = kernel.sendCell('console.log("parti"); while (true) {}');
    await kernel.until(() => printed(kernel.messages.filter((m) => m.parent === id)) === 'parti\n');
    const processes = withChildren(kernel.pid);
    assert.ok(processes.length >= 3, 'the front, the compiler and the executor');
    await kernel.shutdown();
    await gone(processes);
    assert.equal(kernel.log, '');
  });

  it('starts afresh on restart', async () => {
    const kernel = await JupyterSession.start();
    await kernel.run('const before = 1;');
    const processes = withChildren(kernel.pid);
    kernel.command({ op: 'restart' });
    await kernel.ready();
    await gone(processes);
    const { reply } = await kernel.run('before');
    assert.equal(reply.content['status'], 'error');
    assert.equal(reply.content['execution_count'], 1);
    assert.equal(printed((await kernel.run('console.log(2)')).published), '2\n');
    await kernel.shutdown();
  });

  it('ends when the process that started it dies', async () => {
    const kernel = await JupyterSession.start();
    await kernel.run('0');
    const processes = withChildren(kernel.pid);
    kernel.killClient();
    await gone(processes);
  });

  it('leaves no executor behind when it is itself killed', async () => {
    const kernel = await JupyterSession.start();
    await kernel.run('0');
    const processes = withChildren(kernel.pid);
    process.kill(kernel.pid, 'SIGKILL');
    await gone(processes);
    kernel.killClient();
  });

  it('says how it is used when it is started by hand', () => {
    assert.throws(
      () => execFileSync(process.execPath, ['packages/kernel/bin/kernel.js'], { stdio: 'pipe' }),
      (error: { status: number; stderr: Buffer }) =>
        error.status === 2 && /CONNECTION_FILE/.test(error.stderr.toString()),
    );
  });
});

/** A process and all those below it, by /proc; only itself where there is no /proc. */
function withChildren(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of processEntries()) {
    const stat = readStat(entry);
    if (stat !== null) parents.set(Number(entry), stat.parent);
  }
  const found = [pid];
  for (const parent of found) {
    for (const [child, itsParent] of parents) if (itsParent === parent) found.push(child);
  }
  return found;
}

function processEntries(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function readStat(pid: string | number): { state: string; parent: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: state!, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** A zombie has ended; only its parent has not looked yet. */
function alive(pid: number): boolean {
  const stat = readStat(pid);
  return stat !== null && stat.state !== 'Z';
}
