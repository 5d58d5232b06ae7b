import type { Handout } from './handout';
import type { SubmittedCell } from './notebook';

/**
 * What became of the cells that are not the student's to write, in French sentences: none of it costs anything,
 * for the grader takes ours.
 */
export function changes(handout: Handout, submitted: SubmittedCell[]): string[] {
  const byId = new Map(submitted.map((cell) => [cell.id, cell]));
  return handout.cells.flatMap(({ id, role, exercise, source }) => {
    const found = byId.get(id);
    if (role === 'check' && !found) {
      return [`La cellule « check » de ${exercise ?? ''} n’est plus là : cela ne coûte rien.`];
    }
    if (role !== 'given') return [];
    if (!found) {
      const start = source.trim().split('\n')[0] ?? '';
      return [
        `Une cellule donnée n’est plus là (« ${start} ») : c’est la nôtre qui est exécutée, à sa place.`,
      ];
    }
    if (found.source.trim() === source.trim() && found.kind === 'code') return [];
    return [
      `La cellule ${found.position}, donnée, a été changée : la correction exécute la nôtre, sans vos changements.`,
    ];
  });
}

/**
 * Cells of the student that give another meaning to what we gave for an exercise: its cases call the function
 * with that. French sentences; unlike the above, it may cost points.
 */
export function shadows(handout: Handout, submitted: SubmittedCell[]): string[] {
  const given = new Set(handout.cells.filter(({ role }) => role === 'given').map(({ id }) => id));
  const own = submitted.filter(({ id, kind }) => kind === 'code' && !given.has(id ?? ''));
  return handout.exercises.flatMap(({ id, fixtures = [] }) =>
    fixtures.flatMap((name) => {
      const declares = new RegExp(
        `^(?:async )?(?:function\\*?|const|let|var|class) ${name}\\b`,
        'm',
      );
      return own
        .filter(({ source }) => declares.test(source))
        .map(
          ({ position }) =>
            `La cellule ${position} redéfinit « ${name} », que l’énoncé fournit et que les cas de ${id} emploient : ` +
            'donnez un autre nom au vôtre.',
        );
    }),
  );
}
