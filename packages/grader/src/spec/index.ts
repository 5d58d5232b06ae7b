/**
 * What a spec under test/exercises/ imports, and what runs it.
 *
 * @example
 * import { exercise, criterion, assertSame, assertThrows } from '@convolab/grader/spec';
 *
 * exercise('conv1d', ({ student, solution, random }) => {
 *   criterion('Pas de 1, sans remplissage', 2, () => {
 *     it('donne la réponse de la solution sur une entrée tirée au hasard', async () => {
 *       const x = random.vector(8);
 *       assertSame(await student.conv1d(x, [1, 0, -1]), solution.conv1d(x, [1, 0, -1]));
 *     });
 *   });
 * });
 */
export { assertSame, type SameOptions } from './same';
export { assertThrows } from './throws';
export { criterion, exercise, type ExerciseContext, type Visibility } from './registry';
export { SeededRandom } from './random';
export {
  isStudentDead,
  isStudentError,
  StudentDead,
  StudentError,
  textOfHandle,
} from '@convolab/submission';
export { Mismatch } from './errors';
export {
  runSpecs,
  type CriterionResult,
  type SpecResult,
  type TestResult,
  type RunSpecsOptions,
} from './run';
