import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Executor } from './executor';
import type { ExecutorOptions } from './executor-options';
import type { Unit } from './types';

/** A process in the executor's place: `say(message)` sends a frame, `heard(f)` calls back for each request. */
const prelude = `
  const fs = require('node:fs');
  const say = (message) => {
    const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const frame = Buffer.concat([length, body]);
    for (let sent = 0; sent < frame.length;) {
      try { sent += fs.writeSync(4, frame, sent); } catch (e) { if (e.code !== 'EAGAIN') process.exit(); }
    }
  };
  const heard = (f) => fs.createReadStream(null, { fd: 3 }).on('data', (chunk) => f(JSON.parse(chunk.subarray(4))));
  say({ type: 'ready' });`;

const unit = (js: string): Unit => ({ js, hasToplevelAwait: false, lineMap: [] });

describe('Executor', function () {
  this.timeout('20s');
  let executor: Executor | undefined;
  afterEach(async () => {
    executor?.kill();
    await executor?.exited;
  });

  /** Asks a process that answers by `script` for a call. */
  function askHostile(script: string, options: Partial<ExecutorOptions> = {}) {
    executor = new Executor({
      cwd: __dirname,
      launch: () =>
        spawn(process.execPath, ['-e', prelude + script], {
          stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
        }),
      ...options,
    });
    return executor.call({ name: 'f' }, []);
  }

  const hostile: [string, string, string, Partial<ExecutorOptions>][] = [
    ['says twice that it is ready', `say({ type: 'ready' });`, 'protocol', {}],
    [
      'answers what nobody asked',
      `heard(({ id }) => say({ type: 'value', id: id + 1, value: 1 }));`,
      'protocol',
      {},
    ],
    ['answers before it is asked', `say({ type: 'value', id: 7, value: 1 });`, 'protocol', {}],
    [
      'asks for a time limit where none is offered',
      `say({ type: 'limit', limit: { ms: 1, late: '', died: '' } });`,
      'protocol',
      {},
    ],
    [
      'asks about a type where nobody answers',
      `say({ type: 'question', question: 1, expression: '5' });`,
      'protocol',
      {},
    ],
    [
      'sends a message longer than an executor would',
      `heard(({ id }) => say({ type: 'thrown', id, name: 'E', message: 'x'.repeat(2001) }));`,
      'protocol',
      {},
    ],
    [
      'talks without end',
      `for (;;) say({ type: 'output', output: { type: 'stream', name: 'stdout', text: '' } });`,
      'too-large',
      { maxTotalBytes: 1e6 },
    ],
    [
      'answers by more parts than anybody wants',
      `heard(({ id }) => say({ type: 'value', id, value: new Array(1000).fill([]) }));`,
      'too-large',
      { maxValueNodes: 1000 },
    ],
    [
      'gives back arguments of more parts than anybody wants',
      `heard(({ id }) => say({ type: 'value', id, value: 1, args: [new Array(1000).fill([])] }));`,
      'too-large',
      { maxValueNodes: 1000 },
    ],
  ];
  for (const [what, script, reason, options] of hostile) {
    it(`ends a process that ${what}`, async () => {
      const reply = await askHostile(script, options);
      assert.ok(reply.kind === 'dead');
      assert.equal(reply.reason, reason, reply.detail);
      assert.equal(executor?.alive, false);
    });
  }

  it('takes an answer that came in time, though our own process was busy when time ran out', async () => {
    const answer = askHostile(`heard(({ id }) => say({ type: 'value', id, value: 'first' }));`);
    assert.deepEqual((await answer).kind, 'value');
    const second = executor?.call({ name: 'f' }, [], { timeoutMs: 150 });
    await new Promise((resolve) => setImmediate(resolve)); // the request leaves
    for (const start = Date.now(); Date.now() - start < 600;);
    assert.equal((await second)?.kind, 'value');
  });

  it('hands over a fixture that a call names, and gives back its name', async () => {
    executor = new Executor({ cwd: __dirname, sandboxed: true });
    await executor.run(
      unit(
        `exports.line = (a, b) => (x) => a * x + b; exports.at = (f, x) => f(x[0]) + x.push(1);`,
      ),
      1,
    );
    const ask = (fixture: object) =>
      executor?.call({ name: 'at' }, [fixture, [3]], { withArguments: true });
    const line = { fixture: 'line', args: [10, 5] };
    const { args, ...reply } = (await ask(line)) as { args: unknown[] };
    assert.deepEqual(reply, { kind: 'value', value: 37 });
    assert.deepEqual(JSON.parse(JSON.stringify(args)), [line, [3, 1]]);
    assert.match(
      JSON.stringify(await ask({ fixture: 'curve' })),
      /ReferenceError.*« curve » manque/,
    );
    assert.match(JSON.stringify(await ask({ fixture: 'line', more: 1 })), /not a function/);
  });

  it('tells, beside the answer, what the call did to its arguments', async () => {
    executor = new Executor({ cwd: __dirname, sandboxed: true });
    const f = `exports.f = (x, refuse) => { x.push(9); if (refuse) throw new RangeError('no'); return x.length; };`;
    await executor.run(unit(f), 1);
    const ask = (refuse: boolean) =>
      executor?.call({ name: 'f' }, [[1], refuse], { withArguments: true });
    assert.deepEqual(await ask(false), { kind: 'value', value: 2, args: [[1, 9], false] });
    assert.deepEqual(await ask(true), {
      kind: 'thrown',
      name: 'RangeError',
      message: 'no',
      args: [[1, 9], true],
    });
    assert.deepEqual(await executor.typeOf('f'), {
      kind: 'value',
      value: 'function',
      args: undefined,
    });
    assert.deepEqual(await executor.typeOf('g'), {
      kind: 'value',
      value: 'undefined',
      args: undefined,
    });
  });

  it('sends no display and no result where a grade is decided, and text in small pieces', async () => {
    const lengths: number[] = [];
    executor = new Executor({
      cwd: __dirname,
      sandboxed: true,
      maxFrameBytes: 200_000,
      onOutput: (output) => lengths.push(output.type === 'stream' ? output.text.length : -1),
    });
    const show = `globalThis[Symbol.for('convolab.executor')].display({ 'text/plain': 'x'.repeat(1e6) });`;
    const print = `console.log('x'.repeat(1e6)); exports.last = 'y'.repeat(1e6);`;
    const end = await executor.run({ ...unit(show + print), lastExpressionVar: 'last' }, 1);
    assert.deepEqual(end, { kind: 'ok' });
    assert.equal(
      lengths.reduce((a, b) => a + b),
      1e6 + 1,
    );
    assert.ok(Math.min(...lengths) > 0);
  });
});
