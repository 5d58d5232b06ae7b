import { impossible, shapeCode } from '../errors';
import { readDataset, type Dataset } from './dataset';
import { readTrainOptions, type TrainOptions, type TrainPlan } from './options';
import { splitPlaces } from './split';
import type { TrainingSets } from './train';

/**
 * Reads everything a training is given, so that what is wrong with it is said before the first step.
 *
 * @param inputShape of one input, as the network takes it
 * @param classes how many it tells apart
 * @throws TypeError or RangeError: see `readDataset` and `readTrainOptions`
 */
export function prepareTraining(
  dataset: Dataset,
  options: TrainOptions,
  inputShape: readonly number[],
  classes: number,
): { sets: TrainingSets; plan: TrainPlan } {
  const samples = readDataset(dataset, "les données d'entraînement", inputShape, classes);
  const { validationSplit = 0, seed = 1, validation } = options;
  const cut = splitPlaces(samples.count, validationSplit, seed);
  const plan = readTrainOptions(options, cut.train.length);
  if (plan.augment !== undefined && samples.inputShape.length !== 3) {
    throw new RangeError(
      impossible(
        "préparer l'entraînement",
        `augment change des images [hauteur, largeur, canaux] mais chaque entrée a la forme ${shapeCode(samples.inputShape)}`,
        'donnez des images, ou retirez augment',
      ),
    );
  }
  const sets: TrainingSets = { train: { samples, places: cut.train } };
  if (validation !== undefined) {
    const other = readDataset(validation, 'les données de validation', inputShape, classes);
    const places = Uint32Array.from({ length: other.count }, (_, i) => i);
    sets.validation = { samples: other, places };
  } else if (cut.validation.length > 0) {
    sets.validation = { samples, places: cut.validation };
  }
  return { sets, plan };
}
