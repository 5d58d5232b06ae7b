import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { fastInfo, setKernels, setThreads } from '../engine/engine';
import type { KernelKind } from '../engine/kernel-table';
import { builtFolder, loadWasm } from '../engine/load-kernels';
import { relu } from '../ops/relu';
import { Volume } from '../../volume/volume';
import { Pool } from './pool';

const large = new Volume(
  [1_000, 1_000],
  new Float32Array(1e6).map((_, i) => (i % 7) - 3),
);

/** Starts the workers and lets them come up. */
async function withThreads(threads: number): Promise<void> {
  setThreads(threads);
  relu(large);
  for (let i = 0; i < 500 && fastInfo().threads < threads; i++) await sleep(10);
  assert.equal(fastInfo().threads, threads, fastInfo().why);
}

describe('threads', () => {
  afterEach(() => {
    setThreads(1);
    setKernels('wasm');
  });

  for (const kind of ['wasm', 'typescript'] satisfies KernelKind[]) {
    it(`give the same numbers as one thread, many times over (${kind})`, async () => {
      setKernels(kind);
      setThreads(1);
      const expected = relu(large).data;
      await withThreads(3);
      for (let i = 0; i < 50; i++) assert.ok(relu(large).data.every((v, j) => v === expected[j]));
    });
  }

  it('go on alone when the worker cannot start, and say why', async () => {
    const pool = new Pool(1, loadWasm().module, __filename.replace('.test', '-missing'));
    assert.match(pool.trouble ?? '', /pool-missing\.ts manque \(npm run build le construit\)$/);
    const broken = new Pool(1, loadWasm().module, path.join(builtFolder, 'kernels.wasm'));
    for (let i = 0; i < 500 && broken.trouble === undefined; i++) await sleep(10);
    assert.equal(broken.ready, 0);
    assert.ok(broken.trouble !== undefined);
  });

  it('take no number of threads but a whole one from 1 to 64', () => {
    assert.throws(
      () => setThreads(0),
      new RangeError(
        'Impossible de choisir le nombre de fils de calcul\u00a0: il vaut 0 mais il doit être un entier de 1 à 64\u00a0; donnez setThreads(1) pour calculer seul, ou le nombre de cœurs.',
      ),
    );
  });
});

describe('a process that used the engine', () => {
  const fast = path.join(builtFolder, 'index.js');
  const volume = path.join(builtFolder, '..', 'volume', 'volume.js');
  const node = (flags: string[], script: string): { status: number | null; stdout: string } =>
    spawnSync(
      process.execPath,
      [
        ...flags,
        '-e',
        `const fast = require(${JSON.stringify(fast)});
        const { Volume } = require(${JSON.stringify(volume)});
        const x = new Volume([1000, 1000], new Float32Array(1e6).fill(2)); ${script}`,
      ],
      { encoding: 'utf8', timeout: 30_000 },
    );

  it('exits by itself, workers asleep', () => {
    const script = `fast.setThreads(2); fast.relu(x);
      setTimeout(() => { fast.relu(x); console.log(fast.fastInfo().threads); }, 500);`;
    const { status, stdout } = node([], script);
    assert.deepEqual([status, stdout.trim()], [0, '2']);
  });

  it('falls back to TypeScript kernels where Node has no WebAssembly', () => {
    const script = `console.log(fast.relu(x).at(1, 1), fast.fastInfo().kernels, fast.fastInfo().why)`;
    const { status, stdout } = node(['--no-expose-wasm'], script);
    const said = "2 typescript WebAssembly n'est pas disponible dans ce Node";
    assert.deepEqual([status, stdout.trim()], [0, said]);
  });
});
