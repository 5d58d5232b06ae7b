import { choose } from './choose';
import { drawPerClass } from './draw-per-class';
import type { Kept } from './kept';
import { learn } from './learn';
import { oneByOne } from './one-by-one';
import {
  scenarioName,
  scenarios,
  strategies,
  strategyNames,
  type Measurement,
  type Scenario,
  type Strategy,
} from './scenario';
import type { Setting, SizePlan } from './setting';

export interface MeasureSettingOptions {
  /** Where each measurement is kept as soon as it is there; what is kept already is not measured again. */
  kept: Kept;
  /** Told after each strategy of each situation. */
  progress?: (line: string) => void;
  /** Ends after the step that runs. */
  signal?: AbortSignal;
}

/**
 * Measures a setting: each situation by each strategy, with each seed. First the learning rate, the epochs and
 * the blocks are chosen on validation images; then each seed learns images of its own draw and is
 * judged once on the test images.
 *
 * @throws Error when it is interrupted, or a measure cannot be kept: those before are, and calling it again goes on
 */
export async function measureSetting(
  setting: Setting,
  { kept, progress, signal }: MeasureSettingOptions,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const scenario of scenarios) {
    const plan = setting.sizes[scenario.size];
    if (plan === undefined) continue;
    for (const strategy of strategies) {
      const start = performance.now();
      const found = await measureCell({ setting, scenario, strategy, plan, kept, signal });
      measurements.push(...found.map(({ value }) => value));
      const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',');
      const known = found.every((one) => one.found);
      progress?.(
        `${scenarioName(scenario)}, ${strategyNames[strategy]}\u00a0: ${known ? 'déjà mesuré' : `${seconds} s`}`,
      );
    }
  }
  return measurements;
}

interface Cell {
  setting: Setting;
  scenario: Scenario;
  strategy: Strategy;
  plan: SizePlan;
  kept: Kept;
  signal: AbortSignal | undefined;
}

function measureCell({ setting, scenario, strategy, plan, kept, signal }: Cell) {
  const target = setting.targets[scenario.likeness];
  const name = `${scenario.size}-${scenario.likeness}-${strategy}`;
  const trialOf = (seed: number) => ({
    ...{ setting, strategy, seed, signal, batchSize: plan.batchSize },
    classes: target.classes.length,
    data: drawPerClass(target.pool, plan.perClass, seed),
  });
  const measure = async (seed: number): Promise<Measurement> => {
    const { value } = await kept.or(`${name}-choice`, () =>
      choose(plan.choosingSeeds.map(trialOf), plan, target.validation),
    );
    const { validation: _, ...choice } = value;
    const { accuracyOn, seconds, macs } = await learn({ ...trialOf(seed), choice });
    const accuracy = await accuracyOn(target.test);
    return { ...scenario, strategy, seed, accuracy, seconds, macs, choice };
  };
  return oneByOne(plan.seeds, (seed) => kept.or(`${name}-${seed}`, () => measure(seed)));
}
