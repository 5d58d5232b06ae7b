import assert from 'node:assert/strict';
import { join } from 'node:path';
import { loadAssignments } from '../../packages/grader/src/assignment/load-assignment';
import type { ExerciseResult } from '../../packages/grader/src/judge/judge-exercise';
import { judgeBytes } from '../../packages/grader/src/judge/judge-submission';
import { Workbench } from '../../packages/grader/src/judge/workbench';
import { NoSandbox } from '@convolab/submission';

const root = join(__dirname, '..', '..');
const signature =
  'type ConvOut<N extends number, F extends number, S extends number = 1, P extends number = 0> =';
/** A right type that somebody else wrote. */
const borrowed = "import type { OutputSize } from '@convolab/lib';";

describe('grading an answer that is a type', function () {
  this.timeout('3m');
  const bench = new Workbench({
    sandbox: new NoSandbox(),
    root,
    timeoutMs: 10_000,
    compileTimeoutMs: 4000,
  });
  after(() => bench.close());

  const lesson = loadAssignments(root).find((each) => each.lesson === '1.3-taille-de-sortie')!;
  const exercises = lesson.exercises.filter(({ id }) => id === 'ConvOut');
  const assignment = { ...lesson, exercises };
  const answerCell = lesson.cells.find((c) => c.role === 'answer' && c.exercise === 'ConvOut')!;

  /** Judges a notebook of free cells and this answer. */
  const judge = async (answer: string, ...free: string[]): Promise<ExerciseResult> => {
    const cells = [...free, answer].map((source, index) => ({
      cell_type: 'code',
      ...(index === free.length && { id: answerCell.id }),
      source,
    }));
    const bytes = Buffer.from(JSON.stringify({ nbformat: 4, nbformat_minor: 5, cells }));
    return (await judgeBytes(assignment, bytes, bench)).exercises[0]!;
  };

  it('gives the solution its points, as a bonus', async () => {
    const { points, bonus } = await judge(answerCell.solution);
    assert.deepEqual({ points, bonus }, { points: 3, bonus: true });
  });

  it('lets no code answer in the place of the compiler', async () => {
    const patches = `Array.prototype.join = () => '5'; JSON.stringify = () => '"5"';
      Object.defineProperty(Object.prototype, 'type', { value: '5' });`;
    assert.equal((await judge(`${signature} number;`, patches)).points, 0);
    const asks = `void (globalThis as any)[Symbol.for('convolab.executor')].callType('ConvOut', [7, 3]);`;
    const { points, reasons } = await judge(answerCell.solution, asks);
    assert.equal(points, 0);
    assert.match(reasons.join(), /canal réservé/);
  });

  it('gives nothing to the type of the library, wherever it was brought in', async () => {
    const uses = `${signature} OutputSize<N, F, S, P>;`;
    for (const result of [
      await judge(`${borrowed} ${uses}`),
      await judge(uses, borrowed),
      await judge(`${signature} import('@convolab/lib').OutputSize<N, F, S, P>;`),
    ]) {
      assert.equal(result.points, 0);
      assert.match(JSON.stringify(result.criteria), /vient d'un module/);
    }
  });

  it('says that a type is missing, unwritten, or refused', async () => {
    const missing = await judge('type Output = 5;');
    assert.equal(missing.points, 0);
    assert.match(missing.reasons.join(), /Aucune cellule ne définit « ConvOut »/);
    const untouched = await judge(answerCell.source);
    assert.equal(untouched.points, 0);
    assert.match(untouched.reasons.join(), /restée telle/);
    const refused = await judge(`${signature} Missing<N>;`);
    assert.equal(refused.points, 0);
    assert.match(refused.reasons.join(), /TypeScript refuse la cellule 1, .*Missing/);
  });

  it('ends a type that the compiler cannot bear, for this exercise alone', async () => {
    const bomb = `type Orders<T, K = T> = [T] extends [never] ? [] : K extends K ? [K, ...Orders<Exclude<T, K>>] : never;
      ${signature} Orders<N extends 0 ? 0 : 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9> extends infer O ? O : F;`;
    const { points, reasons } = await judge(bomb);
    assert.equal(points, 0);
    assert.match(reasons.join(), /Le type ConvOut est trop lourd à calculer/);
    assert.equal((await judge(answerCell.solution)).points, 3);
  });
});
