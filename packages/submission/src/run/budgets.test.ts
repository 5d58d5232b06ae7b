import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findRoot } from 'nbconvert-ts-runner';
import { NoSandbox, type Sandbox } from './sandbox';
import { CellCompiler } from './cell-compiler';
import { runCells } from './run-cells';
import { Session } from './session';

const root = findRoot(__dirname) ?? join(__dirname, '..', '..', '..', '..');
const unit = (js: string) => ({ js, hasToplevelAwait: false, lineMap: [] });
/** JavaScript that works for so many milliseconds. */
const busy = (ms: number): string =>
  `for (const start = Date.now(); Date.now() - start < ${ms};) {}`;

describe('the time of a session', function () {
  this.timeout('1m');
  it('is one budget for cells and another for calls', async () => {
    const session = new Session(new NoSandbox(), { cwd: root, imports: [], timeoutMs: 2000 });
    try {
      await session.ready();
      await session.run(unit(`exports.f = () => { ${busy(1000)} return 1; }; ${busy(1500)}`), 1);
      assert.equal(await session.isFunction('f'), true);
      assert.equal((await session.call({ name: 'f' }, [])).kind, 'value');
      assert.deepEqual(await session.run(unit(busy(5000)), 2), { kind: 'ended', by: 'time' });
    } finally {
      session.close();
    }
  });
});

describe('the compiler of cells', function () {
  this.timeout('2m');
  const sandboxes: CellCompiler[] = [];
  const compilerIn = (sandbox: Sandbox, timeoutMs: number): CellCompiler => {
    const compiler = new CellCompiler(sandbox, root, [], timeoutMs);
    sandboxes.push(compiler);
    return compiler;
  };
  afterEach(async () => {
    for (const each of sandboxes.splice(0)) await each.close();
  });

  it('tries a cell once more in another compiler when the first one died', async () => {
    const real = new NoSandbox();
    let launches = 0;
    /** Ready, and gone at the first request. */
    const frail = `require('fs').writeSync(4, '\\0\\0\\0\\x10{"type":"ready"}');
      require('fs').readSync(3, Buffer.alloc(1));`;
    const compiler = compilerIn(
      {
        launcher: (options) => (process_) =>
          ++launches === 1
            ? spawn(process.execPath, ['-e', frail], {
                stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
              })
            : real.launcher(options)(process_),
        close: () => undefined,
      },
      20_000,
    );
    assert.equal((await compiler.compile('', 'const a: number = 1;')).ok, true);
    assert.equal(launches, 2);
  });

  it('gives up a cell for its processor time, and remembers it for that submission only', async () => {
    const compiler = compilerIn(new NoSandbox(), 3000);
    const bomb = `type Orders<T, K = T> = [T] extends [never] ? [] : K extends K ? [K, ...Orders<Exclude<T, K>>] : never;
      const boom: Orders<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9> = null as any;`;
    compiler.startSubmission();
    assert.equal((await compiler.compile('', bomb)).ok, 'died');
    assert.equal(compiler.recall('', bomb)?.ok, 'died');
    compiler.startSubmission();
    assert.equal(compiler.recall('', bomb), undefined);
  });

  it('leaves out free cells of a heavy notebook, never an answer', async () => {
    const compiler = compilerIn(new NoSandbox(), 1500);
    compiler.startSubmission();
    for (let i = 0; !compiler.exhausted; i++) await compiler.compile('', `const v${i} = [${i}];`);
    const session = new Session(new NoSandbox(), { cwd: root, imports: [], timeoutMs: 10_000 });
    try {
      await session.ready();
      const run = await runCells({
        cells: [
          { role: 'free', source: 'const v0 = [0];', label: 'cellule 1' }, // compiled before
          { role: 'free', source: 'const unseen = 1;', label: 'cellule 2' },
          { role: 'answer', exercise: 'f', source: 'const f = () => v0;', label: 'cellule 3' },
        ],
        exercise: 'f',
        compiler,
        session,
        deadly: new Set(),
      });
      assert.deepEqual(run.answerFaults, []);
      assert.match(run.notices.join(), /1 cellules? libres? .*à partir de la cellule 2/);
      assert.equal(await session.isFunction('f'), true);
    } finally {
      session.close();
    }
  });
});
