import { createHash } from 'node:crypto';
import path from 'node:path';

import { datasetsFolder } from '../../data/datasets-root';
import { digitsSetting } from './digits';
import { Kept } from './kept';
import { measureSetting } from './measure-setting';
import { photosSetting } from './photos';
import { digitsPlans, photosPlan, type ScenarioProfile } from './plans';
import type { Likeness, Measurement, Size } from './scenario';
import type { Setting } from './setting';

/** Raise it when what is measured, or how, changes: what was kept before is then measured anew. */
const method = 1;

/** What to measure; all of it may be left out. */
export interface MeasureScenariosOptions {
  /** `digits`: our own pretraining. `photos`: ImageNet's, some minutes whatever the profile. Default `digits`. */
  on?: 'digits' | 'photos';
  /** `quick`: three seeds, about a minute on two cores. `complete`: five seeds and more images. Default `quick`. */
  profile?: ScenarioProfile;
  /** Where measures are kept, each as soon as it is there. Default: the course's `.cache/scenarios`. */
  folder?: string;
  /** Told after each strategy of each situation. */
  progress?: (line: string) => void;
  /** Ends after the step that runs. */
  signal?: AbortSignal;
}

/** What was measured, and with what. */
export interface ScenarioMeasures {
  /** Classes to tell apart. */
  classes: Record<Likeness, readonly string[]>;
  /** Images to learn from, in all. */
  images: Partial<Record<Size, number>>;
  /** Images to choose by. */
  validation: Record<Likeness, number>;
  /** Images to judge by. */
  test: Record<Likeness, number>;
  /** Each training, judged. */
  measurements: Measurement[];
}

/**
 * Measures the recap of the course: is there little or much to learn from, is it like what the network knows
 * already, and which of four strategies does best. See `digitsSetting` and `photosSetting` for what is learned from what.
 *
 * What is measured is kept on disk: a run that was interrupted goes on, one that was finished is read back.
 *
 * @throws Error when it is interrupted, when the data or the weights are not there, or a measure cannot be kept
 */
export async function measureScenarios({
  on = 'digits',
  profile = 'quick',
  folder = path.join(datasetsFolder(), '..', '.cache', 'scenarios'),
  progress,
  signal,
}: MeasureScenariosOptions = {}): Promise<ScenarioMeasures> {
  const plan = on === 'digits' ? digitsPlans[profile] : photosPlan;
  const kept = new Kept(path.join(folder, nameOf(on, plan)));
  const setting = await ('side' in plan ? photosSetting(plan) : digitsSetting(plan, kept, signal));
  const measurements = await measureSetting(setting, {
    kept,
    ...(progress === undefined ? {} : { progress }),
    ...(signal === undefined ? {} : { signal }),
  });
  return { ...aboutOf(setting), measurements };
}

function aboutOf({ targets, sizes }: Setting): Omit<ScenarioMeasures, 'measurements'> {
  const { similar, different } = targets;
  const images: ScenarioMeasures['images'] = {};
  for (const [size, { perClass }] of Object.entries(sizes)) {
    images[size as Size] = perClass * similar.classes.length;
  }
  return {
    classes: { similar: similar.classes, different: different.classes },
    images,
    validation: {
      similar: similar.validation.labels.length,
      different: different.validation.labels.length,
    },
    test: { similar: similar.test.labels.length, different: different.test.labels.length },
  };
}

const nameOf = (setting: string, plan: unknown): string =>
  `${setting}-${createHash('sha256')
    .update(JSON.stringify([method, plan]))
    .digest('hex')
    .slice(0, 12)}`;
