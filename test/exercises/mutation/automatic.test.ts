import assert from 'node:assert/strict';
import { StudentDead } from '@convolab/grader/spec';
import { transformSync } from 'esbuild';
import { exercisesOf, lessonsWithExercises } from '../discover';
import { answerCells } from '../reference';
import { guardLoops, turnName } from './loop-guard';
import { automaticMutants, type AutomaticMutant } from './mutants';
import { linesOf } from './report';
import { enough, holes, score, tryMutants } from './try-mutants';

for (const lesson of lessonsWithExercises()) {
  describe(`the automatic mutants of lesson ${lesson}`, function () {
    this.timeout('5m');
    let mutants: AutomaticMutant[];
    before(() => {
      mutants = automaticMutants(lesson);
    });

    for (const exercise of exercisesOf(lesson)) {
      it(`lose points in ${exercise.id}, those that answer as the reference excepted`, async () => {
        const its = mutants.filter((mutant) => mutant.exercise === exercise.id);
        assert.ok(its.length > 0 || isOfTypes(lesson, exercise.id), 'there are some');
        const trial = await tryMutants(lesson, exercise, its);
        const table = `\n${linesOf(trial).join('\n')}`;
        assert.ok(score(trial) >= enough, table);
        assert.deepEqual(trial.stale, [], table);
      });
    }
  });
}

/** Types leave no code, and Stryker changes none. */
function isOfTypes(lesson: string, id: string): boolean {
  const own = answerCells(lesson).filter(({ exercise }) => exercise === id);
  const source = own.map((cell) => cell.source).join('\n');
  return transformSync(source, { loader: 'ts' }).code.trim() === '';
}

describe('a trial of mutants', () => {
  const lesson = '1.4-activation-pooling';
  const activations = exercisesOf(lesson).find(({ id }) => id === 'activations')!;
  const right = 'return Math.max(0, x);';

  const relu = automaticMutants(lesson).find(({ line }) => line === right)!;
  const mutantThat = (becomes: string): AutomaticMutant => {
    const [before, after] = relu.text.split('return Math.min(0, x);');
    return { ...relu, becomes, text: [before, after].join(becomes) };
  };
  const trialOf = (mutant: AutomaticMutant, equivalents = activations.equivalents) =>
    tryMutants(lesson, { ...activations, equivalents }, [mutant]);

  it('tells what loses points, what never ends, what is no program and what survives', async () => {
    const fates = {
      'return Math.min(0, x);': 'killed',
      'for (;;);': 'endless',
      'while (true) { if (x > 1e9) break; } return 0;': 'endless',
      'return Math.max(0, ;': 'invalid',
      'return x > 0 ? x : 0;': 'survived',
    };
    for (const [becomes, fate] of Object.entries(fates)) {
      const { fates: found } = await trialOf(mutantThat(becomes));
      assert.equal(found[0]!.fate, fate, becomes);
    }
  });

  it('takes an endless loop for no refusal', async () => {
    const pool = exercisesOf(lesson).find(({ id }) => id === 'pool')!;
    const unchecked = automaticMutants(lesson).find(
      ({ becomes }) => becomes === 'if (!Number.isInteger(stride) || false) {',
    )!;
    const text = unchecked.text.replace('// 2.', 'while (stride < 1);\n// 2.');
    const { fates } = await tryMutants(lesson, pool, [{ ...unchecked, text }]);
    assert.equal(fates[0]!.fate, 'endless');
  });

  it('counts a survivor against the specs, unless it is listed as equivalent', async () => {
    const survivor = mutantThat('return x > 0 ? x : 0;');
    const open = await trialOf(survivor, []);
    assert.equal(score(open), 0);
    assert.deepEqual(holes(open.fates), [survivor]);
    assert.match(linesOf(open).join('\n'), /survives .*\n.*- return Math.*\n.*\+ return x > 0/);
    const { line, becomes } = survivor;
    const closed = await trialOf(survivor, [{ line, becomes, because: 'the same' }]);
    assert.equal(score(closed), 1);
    assert.deepEqual(closed.stale, []);
  });

  it('names an equivalent that the specs refuse, or that is no mutant any more', async () => {
    const killed = mutantThat('return Math.min(0, x);');
    const listed = [
      { line: killed.line, becomes: killed.becomes, because: 'wrong' },
      { line: 'return Math.abs(x);', becomes: 'return x;', because: 'the reference has changed' },
    ];
    const trial = await trialOf(killed, listed);
    assert.deepEqual(trial.stale, listed);
    assert.match(linesOf(trial).join('\n'), /strike it from the list/);
  });
});

describe('guardLoops()', () => {
  const run = (text: string, turns: number): unknown => {
    let left = turns;
    const countTurn = (): void => {
      if (--left < 0) throw new StudentDead('turns');
    };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is written below
    return new Function(turnName, guardLoops(text))(countTurn);
  };

  it('counts each turn of every kind of loop, blocks or not, nested or not', () => {
    const text = `let n = 0;
      for (let i = 0; i < 2; i++) for (const _ of [1, 2]) n++;
      for (const key in { a: 1 }) { if (key === 'b') continue; n++; }
      let k = 0; while (k < 2) k++; do k--; while (k > 0);
      return n;`;
    assert.equal(run(text, 11), 5);
    assert.throws(() => run(text, 10), StudentDead);
  });
});
