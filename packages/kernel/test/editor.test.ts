import assert from 'node:assert/strict';
import { JupyterSession, ofType } from './jupyter';

describe('the kernel, helping to write', function () {
  this.timeout(60_000);
  let kernel: JupyterSession;
  before(async () => (kernel = await JupyterSession.start()));
  after(() => kernel.shutdown());

  it('completes the members of a variable of an earlier cell', async () => {
    await kernel.run('const layer = { strideOfLayer: 1, paddingOfLayer: 0 };');
    const code = 'layer.stri';
    const { reply } = await kernel.request('complete_request', { code, cursor_pos: code.length });
    assert.equal(reply.type, 'complete_reply');
    assert.deepEqual(reply.content['matches'].slice(0, 1), ['strideOfLayer']);
    assert.deepEqual(
      [reply.content['cursor_start'], reply.content['cursor_end']],
      [6, code.length],
    );
  });

  it('counts the cursor in code points, so that a cat before it does not shift it', async () => {
    const code = "'🐱🐱'.lengt";
    const cursor_pos = Array.from(code).length;
    const { reply } = await kernel.request('complete_request', { code, cursor_pos });
    assert.ok(reply.content['matches'].includes('length'));
    assert.deepEqual([reply.content['cursor_start'], reply.content['cursor_end']], [5, cursor_pos]);
  });

  it('tells the type under the cursor', async () => {
    const { reply } = await kernel.request('inspect_request', {
      code: 'const stride: number = 2;',
      cursor_pos: 8,
      detail_level: 0,
    });
    assert.equal(reply.content['found'], true);
    assert.match(reply.content['data']['text/plain'], /const stride: number/);
    const nothing = await kernel.request('inspect_request', { code: '   ', cursor_pos: 1 });
    assert.deepEqual(nothing.reply.content, {
      status: 'ok',
      found: false,
      data: {},
      metadata: {},
    });
  });

  it('knows a finished cell from an unfinished one', async () => {
    const ask = async (code: string) =>
      (await kernel.request('is_complete_request', { code })).reply.content;
    assert.equal((await ask('1 + 1'))['status'], 'complete');
    const open = await ask('function f() {');
    assert.equal(open['status'], 'incomplete');
    assert.equal(typeof open['indent'], 'string');
  });

  it('completes while a cell runs', async () => {
    const id = kernel.sendCell('await new Promise((resolve) => setTimeout(resolve, 600_000));');
    const { reply } = await kernel.request('complete_request', { code: 'Math.PI', cursor_pos: 7 });
    assert.ok(reply.content['matches'].includes('PI'));
    await kernel.request('interrupt_request', {}, 'control');
    await kernel.answer(id);
  });

  it('has no comms and no history, and says so by the right names', async () => {
    const comms = await kernel.request('comm_info_request');
    assert.equal(comms.reply.type, 'comm_info_reply');
    assert.deepEqual(comms.reply.content, { status: 'ok', comms: {} });
    const history = await kernel.request('history_request', { hist_access_type: 'tail', n: 5 });
    assert.equal(history.reply.type, 'history_reply');
    assert.deepEqual(history.reply.content, { status: 'ok', history: [] });
  });

  it('closes a comm that is opened on it', async () => {
    const id = kernel.send('comm_open', { comm_id: 'c1', target_name: 'jupyter.widget', data: {} });
    const mine = () => kernel.messages.filter(({ parent }) => parent === id);
    await kernel.until(() => ofType(mine(), 'status').length === 2);
    assert.deepEqual(ofType(mine(), 'comm_close')[0]!.content, { comm_id: 'c1', data: {} });
  });
});
