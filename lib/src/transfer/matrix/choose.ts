import type { LabelledImages } from '../../data/labelled-images';
import { learn, type Trial } from './learn';
import { oneByOne } from './one-by-one';
import type { Choice } from './scenario';
import type { SizePlan } from './setting';

/** A choice and what it came to on the validation images. */
export interface Chosen extends Choice {
  validation: number;
}

/**
 * Chooses how a strategy learns: every learning rate and number of blocks that the setting lists is tried, and the
 * epoch, of any of them, at which most validation images are recognised is taken; of equals the first. Where a
 * draw of few images says little, several are tried and their curves averaged. Test images are not looked at.
 *
 * @param trials the same but for seed and images, without their choice; of draws that no measurement learns from
 */
export async function choose(
  trials: readonly Omit<Trial, 'choice' | 'validation'>[],
  plan: SizePlan,
  validation: LabelledImages,
): Promise<Chosen> {
  const { setting, strategy } = trials[0]!;
  const epochs = strategy === 'features' ? plan.mostHeadEpochs : plan.mostEpochs;
  const blocks = strategy === 'top' || strategy === 'features' ? setting.blocks[strategy] : [0];
  const tried = blocks.flatMap((count) =>
    setting.learningRates[strategy].map((learningRate) => ({
      learningRate,
      epochs,
      blocks: count,
    })),
  );
  let best: Chosen | undefined;
  for (const choice of tried) {
    const curves = await oneByOne(trials, (trial) => learn({ ...trial, choice, validation }));
    for (let epoch = 0; epoch < epochs; epoch++) {
      const shares = curves.map((learned) => learned.validation[epoch]!);
      const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
      if (share > (best?.validation ?? -1)) {
        best = { ...choice, epochs: epoch + 1, validation: share };
      }
    }
  }
  return best!;
}
