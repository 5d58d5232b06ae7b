import { impossible } from '../../errors';
import type { Tensor } from '../../tf/tensors';
import { wholeTf } from '../../tf/whole-tf';
import { describe } from '../describe/describe';
import { makeModel, readModel } from './read-model';

const tf = wholeTf();

/** What we are ready to compute for somebody's model: numbers that it holds, multiplications. */
const limits = { parameters: 5e6, macs: 5e8, activationBytes: 1e9 };

/**
 * What a model would give for an image, with weights that we give it: it is made again here and computes
 * here, so that whoever built it can say nothing false of it. The weights are drawn one after the other, in the
 * order of the layers: two models that are the same but for how they are written give the same.
 *
 * @param text what the model's `toJSON()` says
 * @param draw gives the next number, from 0 to 1; the same numbers for the models to be compared
 * @returns the numbers of each output, one list after the other
 * @throws UnreadableModel; RangeError when the model is too large to be tried
 */
export async function answersOf(text: unknown, draw: () => number): Promise<number[]> {
  const { totals } = describe(await readModel(text));
  for (const [key, most] of Object.entries(limits)) {
    const found = totals[key as keyof typeof limits];
    if (found <= most) continue;
    throw new RangeError(
      impossible(
        'essayer le modèle',
        `il est trop grand (${key}\u00a0: ${found}, au plus ${most})`,
        'vérifiez la taille de ses couches',
      ),
    );
  }
  const model = await makeModel(text);
  try {
    model.setWeights(model.getWeights().map((weight) => drawWeight(weight, draw)));
    return tf.tidy(() => {
      const [first, ...others] = model.inputs.map(({ shape }) =>
        image(shape.slice(1) as number[], draw),
      );
      const given = others.length === 0 ? first! : [first!, ...others];
      const outputs = model.predict(given as unknown as Tensor);
      return [outputs].flat().flatMap((output) => [...output.dataSync()]);
    });
  } finally {
    model.dispose();
  }
}

/** Small beside the many numbers that are added up, so that no activation goes to its end. */
function drawWeight({ shape }: Tensor, draw: () => number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const summed = Math.max(1, size / (shape.at(-1) ?? 1));
  const span = Math.sqrt(6 / summed);
  // Never negative where there is one for each channel: a variance is one of these.
  const low = shape.length === 1 ? 0.1 : -span / 2;
  const values = Float32Array.from(
    { length: size },
    () => low + draw() * (shape.length === 1 ? 0.5 : span),
  );
  return tf.tensor(values, shape) as unknown as Tensor;
}

function image(shape: readonly number[], draw: () => number) {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(Float32Array.from({ length: size }, draw), [1, ...shape]);
}
