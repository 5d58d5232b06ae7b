import type { LabelledImages } from '../../data/labelled-images';
import { impossible } from '../../errors';
import { seeded } from '../../models/weights/seeded';
import type { LayersModel } from '../../tf/models';
import type { Dataset } from '../../training/dataset';
import type { History } from '../../training/history';
import { train } from '../../training/train-model';
import type { Volume } from '../../volume/volume';
import { blocksOf, unfreezeLast } from '../blocks';
import { cutBefore } from '../cut-before';
import { extractFeatures } from '../features/extract-features';
import { linearHead, withHead } from '../with-head';
import { accuracyOf } from './accuracy-of';
import type { Choice, Strategy } from './scenario';
import type { Setting } from './setting';
import { answeringMacs, trainingMacs } from './training-macs';

/** One training that is to be done. */
export interface Trial {
  setting: Setting;
  strategy: Strategy;
  choice: Choice;
  classes: number;
  data: LabelledImages;
  batchSize: number;
  seed: number;
  /** Measured after each epoch; costs time, which is why it is only given while choosing. */
  validation?: LabelledImages;
  signal?: AbortSignal | undefined;
}

/** What came of it. */
export interface Learned {
  accuracyOn: (images: LabelledImages) => Promise<number>;
  seconds: number;
  macs: number;
  /** Accuracy on the validation images after each epoch. */
  validation: number[];
}

/** @throws Error when the reader has stopped the training: what it came to is no measurement */
export function refuseInterrupted({ stoppedBy }: History): void {
  if (stoppedBy !== 'signal') return;
  throw new Error(
    impossible(
      'finir la matrice',
      'elle a été interrompue pendant un entraînement',
      'relancez\u00a0: ce qui était déjà mesuré est gardé, elle reprendra là',
    ),
  );
}

/** Learns some images by one of the four strategies. */
export async function learn(trial: Trial): Promise<Learned> {
  const start = performance.now();
  const learned = await (trial.strategy === 'features' ? learnHead(trial) : learnNetwork(trial));
  return { ...learned, seconds: (performance.now() - start) / 1000 };
}

type Untimed = Omit<Learned, 'seconds'>;

async function learnNetwork(trial: Trial): Promise<Untimed> {
  const { data, choice } = trial;
  const model = networkFor(trial);
  const validation = await fit(model, data, trial, trial.validation);
  const macs = trainingMacs(model) * data.labels.length * choice.epochs;
  const accuracyOn = ({ images, labels }: LabelledImages): Promise<number> =>
    accuracyOf(model, images, labels);
  return { accuracyOn, macs, validation };
}

/** What learns is not frozen. */
function networkFor({ setting, strategy, choice, classes, seed }: Trial): LayersModel {
  if (strategy === 'scratch') return seeded(seed, () => setting.network(classes));
  const model = withHead(cutBefore(setting.pretrained), classes, { seed });
  return unfreezeLast(model, strategy === 'all' ? blocksOf(model).length : choice.blocks + 1);
}

/** The features are computed once; after that an epoch is a matter of one dense layer. */
async function learnHead(trial: Trial): Promise<Untimed> {
  const { setting, choice, classes, data, seed } = trial;
  const { pretrained } = setting;
  const firstLeftOut = blocksOf(pretrained).at(-1 - choice.blocks)!;
  const base = cutBefore(pretrained, choice.blocks === 0 ? undefined : firstLeftOut);
  const read = async ({ images, labels }: LabelledImages): Promise<Read> => ({
    inputs: await extractFeatures(base, images, { cache: false, progress: false }),
    labels,
  });
  const features = await read(data);
  const head = linearHead(features.inputs.shape[1]!, classes, { seed });
  const seen = trial.validation && (await read(trial.validation));
  const validation = await fit(head, features, trial, seen);
  const perEpoch = trainingMacs(head) * data.labels.length;
  const macs = answeringMacs(base) * data.labels.length + perEpoch * choice.epochs;
  const accuracyOn = async (images: LabelledImages): Promise<number> => {
    const { inputs, labels } = await read(images);
    return accuracyOf(head, inputs, labels);
  };
  return { accuracyOn, macs, validation };
}

interface Read {
  inputs: Volume;
  labels: number[];
}

async function fit(
  model: LayersModel,
  data: Dataset,
  { choice, batchSize, seed, signal }: Trial,
  validation: Dataset | undefined,
): Promise<number[]> {
  const { learningRate, epochs } = choice;
  const history = await train(model, data, {
    ...{ learningRate, epochs, batchSize, seed, progress: false },
    ...(validation === undefined ? {} : { validation }),
    ...(signal === undefined ? {} : { signal }),
  });
  refuseInterrupted(history);
  return history.metrics['valAccuracy'] ?? [];
}
