import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { MessageFormat } from './tslab';

const frames = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const body = ['{"msg_type":"kernel_info_request","session":"s"}', '{}', '{}', '{"a":1}'];
const sign = (key: string) => createHmac('sha256', key).update(body.join('')).digest('hex');

/** Runs an expression in a fresh Node where `tslab` is our module, and gives what it prints. */
function inFreshNode(expression: string): string {
  const file = JSON.stringify(join(__dirname, 'tslab.ts'));
  const script = `const tslab = require(${file}); console.log(${expression});`;
  return execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    cwd: __dirname,
    encoding: 'utf8',
  }).trim();
}

describe("tslab's server", () => {
  it('loads without TypeScript', () => {
    const loaded =
      'Object.keys(require.cache).filter((f) => /typescript|converter/.test(f)).length';
    assert.equal(inFreshNode(loaded), '0');
  }).timeout(20_000);

  it('still finds its compiler when it calls it', () => {
    const call = 'new tslab.JupyterHandlerImpl(null, false).handleIsComplete({ code: "1" }).status';
    assert.equal(inFreshNode(call), 'complete');
  }).timeout(20_000);

  it('reads a signed message, with the identities before it', () => {
    const raw = frames('client', '<IDS|MSG>', sign('key'), ...body);
    const message = MessageFormat.fromRaw('key', raw);
    assert.equal(message.header.msg_type, 'kernel_info_request');
    assert.deepEqual(message.content, { a: 1 });
    assert.deepEqual(message.identity.map(String), ['client']);
    assert.equal(message.createReply().parent, message.header);
  });

  it('refuses a message signed with another key, and one cut short', () => {
    assert.throws(() => MessageFormat.fromRaw('key', frames('<IDS|MSG>', sign('other'), ...body)));
    assert.throws(() => MessageFormat.fromRaw('key', frames('client', 'no delimiter')));
  });
});
