import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts, as `submit` does, a program that loops and hears no Ctrl-C; prints its number. */
const parent = `
  const { NoSandbox } = require(${JSON.stringify(join(__dirname, 'sandbox'))});
  const { exerciseLimits: limits } = require(${JSON.stringify(join(__dirname, 'limits'))});
  const { endWithUs } = require(${JSON.stringify(join(__dirname, 'end-with-us'))});
  const sandbox = new NoSandbox();
  endWithUs(() => sandbox.close());
  const loop = "process.on('SIGINT', () => undefined); console.log('loops'); for (;;);";
  const child = sandbox.launcher({ limits })({ args: ['-e', loop], cwd: '.', env: process.env, files: [] });
  child.stdout.once('data', () => console.log(child.pid));
`;

describe('endWithUs()', () => {
  it('leaves no student’s loop behind when Ctrl-C ends us', async function () {
    this.timeout(30_000);
    const us = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', parent]);
    const [line] = (await once(createInterface(us.stdout), 'line')) as [string];
    const loop = Number(line);
    assert.ok(isAlive(loop));
    us.kill('SIGINT');
    assert.deepEqual(await once(us, 'exit'), [null, 'SIGINT']);
    const end = Date.now() + 5000;
    while (isAlive(loop) && Date.now() < end) await new Promise((next) => setTimeout(next, 20));
    const survived = isAlive(loop);
    if (survived) process.kill(loop, 'SIGKILL');
    assert.equal(survived, false);
  });
});

/** A process that ended and that nobody has buried yet is dead too. */
const isAlive = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
