import assert from 'node:assert/strict';
import { JupyterSession, ofType, printed, story } from './jupyter';

/** A 1x1 transparent PNG. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the kernel, showing what cells show', function () {
  this.timeout(60_000);
  let kernel: JupyterSession;
  before(async () => (kernel = await JupyterSession.start()));
  after(() => kernel.shutdown());

  it('loses none of 20,000 lines, keeps their order, in few messages', async () => {
    const { reply, published } = await kernel.run(
      'for (let i = 0; i < 20_000; i++) console.log("ligne", i);',
    );
    assert.equal(reply.content['status'], 'ok');
    const expected = Array.from({ length: 20_000 }, (_, i) => `ligne ${i}\n`).join('');
    assert.ok(printed(published) === expected, 'every line, in order');
    const messages = ofType(published, 'stream').length;
    assert.ok(messages < 1000, `${messages} messages; Jupyter drops beyond 1000 a second`);
  });

  it('keeps the order of stdout and stderr', async () => {
    const { published } = await kernel.run(
      'console.log("a"); console.error("b"); console.log("c");',
    );
    const streams = ofType(published, 'stream').map(({ content }) => content);
    assert.deepEqual(streams, [
      { name: 'stdout', text: 'a\n' },
      { name: 'stderr', text: 'b\n' },
      { name: 'stdout', text: 'c\n' },
    ]);
  });

  it('shows output while a busy loop runs, and answers meanwhile', async () => {
    const id = kernel.sendCell('console.log("je tourne"); while (true) {}');
    const mine = () => kernel.messages.filter(({ parent }) => parent === id);
    await kernel.until(() => printed(mine()) === 'je tourne\n');
    const info = await kernel.request('kernel_info_request');
    assert.equal(info.reply.content['status'], 'ok');
    // A front end shows the last status it saw: that of the cell, which still runs.
    const lastStatus = () => kernel.messages.filter(({ type }) => type === 'status').at(-1)!;
    await kernel.until(() => lastStatus().parent === id);
    assert.equal(lastStatus().content['execution_state'], 'busy');
    await kernel.request('interrupt_request', {}, 'control');
    assert.equal((await kernel.answer(id)).reply.content['status'], 'error');
  });

  it('sends what is printed after the end to the cell that started it', async () => {
    const id = kernel.sendCell('setTimeout(() => console.log("plus tard"), 50); 0');
    await kernel.answer(id);
    const mine = () => kernel.messages.filter(({ parent }) => parent === id);
    await kernel.until(() => printed(mine()) === 'plus tard\n');
  });

  it('shows what child processes print', async () => {
    const { published } = await kernel.run(
      'import { execFileSync } from "node:child_process";' +
        'execFileSync("echo", ["enfant"], { stdio: "inherit" }); console.log("parent");',
    );
    assert.deepEqual(printed(published).trim().split('\n').sort(), ['enfant', 'parent']);
  });

  it('shows pictures, HTML, Markdown and SVG by tslab.display', async () => {
    const { reply, published } = await kernel.run(
      'import * as tslab from "tslab";' +
        'tslab.display.html("<b>gras</b>"); tslab.display.markdown("*italique*");' +
        `tslab.display.png(Buffer.from("${png}", "base64")); tslab.display.svg("<svg/>");`,
    );
    assert.equal(reply.content['status'], 'ok', JSON.stringify(reply.content));
    const bundles = ofType(published, 'display_data').map(({ content }) => content['data']);
    assert.deepEqual(bundles, [
      { 'text/html': '<b>gras</b>' },
      { 'text/markdown': '*italique*' },
      { 'image/png': png },
      { 'image/svg+xml': '<svg/>' },
    ]);
  });

  it('updates a display in place by its display_id', async () => {
    const { published } = await kernel.run(
      'const shown = tslab.newDisplay(); shown.html("un"); shown.html("deux");',
    );
    const [first] = ofType(published, 'display_data');
    const [second] = ofType(published, 'update_display_data');
    assert.equal(first!.content['data']['text/html'], 'un');
    assert.equal(second!.content['data']['text/html'], 'deux');
    const { display_id } = first!.content['transient'];
    assert.ok(display_id);
    assert.equal(second!.content['transient'].display_id, display_id);
  });

  it('shows a value by its own Jupyter.display, all of its bundle, awaited', async () => {
    const { published } = await kernel.run(
      'const figure = { [Symbol.for("Jupyter.display")]: async () =>' +
        ' ({ "text/html": "<i>figure</i>", "text/plain": "figure" }) }; figure',
    );
    const [result] = ofType(published, 'execute_result');
    assert.deepEqual(result!.content['data'], {
      'text/html': '<i>figure</i>',
      'text/plain': 'figure',
    });
  });

  it('clears what a cell has shown, in order with its output', async () => {
    const { published } = await kernel.run(
      'interface Door { clearOutput(wait: boolean): void }\n' +
        'const door = (globalThis as unknown as Record<symbol, Door>)[Symbol.for("convolab.executor")]!;\n' +
        'console.log("un"); door.clearOutput(true); console.log("deux");',
    );
    assert.deepEqual(story(published).slice(2, -1), ['stream', 'clear_output', 'stream']);
    assert.deepEqual(ofType(published, 'clear_output')[0]!.content, { wait: true });
  });
});
