import assert from 'node:assert/strict';
import { JupyterSession, ofType, printed, story } from './jupyter';

describe('the kernel, running cells', function () {
  this.timeout(60_000);
  let kernel: JupyterSession;
  before(async () => (kernel = await JupyterSession.start()));
  after(() => kernel.shutdown());

  it('says who it is', async () => {
    const { reply } = await kernel.request('kernel_info_request');
    assert.equal(reply.type, 'kernel_info_reply');
    assert.equal(reply.content['status'], 'ok');
    assert.equal(reply.content['implementation'], 'tslab');
    assert.equal(reply.content['language_info'].name, 'typescript');
    assert.equal(reply.content['language_info'].file_extension, '.ts');
  });

  it('tells the whole story of a cell, in order, between busy and idle', async () => {
    const { reply, published } = await kernel.run('console.log("bonjour"); 6 * 7');
    assert.deepEqual(story(published), [
      'busy',
      'execute_input',
      'stream',
      'execute_result',
      'idle',
    ]);
    const count = reply.content['execution_count'];
    assert.deepEqual(reply.content, {
      status: 'ok',
      execution_count: count,
      user_expressions: {},
      payload: [],
    });
    const [input] = ofType(published, 'execute_input');
    assert.deepEqual(input!.content, {
      code: 'console.log("bonjour"); 6 * 7',
      execution_count: count,
    });
    const [result] = ofType(published, 'execute_result');
    assert.equal(result!.content['data']['text/plain'], '42');
    assert.equal(result!.content['execution_count'], count);
  });

  it('numbers cells one by one, except those that store no history', async () => {
    const count = async (options?: object) =>
      Number((await kernel.run('0', options)).reply.content['execution_count']);
    const first = await count();
    assert.equal(await count(), first + 1);
    assert.equal(await count({ store_history: false }), first + 1);
    assert.equal(await count({ silent: true }), first + 1);
    assert.equal(await count(), first + 2);
  });

  it('runs a silent cell without a word', async () => {
    const { reply, published } = await kernel.run(
      'globalThis.quiet = 5; console.log("chut"); globalThis.quiet',
      { silent: true },
    );
    assert.equal(reply.content['status'], 'error', 'globalThis.quiet is not declared: strict');
    assert.deepEqual(story(published), ['busy', 'idle']);
    const second = await kernel.run('const quiet = 5; console.log("chut"); quiet', {
      silent: true,
    });
    assert.equal(second.reply.content['status'], 'ok');
    assert.deepEqual(story(second.published), ['busy', 'idle']);
    assert.equal(printed((await kernel.run('console.log(quiet)')).published), '5\n');
  });

  it('keeps variables from cell to cell and awaits at top level', async () => {
    await kernel.run('const shared = await Promise.resolve(3);');
    const { published } = await kernel.run('shared + 1');
    assert.equal(ofType(published, 'execute_result')[0]!.content['data']['text/plain'], '4');
  });

  it('sends an error message with name, value and a traceback that shows the line', async () => {
    const { reply, published } = await kernel.run(
      'function broken(): never {\n  throw new RangeError("trop grand");\n}\nbroken();',
    );
    const [error] = ofType(published, 'error');
    const { ename, evalue, traceback } = error!.content;
    assert.equal(ename, 'RangeError');
    assert.equal(evalue, 'trop grand');
    assert.match(traceback.join('\n'), /ligne 2, dans broken/);
    assert.match(traceback.join('\n'), /throw new RangeError/);
    assert.doesNotMatch(traceback.join('\n'), /node_modules|executor\.cjs/);
    const { status, ...rest } = reply.content;
    assert.equal(status, 'error');
    assert.deepEqual(
      { ename: rest['ename'], evalue: rest['evalue'], traceback: rest['traceback'] },
      { ename, evalue, traceback },
    );
    assert.equal(typeof rest['execution_count'], 'number');
    assert.equal(printed(published, 'stderr'), '');
  });

  it('refuses a cell that does not type-check, strictly, and runs nothing of it', async () => {
    const { published } = await kernel.run(
      'console.log("jamais"); function f(x) { return x; } const n: number = "deux";',
    );
    assert.deepEqual(story(published), ['busy', 'execute_input', 'error', 'idle']);
    const traceback = ofType(published, 'error')[0]!.content['traceback'].join('\n');
    assert.match(traceback, /TS7006/, 'an implicit any is an error');
    assert.match(traceback, /TS2322/);
  });

  it('gives up the cells sent with one that fails, when asked to', async () => {
    const cells = ['console.log("avant")', 'JSON.parse("{")', 'console.log("après")', '1'];
    const ids = cells.map((code) => kernel.sendCell(code, { stop_on_error: true }));
    const answers = await Promise.all(ids.map((id) => kernel.answer(id)));
    assert.deepEqual(
      answers.map(({ reply }) => reply.content['status']),
      ['ok', 'error', 'aborted', 'aborted'],
    );
    assert.deepEqual(story(answers[2]!.published), ['busy', 'idle']);
    const next = await kernel.run('1', { stop_on_error: true });
    assert.equal(next.reply.content['status'], 'ok', 'what is sent later runs');
  });

  it('gives up none when errors are allowed', async () => {
    const cells = ['JSON.parse("{")', 'console.log("après")', 'throw new Error("encore")', '1'];
    const ids = cells.map((code) => kernel.sendCell(code, { stop_on_error: false }));
    const answers = await Promise.all(ids.map((id) => kernel.answer(id)));
    assert.deepEqual(
      answers.map(({ reply }) => reply.content['status']),
      ['error', 'ok', 'error', 'ok'],
    );
    assert.equal(printed(answers[1]!.published), 'après\n');
  });

  it('runs 200 cells in a row, each answered in its order and to its own request', async () => {
    const ids = Array.from({ length: 200 }, (_, i) =>
      kernel.sendCell(`console.log(${i}); ${i} * 2`),
    );
    const answers = await Promise.all(ids.map((id) => kernel.answer(id)));
    answers.forEach(({ reply, published }, i) => {
      assert.equal(reply.content['status'], 'ok');
      assert.equal(printed(published), `${i}\n`);
      const [result] = ofType(published, 'execute_result');
      assert.equal(result!.content['data']['text/plain'], String(i * 2));
    });
    const counts = answers.map(({ reply }) => Number(reply.content['execution_count']));
    assert.deepEqual(
      counts,
      counts.map((_, i) => counts[0]! + i),
    );
  });

  it('runs in the folder of the notebook, with the environment it was started in', async () => {
    const { published } = await kernel.run(
      'import { basename } from "node:path";' +
        'console.log(basename(process.cwd()), process.env["CONVOLAB_TEST"])',
    );
    const folder = kernel.cwd.split('/').at(-1);
    assert.equal(printed(published), `${folder} présent\n`);
  });

  it('asks for no input and writes nothing to the log', () => {
    assert.deepEqual(
      kernel.messages.filter(({ channel }) => channel === 'stdin'),
      [],
    );
    assert.equal(kernel.log, '');
  });
});
