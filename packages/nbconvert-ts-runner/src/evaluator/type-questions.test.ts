import assert from 'node:assert/strict';
import { Compiler } from './compiler';
import { Evaluator } from './evaluator';
import { typeCall, typeResult } from './type-call';
import { TypeQuestions } from './type-questions';
import type { TypeAnswer } from './types';

/** Counts with tuples, one step after another. */
const row = `type Row<N extends number, T extends 0[] = []> = T['length'] extends N ? T : Row<N, [...T, 0]>;`;
const twice = `${row} type Twice<N extends number> = [...Row<N>, ...Row<N>]['length'];`;

describe('the compiler asked about a type', function () {
  this.timeout(60_000);
  const compiler = new Compiler({ cwd: __dirname });
  after(() => compiler.close());

  /** What a type comes to, after a cell. */
  const ask = async (cell: string, expression: string): Promise<TypeAnswer> => {
    const compiled = await compiler.compile('', cell);
    assert.ok(compiled.ok, JSON.stringify(compiled));
    return compiler.resolveType(compiled.decl, expression);
  };

  it('gives what it comes to, as text', async () => {
    const cell = `${twice} type Of<N> = N extends 1 ? any : N extends 2 ? { a: N } : N extends 3 ? '6' : never;`;
    const texts: string[] = [];
    for (const expression of ['Twice<3>', 'Twice<120>', 'Of<1>', 'Of<2>', 'Of<3>', 'Of<4>']) {
      texts.push(typeResult(await ask(cell, expression)));
    }
    assert.deepEqual(texts, ['6', '240', 'any', '{ a: 2; }', '"6"', 'never']);
  });

  it('gives its complaint where it refuses the type', async () => {
    const codes: unknown[] = [];
    for (const expression of ['Twice<"3">', 'Twice', 'Thrice<3>', 'Twice<3']) {
      const answer = await ask('type Twice<N extends number> = [N, N];', expression);
      codes.push(answer.ok || answer.code);
    }
    assert.deepEqual(codes, [2344, 2314, 2304, 1005]);
  });

  it('ends with a complaint where a type has no end', async () => {
    assert.throws(
      () => typeResult({ ok: false, code: 2589, message: 'deep' }),
      /^TypeScript: son calcul descend trop profond, ou ne finit pas \(TS2589\)$/,
    );
    const answer = await ask(twice, 'Twice<-1>');
    assert.ok(!answer.ok && answer.code === 2589, JSON.stringify(answer));
  });

  it('gives up a type that takes too long, and answers the next', async () => {
    const compiled = await compiler.compile('', twice);
    assert.ok(compiled.ok);
    await assert.rejects(compiler.resolveType(compiled.decl, 'Twice<900>', 1), /no answer within/);
    assert.deepEqual(await compiler.resolveType(compiled.decl, 'Twice<2>'), {
      ok: true,
      type: '4',
    });
  });

  it('is not asked again by a cell whose time is up', async () => {
    const { decl } = (await compiler.compile('', twice)) as { decl: string };
    let asked = 0;
    const counted: Pick<Compiler, 'resolveType'> = {
      resolveType: (...args) => {
        asked++;
        return compiler.resolveType(...args);
      },
    };
    const questions = new TypeQuestions(counted, 1);
    for (let cell = 1; cell <= 2; cell++) {
      questions.begin(decl);
      for (const expression of ['Twice<900>', 'Twice<3>']) {
        const answer = await questions.answer(expression);
        assert.ok(!answer.ok && answer.code === 2589);
      }
      assert.equal(asked, cell);
    }
  });

  it('refuses what a module gives, however it is brought in', async () => {
    for (const cell of [
      "import { OutputSize } from '@convolab/lib'; type Size<N extends number> = OutputSize<N, 3>;",
      "type Size<N extends number> = import('@convolab/lib').OutputSize<N, 3>;",
      "import type * as lib from '@convolab/lib'; type Size<N extends number> = lib.OutputSize<N, 3>;",
    ]) {
      const answer = await ask(cell, 'Size<7>');
      assert.ok(!answer.ok && answer.code === 2307, `${cell} ${JSON.stringify(answer)}`);
    }
  });

  it('tells a type that is not written yet from one that is refused', () => {
    const unwritten: TypeAnswer = { ok: true, type: '"Twice : à compléter."' };
    assert.throws(() => typeResult(unwritten), { name: 'Error', message: 'Twice : à compléter.' });
    assert.equal(typeResult({ ok: true, type: '"complet"' }), '"complet"');
  });

  it('is asked as a function is called', () => {
    assert.equal(typeCall('Twice', [3, 'string']), 'Twice<3, string>');
    assert.equal(typeCall('Twice', []), 'Twice');
  });
});

describe('a cell that asks about a type', function () {
  this.timeout(60_000);
  let printed = '';
  const evaluator = new Evaluator({
    cwd: __dirname,
    onOutput: (output) => (printed += output.type === 'stream' ? output.text : ''),
  });
  after(() => evaluator.close());

  const door = `(globalThis as any)[Symbol.for('convolab.executor')]`;
  const run = async (cell: string): Promise<string> => {
    printed = '';
    const { error } = await evaluator.run(cell);
    return error?.evalue ?? printed.trim();
  };

  it('is told what TypeScript makes of it, its own declarations included', async () => {
    await run(twice);
    assert.equal(await run(`console.log(await ${door}.callType('Twice', [4]))`), '8');
    const both = `type Four = 4; const call = ${door}.callType;
      console.log(await Promise.all([call('Four', []), call('Twice', ['Four'])]));`;
    assert.equal(await run(both), "[ '4', '8' ]");
  });

  it('is told a refusal as an error', async () => {
    assert.match(
      await run(`await ${door}.callType('Thrice', [4])`),
      /^Thrice n'est déclaré nulle part.*TS2304/,
    );
    assert.match(await run(`await ${door}.callType('${'x'.repeat(5000)}', [])`), /TS1127/);
    assert.equal(await run('console.log(5)'), '5', 'the executor lives');
  });
});
