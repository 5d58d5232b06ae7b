import { inspect, isDeepStrictEqual } from 'node:util';

const nbsp = '\u00a0';

/** What a student can predict: a number, a word, a list or a matrix. */
export type Prediction = number | string | boolean | readonly Prediction[];

/**
 * Compares what a student predicted with what the cell computed, and explains.
 *
 * The lesson asks, the student writes an answer in place of `null`, and the next cell calls this
 * with the computed answer: so the answer cannot be wrong. Prints three lines at most; never throws,
 * because a wrong prediction is no error.
 *
 * @param prediction the student's answer; `null` while there is none
 * @param answer what was computed; numbers are compared to within one millionth of their size
 * @param explanation why, and what usually goes wrong; French
 *
 * @example
 * ```ts
 * checkPrediction(4, 2 + 2, 'Deux et deux font quatre.');
 * ```
 */
export function checkPrediction(
  prediction: Prediction | null,
  answer: Prediction,
  explanation: string,
): void {
  console.log(verdict(prediction, answer));
  console.log(explanation.replace(/ (?=[:;?!»])/g, nbsp));
}

function verdict(prediction: Prediction | null, answer: Prediction): string {
  const computed = text(answer);
  if (prediction === null) {
    return (
      `Réponse${nbsp}: ${computed}. ` +
      `(Pas encore de prédiction${nbsp}: remplacez null dans la cellule de la question.)`
    );
  }
  if (isSame(prediction, answer)) return `✔ Bien vu${nbsp}: ${computed}.`;
  return `✘ Vous aviez prédit ${text(prediction)}${nbsp}; le calcul donne ${computed}.`;
}

function isSame(a: Prediction, b: Prediction): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
  }
  if (typeof a === 'string' && typeof b === 'string') {
    return a.trim().toLocaleLowerCase('fr') === b.trim().toLocaleLowerCase('fr');
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length && a.every((one, i) => isSame(one as Prediction, b[i] as Prediction))
    );
  }
  return isDeepStrictEqual(a, b);
}

function text(value: Prediction): string {
  return typeof value === 'string' ? `«${nbsp}${value}${nbsp}»` : inspect(value, { depth: 4 });
}
