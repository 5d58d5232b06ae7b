import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';

// À ÉCRIRE: criteria of one thing each, so that who misses one thing loses that one; the cases that only
// a right answer passes; an oracle where there is one (tfjs). Draw first, call after.

/** 2 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'newName'>): void {
  const vector = (): number[] => random.vector(random.int(1, 8));
  const answer = (...args: unknown[]): Promise<unknown> => student.newName(...args);
  const right = solution.newName;

  criterion('Valeurs', 1, () => {
    it('donne la bonne valeur pour des tableaux tirés au hasard', () =>
      agrees(
        answer,
        right,
        several(12, () => [vector()]),
      ));
  });

  criterion('Entrée intacte', 0.5, () => {
    it('rend x comme il était', () => leavesInputs(answer, right, [[vector()], [vector()]]));
  });

  criterion('Arguments refusés', 0.5, () => {
    it('lève une erreur quand x est vide', () =>
      refuses(answer, right, { accepted: [[vector()], [[1]]], refused: [[[]]] }));
  });
}
