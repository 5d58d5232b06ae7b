import { inspect, isDeepStrictEqual } from 'node:util';

import { display } from '../display';
import { predictionBundle, type Verdict } from './prediction-bundle';

/** What a student can predict: a number, a word, a list or a matrix. */
export type Prediction = number | string | boolean | readonly Prediction[];

/**
 * Compares what a student predicted with what the cell computed, and explains.
 *
 * The lesson asks, the student writes an answer in place of `null`, and the next cell calls this
 * with the computed answer: so the answer cannot be wrong. While there is no prediction, the answer is shown
 * folded, so that running all cells gives nothing away. Never throws, because a wrong prediction is no
 * error. Call it before the cell prints what would give the answer away:
 *
 * ```ts
 * checkPrediction(predictSum, 2 + 2, 'Deux et deux font quatre. Erreur fréquente : 22.');
 * ```
 *
 * @param prediction the student's answer; `null` while there is none
 * @param answer what was computed; numbers are compared to within one millionth of their size
 * @param explanation why, and what usually goes wrong (« Erreur fréquente : … »); French; a line break in it
 *   is a space
 */
export function checkPrediction(
  prediction: Prediction | null,
  answer: Prediction,
  explanation: string,
): void {
  display(
    predictionBundle({
      verdict: verdictOn(prediction, answer),
      predicted: prediction === null ? '' : text(prediction),
      computed: text(answer),
      explanation,
    }),
  );
}

function verdictOn(prediction: Prediction | null, answer: Prediction): Verdict {
  if (prediction === null) return 'none';
  return isSame(prediction, answer) ? 'right' : 'wrong';
}

function isSame(a: Prediction, b: Prediction): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Object.is(a, b) || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
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
  return typeof value === 'string' ? `«\u00a0${value}\u00a0»` : inspect(value, { depth: 4 });
}
