import { impossible } from '../errors';

/**
 * A loss that is no number any more never becomes one again: the training stops at once.
 *
 * @param where epoch and step from 0, and the learning rate of that step
 * @param name which loss, French: the one of the step unless said
 * @throws Error when the loss is NaN or infinite
 */
export function checkLoss(
  loss: number,
  where: { epoch: number; step: number; rate: number },
  name = 'la perte',
): void {
  if (Number.isFinite(loss)) return;
  const rate = Number(where.rate.toPrecision(3));
  throw new Error(
    impossible(
      "continuer l'entraînement",
      `${name} vaut ${loss} au pas ${where.step + 1} (époque ${where.epoch + 1}, taux d'apprentissage ${rate})`,
      `recréez le réseau et essayez un taux dix fois plus petit (learningRate: ${Number((rate / 10).toPrecision(3))})\u00a0; vérifiez aussi que les données sont entre 0 et 1 environ`,
    ),
  );
}
