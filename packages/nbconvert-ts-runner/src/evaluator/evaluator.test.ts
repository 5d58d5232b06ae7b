import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Compiler, CompilerDied } from './compiler';
import { Evaluator } from './evaluator';
import { plainLauncher, type ProcessLauncher } from './launch';
import type { CellOutput, CellResult } from './types';

describe('Evaluator', function () {
  this.timeout(30_000);
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'cells-'));
  let outputs: CellOutput[] = [];
  let evaluator: Evaluator;
  const run = (source: string, timeoutMs?: number): Promise<CellResult> => {
    outputs = [];
    return evaluator.run(source, { timeoutMs });
  };
  const text = (result: CellResult): unknown => result.result?.data['text/plain'];
  const streamed = (): string =>
    outputs.map((output) => (output.type === 'stream' ? output.text : '')).join('');

  before(() => {
    evaluator = new Evaluator({ cwd, onOutput: (output) => outputs.push(output) });
  });

  after(async () => {
    await evaluator.close();
    rmSync(cwd, { recursive: true });
  });

  it('gives the value of the last expression', async () => {
    assert.equal(text(await run('const a = 20; a + 1')), '21');
    assert.equal(text(await run('await Promise.resolve(a * 2)')), '40');
    assert.equal((await run('undefined')).result, undefined);
  });

  it('takes an await at the top whatever follows it, and none that stands in a function', async () => {
    assert.equal(text(await run('await (async () => 5)()')), '5');
    assert.equal(text(await run('[await [6][0], await { b: 7 }.b]')), '[ 6, 7 ]');
    assert.equal(
      text(await run('const later = async () => await (8); typeof later')),
      "'function'",
    );
    assert.equal(text(await run('await later()')), '8');
    assert.equal(text(await run('class At { async go() { return await (9); } } 1')), '1');
  });

  it('lets a cell use and redeclare what earlier cells declared', async () => {
    await run('const word = "un"; function say(): string { return word; }');
    await run('const word = 2;');
    assert.equal(text(await run('word + say()')), "'2un'");
  });

  it('lets an object name an earlier variable in short', async () => {
    await run('let left = 1; let right = 2;');
    assert.equal(text(await run('({ left, right })')), '{ left: 1, right: 2 }');
    assert.equal(text(await run('({ left, right } = { left: 3, right: 4 }); left + right')), '7');
    const refused = await run('const all = { left, right }; const s: string = 1;');
    assert.match(refused.error?.evalue ?? '', /TS2322/);
    assert.match(refused.error?.traceback[1] ?? '', /ligne 1, colonne 36 /);
  });

  it('says in French what to do about a name that no cell has defined yet, and only then', async () => {
    for (const source of ['await neverDefined(1);', '({ neverDefined });']) {
      const { error } = await run(source);
      assert.match(error?.traceback.at(-1) ?? '', /exécutez d’abord la cellule qui le définit/);
    }
    const { error } = await run('const n: number = "1";');
    assert.doesNotMatch(error?.traceback.join('\n') ?? '', /exécutez d’abord/);
  });

  it('checks types strictly, and runs nothing of a cell it refuses', async () => {
    const result = await run('console.log("non"); function f(x) { return x; }');
    assert.equal(result.error?.kind, 'compile');
    assert.match(result.error.traceback.join('\n'), /ligne 1, colonne 32 .*TS7006/);
    assert.equal(streamed(), '');
  });

  it('names the cell, the line and the function of an error, as they were written', async () => {
    await run(
      'interface Shape { side: number }\n\nfunction area(s: Shape): number {\n  throw new RangeError("non");\n}',
    );
    const result = await run('\narea({ side: 2 })');
    const traceback = result.error?.traceback.join('\n') ?? '';
    assert.equal(result.error?.ename, 'RangeError');
    assert.match(traceback, /cellule \d+, ligne 4, dans area\n {5}4 \| {3}throw new RangeError/);
    assert.match(traceback, /cellule \d+, ligne 2\n/);
  });

  it('forgets the declarations of a cell that threw', async () => {
    await run('const never = 1; throw new Error("x")');
    assert.equal((await run('never')).error?.kind, 'compile');
  });

  it('loses no line of 20,000, and keeps their order', async () => {
    await run('for (let i = 0; i < 20000; i++) console.log(i)');
    const lines = streamed().trim().split('\n');
    assert.equal(lines.length, 20_000);
    assert.ok(lines.every((line, i) => Number(line) === i));
  });

  it('lets output flow while a loop runs', async () => {
    const running = run('console.log("vu"); while (true) {}');
    while (!streamed().includes('vu')) await new Promise((resolve) => setTimeout(resolve, 10));
    evaluator.interrupt();
    assert.equal((await running).error?.kind, 'interrupted');
  });

  it('shows what child processes print', async () => {
    await run(
      'import { execSync } from "node:child_process"; execSync("echo enfant", { stdio: "inherit" });',
    );
    assert.equal(streamed(), 'enfant\n');
  });

  it('interrupts a loop of awaited calls, and keeps the state', async () => {
    await run('let turns = 0;');
    const running = run(
      'for (;;) { turns++; console.log(turns); await new Promise((r) => setTimeout(r, 5)); }',
    );
    while (!streamed()) await new Promise((resolve) => setTimeout(resolve, 10));
    evaluator.interrupt();
    const result = await running;
    assert.equal(result.error?.kind, 'interrupted');
    assert.equal(result.executorReplaced, false);
    const first = text(await run('await new Promise((r) => setTimeout(r, 60)); turns'));
    assert.equal(text(await run('turns')), first, 'the loop went on');
  });

  it('tells those who asked of an interrupt: a loop inside a library ends too', async () => {
    await run(
      'let laps2 = 0; let stopped2 = false; ' +
        'const door2 = (globalThis as any)[Symbol.for("convolab.executor")]; ' +
        'async function train2() { const leave = door2.onInterrupt(() => { stopped2 = true; }); ' +
        'while (!stopped2) { laps2++; await new Promise((r) => setTimeout(r, 5)); } leave(); }',
    );
    const running = run('console.log("vu"); await train2();');
    while (!streamed().includes('vu')) await new Promise((resolve) => setTimeout(resolve, 10));
    evaluator.interrupt();
    assert.equal((await running).error?.kind, 'interrupted');
    const laps = text(await run('await new Promise((r) => setTimeout(r, 60)); laps2'));
    assert.equal(text(await run('laps2')), laps, 'the loop went on');
  });

  it('stops a cell at its time limit, and keeps the state of a synchronous loop', async () => {
    await run('const kept = 5;');
    assert.equal((await run('while (true) {}', 100)).error?.kind, 'timeout');
    assert.equal(text(await run('kept')), '5');
  });

  it('stops a loop behind an await too, and keeps the state', async () => {
    await run('let laps = 0; await Promise.resolve(1);');
    const result = await run('await null; while (true) laps++;', 100);
    assert.equal(result.error?.kind, 'timeout');
    assert.equal(result.executorReplaced, false);
    assert.equal(text(await run('laps > 1000 && kept === 5')), 'true');
  });

  it('replaces an executor that does not give up, and says so', async () => {
    const stubborn =
      'import { execSync } from "node:child_process"; await null; execSync("trap \\"\\" INT; sleep 30");';
    const result = await run(stubborn, 100);
    assert.equal(result.error?.kind, 'timeout');
    assert.equal(result.executorReplaced, true);
    assert.match(result.error.evalue, /nouvel exécuteur/);
    assert.equal((await run('kept')).error?.kind, 'compile');
    assert.equal(text(await run('1 + 1')), '2');
  });

  it('reports the death of an executor, and the next cell works', async () => {
    const result = await run('process.exit(3)');
    assert.equal(result.error?.kind, 'executor-died');
    assert.match(result.error.evalue, /code 3/);
    assert.equal(text(await run('2 + 2')), '4');
  });

  it('says so when the executor died between two cells', async () => {
    await run('setTimeout(() => process.exit(1), 1);');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const result = await run('6');
    assert.equal(result.executorReplaced, true);
    assert.match(streamed(), /s'était arrêté/);
  });

  it("shows through tslab's own functions, and updates a display", async () => {
    await run(
      'import * as tslab from "tslab"; const d = tslab.newDisplay(); d.text("a"); d.html("b"); tslab.display.png(new Uint8Array([1]));',
    );
    assert.deepEqual(
      outputs.map((output) => [output.type, 'data' in output && output.data]),
      [
        ['display_data', { 'text/plain': 'a' }],
        ['update_display_data', { 'text/html': 'b' }],
        ['display_data', { 'image/png': 'AQ==' }],
      ],
    );
  });

  it('shows a value by its own Jupyter hook, awaited', async () => {
    const result = await run(
      '({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<i>x</i>" }) })',
    );
    assert.deepEqual(result.result?.data, { 'text/html': '<i>x</i>' });
  });

  it('reports what cannot be shown or read, and works on', async () => {
    const hook = '[Symbol.for("Jupyter.display")]';
    for (const source of [
      `({ ${hook}: () => "texte" })`,
      `({ ${hook}: () => ({ "application/json": 1n }) })`,
      'throw Object.defineProperty(new Error("x"), "stack", { get() { throw 1; } })',
      'throw { get message() { throw 1; } }',
    ]) {
      const result = await run(source);
      assert.equal(result.error?.kind, 'runtime', source);
      assert.equal(result.executorReplaced, false);
    }
    assert.equal(text(await run('3')), '3');
  });

  it('shows a plotly figure live first, then with its picture', async () => {
    const result = await run(
      '({ [Symbol.for("Jupyter.display")]: () => ({ "application/vnd.plotly.v1+json": {}, "image/png": "AQ==", "text/plain": "x" }) })',
    );
    assert.equal(result.result, undefined);
    assert.deepEqual(
      outputs.map((output) => [output.type, 'data' in output && 'image/png' in output.data]),
      [
        ['display_data', false],
        ['update_display_data', true],
      ],
    );
  });

  it("imports TypeScript that lies in the notebook's folder, and its own packages", async () => {
    writeFileSync(path.join(cwd, 'local.ts'), 'export const answer: number = 42;\n');
    assert.equal(text(await run('import { answer } from "./local"; answer')), '42');
    assert.equal(
      text(await run('import * as path from "node:path"; path.basename("/a/b")')),
      "'b'",
    );
  });

  it('completes and explains names, those of earlier cells too', async () => {
    await run('const kernelSize = 3;');
    const { candidates } = await evaluator.complete('kernelS', 7);
    assert.ok(candidates.includes('kernelSize'));
    assert.match((await evaluator.inspect('kernelSize', 3)) ?? '', /const kernelSize: 3/);
    assert.equal((await evaluator.isComplete('function f() {')).completed, false);
  });
});

describe('an executor whose front is killed', function () {
  this.timeout(30_000);
  it('ends, even in the middle of a silent loop', async () => {
    const evaluatorFile = path.join(__dirname, '..', '..', 'dist', 'evaluator', 'evaluator.js');
    const front = spawn(process.execPath, [
      '-e',
      `const { Evaluator } = require(${JSON.stringify(evaluatorFile)});
       const evaluator = new Evaluator({ cwd: '/', onOutput: (o) => process.stdout.write(o.text) });
       void evaluator.run('console.log(process.pid); await null; while (true) {}');`,
    ]);
    const [printed] = (await once(front.stdout, 'data')) as [Buffer];
    const pid = Number(printed.toString());
    assert.ok(isRunning(pid));
    front.kill('SIGKILL');
    while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('Compiler', function () {
  this.timeout(60_000);
  it('gives the same from the snapshot and without it', async () => {
    const source = 'const x: number[] = [1];\nawait Promise.resolve(x)';
    const compilers = [new Compiler({ snapshot: true }), new Compiler({ snapshot: false })];
    const [snapshot, plain] = await Promise.all(compilers.map((one) => one.compile('', source)));
    assert.deepEqual(snapshot, plain);
    await Promise.all(compilers.map((one) => one.close()));
  });

  it('answers what was asked of a snapshot that this Node refuses', async () => {
    const launch: ProcessLauncher = (o) => {
      const refused = o.args[0] === '--snapshot-blob';
      return plainLauncher(refused ? { ...o, args: ['--snapshot-blob', '/dev/null'] } : o);
    };
    const compiler = new Compiler({ launch });
    assert.ok((await compiler.compile('', '1 + 1')).ok);
    await compiler.close();
  });

  it('gives up a source that takes too long, and compiles the next', async () => {
    const compiler = new Compiler({ timeoutMs: 3000 });
    const endless = Array.from({ length: 200_000 }, (_, i) => `let v${i} = [${i}];`).join('\n');
    await assert.rejects(compiler.compile('', endless), CompilerDied);
    assert.ok((await compiler.compile('', '1 + 1')).ok);
    await compiler.close();
  });
});
