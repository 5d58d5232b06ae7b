import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { exerciseLimits, processorMs, residentBytes, type Limits } from '@convolab/submission';
import { bwrapArgs } from './bwrap-args';
import { parseLdd } from './node-libraries';
import { BubblewrapSandbox } from './sandbox';
import { SandboxUnavailable } from './unavailable';

const haveBwrap = !spawnSync('bwrap', ['--version']).error;

/** The command lines of all processes. */
function commandLines(): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) ? [readFileSync(`/proc/${pid}/cmdline`, 'latin1')] : [];
    } catch {
      return []; // it ended between two looks
    }
  });
}

describe('what a sandboxed process can do', function () {
  this.timeout('1m');
  let sandbox: BubblewrapSandbox;
  let folder: string;
  before(function () {
    if (!haveBwrap) this.skip();
    sandbox = new BubblewrapSandbox();
    folder = mkdtempSync(join(tmpdir(), 'convolab-secret-'));
    writeFileSync(join(folder, 'secret.txt'), 'the hidden cases');
    writeFileSync(join(folder, 'shown.txt'), 'for the student');
    chmodSync(folder, 0o755);
  });
  after(() => {
    if (!haveBwrap) return;
    sandbox.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs a script inside; what it passes to `say` comes back, and how it ended. */
  async function inside(
    script: string,
    options: { limits?: Partial<Limits>; readable?: string[]; onOverMemory?: () => void } = {},
  ) {
    const { limits, ...rest } = options;
    const launch = sandbox.launcher({ ...rest, limits: { ...exerciseLimits, ...limits } });
    const say = `const say = (x) => require('fs').writeSync(4, String(x) + '\\n');
      const attempt = (f) => { try { say(f()); } catch (e) { say(e.code || e.message); } };\n`;
    const child = launch({
      args: ['-e', say + script],
      cwd: '/',
      env: { GIVEN: 'yes' },
      files: [],
    });
    let said = '';
    (child.stdio[4] as Readable).on('data', (chunk: Buffer) => (said += chunk.toString()));
    (child.stdio[3] as Writable).on('error', () => undefined);
    child.stdout?.resume();
    child.stderr?.resume();
    const end = await new Promise<string>((resolve) => {
      child.on('close', (code, signal) => {
        resolve(signal ?? String(code));
      });
    });
    return { said: said.trimEnd().split('\n'), end, child };
  }

  it('runs Node as nobody, with the environment it is given and nothing of ours', async () => {
    const { said } = await inside(
      `say(process.getuid()); say(Object.keys(process.env).sort()); say(process.cwd())`,
    );
    assert.deepEqual(said, ['65534', 'GIVEN,PWD', '/tmp']);
  });

  it('reads the file it is given and not the one beside it', async () => {
    const shown = join(folder, 'shown.txt');
    const { said } = await inside(
      `attempt(() => require('fs').readFileSync(${JSON.stringify(shown)}, 'utf8'));
       attempt(() => require('fs').readFileSync(${JSON.stringify(join(folder, 'secret.txt'))}));
       attempt(() => require('fs').readdirSync('/proc'));
       attempt(() => require('fs').readFileSync('/etc/passwd'));
       attempt(() => require('fs').readFileSync(${JSON.stringify(__filename)}));`,
      { readable: [shown] },
    );
    assert.deepEqual(said, ['for the student', 'ENOENT', 'ENOENT', 'ENOENT', 'ENOENT']);
  });

  it('writes nowhere but in a small /tmp of its own', async () => {
    const { said } = await inside(
      `for (const place of ['/', '/dev/', '/dev/shm/', '/usr/bin/'])
         attempt(() => require('fs').writeFileSync(place + 'x', 'x'));
       attempt(() => require('fs').writeFileSync('/tmp/x', 'x') ?? 'written');
       attempt(() => { for (let i = 0; i < 9; i++)
         require('fs').writeFileSync('/tmp/' + i, Buffer.alloc(900_000)); });`,
      { limits: { tmpBytes: 4_000_000 } },
    );
    assert.deepEqual(said, ['EROFS', 'EROFS', 'EROFS', 'EROFS', 'written', 'ENOSPC']);
  });

  it('has no network, not even to this machine', async () => {
    const { said } = await inside(
      `say(Object.keys(require('os').networkInterfaces()).filter((n) => n !== 'lo').length);
       require('net').connect(22, '192.0.2.1').on('error', (e) => say(e.code));`,
    );
    assert.deepEqual(said, ['0', 'ENETUNREACH']);
  });

  it('sees no process of ours to signal', async () => {
    const { said } = await inside(`say(process.pid < 10);
      attempt(() => process.kill(${process.pid}, 0));`);
    assert.deepEqual(said, ['true', 'ESRCH']);
  });

  it('stops a fork bomb at the limit on processes', async () => {
    const { said } = await inside(
      `const { spawn } = require('child_process');
       let born = 0, refused = 0;
       for (let i = 0; i < 300; i++) {
         const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
         child.on('spawn', () => born++);
         child.on('error', () => refused++);
       }
       setTimeout(() => { say(born > 0); say(refused > 100); process.exit(0); }, 300);`,
      { limits: { processes: 32 } },
    );
    assert.deepEqual(said, ['true', 'true']);
  });

  it('leaves no survivor behind, detached or not', async () => {
    const mark = `convolab-survivor-${process.pid}`;
    await inside(
      `require('child_process').spawn(process.execPath,
         ['-e', 'setTimeout(() => {}, 60000)', ${JSON.stringify(mark)}],
         { detached: true, stdio: 'ignore' }).on('spawn', () => process.exit(0)).unref();`,
    );
    // The kernel may need a moment to take the namespace down.
    const survivors = () => commandLines().filter((line) => line.includes(mark));
    for (let look = 0; look < 100 && survivors().length > 0; look++) await sleep(50);
    assert.deepEqual(survivors(), []);
  });

  it('refuses one process more memory than the limit', async () => {
    const { said } = await inside(
      `const kept = []; attempt(() => { for (;;) kept.push(Buffer.alloc(20e6, 1)); });`,
      { limits: { memoryBytes: 400e6 } },
    );
    assert.match(said.join(), /allocation failed/);
  });

  it('ends several processes whose memory together passes the limit, and says so first', async () => {
    let over = false;
    const hog = 'const b = Buffer.alloc(90e6, 1); setTimeout(() => b, 60000)';
    const { end } = await inside(
      `const { spawn } = require('child_process');
       for (let i = 0; i < 3; i++) spawn(process.execPath, ['-e', ${JSON.stringify(hog)}]);`,
      { limits: { memoryBytes: 300e6 }, onOverMemory: () => (over = true) },
    );
    assert.deepEqual([over, end], [true, 'SIGKILL']);
  });

  it('counts what the children of its threads hold', async () => {
    let over = false;
    const hog = 'const b = Buffer.alloc(90e6, 1); setTimeout(() => b, 60000)';
    const thread = `const { spawn } = require('child_process');
      for (let i = 0; i < 3; i++) spawn(process.execPath, ['-e', ${JSON.stringify(hog)}]);
      setInterval(() => {}, 1000);`;
    const { end } = await inside(
      `new (require('worker_threads').Worker)(${JSON.stringify(thread)}, { eval: true });
       setTimeout(() => process.exit(0), 20_000);`,
      { limits: { memoryBytes: 300e6 }, onOverMemory: () => (over = true) },
    );
    assert.deepEqual([over, end], [true, 'SIGKILL']);
  });

  it('still has WebAssembly', async () => {
    const { said } = await inside(
      `attempt(() => new WebAssembly.Memory({ initial: 1, maximum: 1000 }).grow(99));`,
    );
    assert.deepEqual(said, ['1']);
  });
});

describe('the pieces of the sandbox', () => {
  it('parseLdd() finds each library and the loader, and not the vdso', () => {
    const listing =
      '\tlinux-vdso.so.1 (0x00007f)\n\tlibm.so.6 => /lib/x/libm.so.6 (0x00007f)\n' +
      '\tlibz.so => not found\n\t/lib64/ld-linux.so.2 (0x00007f)\n';
    assert.deepEqual(parseLdd(listing), ['/lib/x/libm.so.6', '/lib64/ld-linux.so.2']);
  });

  it('residentBytes() counts this process, and nothing where there is none', () => {
    assert.ok(residentBytes(process.pid) > 20e6);
    assert.equal(residentBytes(2 ** 22 + 1), 0);
  });

  it('processorMs() counts the work of this process, and nothing where there is none', () => {
    const before = processorMs(process.pid);
    for (const { user } = process.cpuUsage(); process.cpuUsage().user - user < 100_000;);
    assert.ok(processorMs(process.pid) - before >= 80);
    assert.equal(processorMs(2 ** 22 + 1), 0);
  });

  it('an old bubblewrap is not given options it does not know', () => {
    const args = bwrapArgs({
      features: { size: false, disableUserns: false },
      mounts: [],
      env: {},
      limits: exerciseLimits,
      command: ['node'],
    });
    assert.ok(!args.includes('--size') && !args.includes('--disable-userns'));
    assert.ok(!args.includes('--tmpfs')); // without a size it could fill our memory
  });

  it('SandboxUnavailable tells how to get bubblewrap, and what goes without', () => {
    const { message } = new SandboxUnavailable('bubblewrap n’est pas installé');
    assert.match(message, /apt install bubblewrap[^]*dnf[^]*macOS[^]*WSL[^]*--unsafe-no-sandbox/);
  });
});
