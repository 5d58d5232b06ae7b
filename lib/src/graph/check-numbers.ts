import { impossible, valueText } from '../errors';

/** @throws RangeError when a learning rate is no finite number of at least 0 */
export function checkRate(rate: unknown): void {
  if (Number.isFinite(rate) && (rate as number) >= 0) return;
  throw new RangeError(
    impossible(
      'entraîner le graphe',
      `le taux d'apprentissage (learningRate) vaut ${valueText(rate)} mais il faut un nombre fini d'au moins 0`,
      'donnez par exemple learningRate: 0.001',
    ),
  );
}

/** @throws RangeError when a weight is NaN or infinite */
export function checkFinite(numbers: Float32Array, what: string): void {
  const wrong = numbers.find((value) => !Number.isFinite(value));
  if (wrong === undefined) return;
  throw new RangeError(
    impossible(
      'prendre les poids du réseau',
      `${what} contient ${wrong}`,
      'recréez le réseau, ou chargez des poids intacts',
    ),
  );
}
