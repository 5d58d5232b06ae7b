import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.mjs';
import { benches, claim, read } from './bench.mjs';

describe('npm run bench', () => {
  const folder = temporaryFolder();
  const conv = { name: 'conv', file: '/lib/bench/conv.bench.ts', about: 'conv is fast' };

  it('finds the benches of a folder, each with its claim', () => {
    writeFileSync(join(folder(), 'conv.bench.ts'), '/**\n * conv: it is\n * fast.\n */\nimport …');
    writeFileSync(join(folder(), 'README.md'), 'nothing');
    const found = benches(folder());
    assert.deepEqual(
      found.map(({ name, about }) => [name, about]),
      [['conv', 'it is fast.']],
    );
    assert.match(claim('no comment'), /should say what it claims/);
  });

  it('lists them without a name', () => {
    const { say, code } = read([], [conv]);
    assert.match(say, /conv[^]*conv is fast/);
    assert.equal(code, 0);
    assert.match(read([], []).say, /lib\/bench\/README\.md/);
  });

  it('begins its help with an example', () => {
    assert.match(read(['--help'], [conv]).say, /^Example: npm run bench -- conv/);
  });

  it('runs one, and writes to .cache/bench', () => {
    const { harness, build } = read(['conv', '--quick', '--only', 'L1'], [conv]);
    assert.equal(build, true);
    assert.equal(harness.command, 'npm run bench -- conv --quick --only L1');
    assert.deepEqual([harness.quick, harness.only, harness.strict], [true, 'L1', false]);
    assert.match(harness.outs.join(), /\.cache.bench.conv\.json$/);
  });

  it('writes to --out, and with --record to docs/bench as well', () => {
    const { harness } = read(['conv', '--out', 'x.json', '--record'], [conv]);
    assert.equal(harness.outs.length, 3);
    assert.match(harness.outs[2], /docs.bench.conv\.json$/);
  });

  for (const [args, text] of [
    [['pool'], /there is no "pool"[^]*conv is fast/],
    [['conv', 'pool'], /there is no "conv pool"/],
    [['conv', '--fast'], /Unknown option '--fast'/],
    [['conv', '--record', '--quick'], /--record wants a full run/],
    [['conv', '--only', '('], /--only wants a regular expression/],
  ]) {
    it(`refuses ${args.join(' ')}, with exit code 2`, () => {
      const { say, code } = read(args, [conv]);
      assert.match(say, text);
      assert.equal(code, 2);
    });
  }
});
