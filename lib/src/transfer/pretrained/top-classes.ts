import type * as Tfjs from '@tensorflow/tfjs';

import { impossible, valueText } from '../../errors';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { probabilitiesOf } from '../../models/learned/answer';
import { wholeTf } from '../../tf/whole-tf';
import type { Volume } from '../../volume/volume';
import type { Pretrained } from './pretrained';

const doing = 'nommer ce que montre l’image';

/** What the network takes an image for. */
export interface TopClass {
  /** The name of a class. */
  label: string;
  /** From 0 to 1. */
  probability: number;
}

/**
 * What a network that has learned takes a picture for, the likeliest first.
 *
 * @param image any picture, as `readImage` gives it; `prepare` is done here
 * @param count how many classes
 * @throws RangeError when several images are given, or no class is asked for
 *
 * @example
 * ```ts
 * const small = await loadPretrained('convolab-small');
 * const [first] = topClasses(small, await readDigit(drawnDigit(5)));
 * first!.label; // => 'chiffre 5'
 * ```
 */
export function topClasses(pretrained: Pretrained, image: Volume, count = 5): TopClass[] {
  const { model, classNames, prepare } = pretrained;
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new RangeError(
      impossible(doing, `${valueText(count)} classes sont demandées`, 'donnez un entier d’au moins 1'), // prettier-ignore
    );
  }
  const prepared = prepare(image);
  if (prepared.shape[0] !== 1) {
    throw new RangeError(
      impossible(doing, `${prepared.shape[0]!} images sont données`, 'donnez-en une à la fois'),
    );
  }
  const tf = wholeTf();
  const values = tf.tidy(() => {
    const x = tf.tensor(prepared.data, [...prepared.shape], 'float32');
    return ((model as unknown as Tfjs.LayersModel).predict(x) as Tfjs.Tensor).dataSync();
  });
  const [row] = probabilitiesOf(doing, model as unknown as ModelInside, values, 'outputs');
  return row!
    .map((probability, i) => ({ label: classNames[i] ?? `classe ${i}`, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}
