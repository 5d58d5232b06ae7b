import { impossible, valueText } from '../../errors';

/**
 * What each output's loss counts. Default 1 each.
 *
 * @param outputs how many the network has
 * @throws RangeError when there is not one finite number from 0 up for each output, or all are 0
 */
export function readLossWeights(given: readonly number[] | undefined, outputs: number): number[] {
  if (given === undefined) return Array.from({ length: outputs }, () => 1);
  const good = (weight: number): boolean => Number.isFinite(weight) && weight >= 0;
  const weights: readonly number[] = Array.isArray(given) ? given : [];
  if (weights.length === outputs && weights.every(good) && weights.some(Boolean)) {
    return [...weights];
  }
  const wanted = outputs === 1 ? 'la seule sortie du réseau' : `chacune des ${outputs} sorties`;
  throw new RangeError(
    impossible(
      'pondérer la perte',
      `lossWeights est ${valueText(given)} mais il faut un nombre positif pour ${wanted}, et pas rien que des 0`,
      `donnez par exemple lossWeights: [${[1, ...Array.from({ length: outputs - 1 }, () => 0.3)].join(', ')}]`,
    ),
  );
}
