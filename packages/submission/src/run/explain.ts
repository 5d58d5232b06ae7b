import type { AnswerState } from '../read/plan-cells';

/** Why an exercise lost points, in French: the cause first and its consequences left out. */
export function explain(state: AnswerState, faults: string[], missing: string[]): string[] {
  const reasons = [...explainState(state), ...faults];
  return reasons.length > 0 ? reasons : explainMissing(missing);
}

function explainState(state: AnswerState): string[] {
  switch (state) {
    case 'found':
      return [];
    case 'untouched':
      return ['La cellule de réponse est restée telle qu’elle était : rien n’y est écrit.'];
    case 'missing':
      return [
        'La cellule de réponse n’est plus dans le notebook : la fonction a été cherchée dans les autres cellules.',
      ];
    case 'duplicated':
      return [
        'Deux cellules différentes se présentent comme la même cellule de réponse : aucune n’a été retenue.',
      ];
    case 'not-code':
      return ['La cellule de réponse n’est plus une cellule de code : elle n’a pas été exécutée.'];
  }
}

function explainMissing(missing: string[]): string[] {
  if (missing.length === 0) return [];
  const names = missing.map((name) => `« ${name} »`).join(', ');
  return [`Aucune cellule ne définit ${names} : gardez ce nom.`];
}
