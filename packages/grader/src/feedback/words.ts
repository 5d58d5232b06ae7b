import { saidInFrench, short } from '@convolab/submission';
import type { Why } from '../spec/errors';
import type { TestResult } from '../spec';

const plural = (n: number): string => (Math.abs(n) >= 2 ? 's' : '');

/** A number as French writes it: 2,5. */
export const inFrench = (n: number): string =>
  n.toLocaleString('fr-FR', { maximumFractionDigits: 6 });

/** `3 points`, `1 point`, `2,5 points`. */
export const points = (n: number): string => `${inFrench(n)} point${plural(n)}`;

/** What is said of a hidden test that failed: nothing of its inputs or of what was expected. */
export function coarsely(why: Why | undefined): string {
  switch (why) {
    case 'type':
      return 'La réponse n’est pas du type attendu.';
    case 'shape':
      return 'La réponse n’a pas les bonnes dimensions.';
    case 'nan':
      return 'La réponse contient NaN.';
    case 'value':
      return 'Une valeur au moins est fausse.';
    case 'thrown':
      return 'La fonction lève une erreur là où elle devait répondre, ou une autre que celle demandée.';
    case 'not-thrown':
      return 'La fonction répond là où elle devait lever une erreur.';
    case 'dead':
      return 'Pas de réponse : voyez la raison au-dessus du tableau.';
    case 'unfinished':
      return 'La fonction est encore à compléter.';
    case 'error':
    case undefined:
      return 'La réponse n’a pas pu être comparée.';
  }
}

/** What is said of a public test: its title and its message, for its values are in the notebook too. */
export function openly({ title, message, why }: TestResult): string {
  if (why === 'dead' || why === 'unfinished' || why === 'error' || message === undefined) {
    return coarsely(why);
  }
  if (why !== 'thrown') return `${title} : ${short(message)}`;
  return `${title} : ${short(`la fonction lève une erreur : ${message}`)}${saidInFrench(message)}`;
}
