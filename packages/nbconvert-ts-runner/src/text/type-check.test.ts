import assert from 'node:assert/strict';
import { Compiler } from '../evaluator/compiler';
import type { TextCell } from './model';
import { typeCheckCells } from './type-check';

const code = (source: string): TextCell => ({ kind: 'code', id: 'c', tags: [], source });

describe('typeCheckCells()', function () {
  this.timeout(60_000);
  const compilers: Compiler[] = [];
  const check = (o: { timeoutMs?: number }, ...sources: string[]) => {
    const compiler = new Compiler({ cwd: __dirname, ...o });
    compilers.push(compiler);
    return typeCheckCells(compiler, sources.map(code), __dirname);
  };
  after(async () => {
    await Promise.all(compilers.map((compiler) => compiler.close()));
  });

  it('checks each cell on top of those before it, which it may declare anew', async () => {
    assert.deepEqual(
      await check({}, 'const x = 1;', 'const y: number = x;', "const x = 'a';", 'x.at(0);'),
      [],
    );
  });

  it('names line and column within the cell, and goes on after a faulty one', async () => {
    const found = await check({}, '\nconst x: number = true;', 'const ok = 1;', 'ok.at(0);');
    assert.deepEqual(
      found.map(({ line, column }) => [line, column]),
      [
        [2, 7],
        [1, 4],
      ],
    );
  });

  it('takes a compiler that does not answer for a problem of the cell', async () => {
    const [found] = await check({ timeoutMs: 1 }, 'const x = 1;');
    assert.match(found?.message ?? '', /Cannot compile the cell: no answer within 1 ms/);
  });
});
