import { isStudentError } from '@convolab/submission';
import { Mismatch } from './errors';

/**
 * Asserts that the student's function refuses a call by throwing.
 *
 * An empty answer cell throws too ("à compléter"), and that is no refusal: it fails. A dead sandbox
 * is no refusal either. A function that throws at everything would pass, so a test should also make
 * a call that must succeed.
 *
 * @param call makes the call, for example `() => student.conv1d([1], [1, 2])`
 * @param options.name the error's class, when the statement of the exercise names one
 * @throws Mismatch when the call succeeds or throws another class; StudentDead when the sandbox died
 */
export async function assertThrows(
  call: () => Promise<unknown>,
  options: { name?: string } = {},
): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isStudentError(error)) throw error;
    if (error.unfinished) throw error;
    if (options.name !== undefined && error.name !== options.name) {
      throw new Mismatch(`Erreur attendue : ${options.name} ; reçue : ${error.name}.`, 'thrown');
    }
    return;
  }
  throw new Mismatch(
    'L’appel devait lever une erreur (throw), mais il a renvoyé une valeur.',
    'not-thrown',
  );
}
