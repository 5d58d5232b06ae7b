import { impossible } from '../../errors';

/**
 * Nothing can be seen in NaN, and no scale drawn of it.
 *
 * @param what whose numbers these are, up to « … NaN »: « la couche C1 rend »
 * @throws Error when one of them is NaN or infinite
 */
export function checkFinite(doing: string, what: string, values: Float32Array): void {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad === undefined) return;
  const next = 'entraînez de nouveau le modèle, par exemple avec un learningRate plus petit';
  throw new Error(impossible(doing, `${what} ${bad}`, next));
}
