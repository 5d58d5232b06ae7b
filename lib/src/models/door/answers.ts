import { impossible } from '../../errors';
import type { Tensor } from '../../tf/tensors';
import { wholeTf } from '../../tf/whole-tf';
import { weightsOf } from '../../graph/model/tfjs-inside';
import { describe } from '../describe/describe';
import { canonical } from './canonical';
import { narrowed } from './narrow';
import { partsOf } from './parts';
import { makeModel, readModel } from './read-model';
import type { Topology } from './topology';
import { windowReads } from './work';

const tf = wholeTf();

/** What we are ready to compute for somebody's model. */
const limits = {
  parameters: { most: 5e6, words: 'paramètres' },
  macs: { most: 5e8, words: 'multiplications' },
  activationBytes: { most: 1e9, words: 'octets pour ses cartes' },
  windowReads: { most: 5e8, words: 'nombres lus par ses fenêtres' },
};

/**
 * What a model would give for an image, with weights that we give it: it is made again here and computes
 * here, so that whoever built it can say nothing false of it. The weights are drawn one layer after the other, in
 * the order that `canonical` gives them: two models that are the same but for how they are written give the same.
 *
 * @param text what the model's `toJSON()` says
 * @param draw gives the next number, from 0 to 1; the same numbers for the models to be compared
 * @param narrower 16: with a sixteenth of the maps in each layer, for large models (`narrowed`)
 * @returns the numbers of each output, one list after the other
 * @throws UnreadableModel; RangeError when the model is too large to be tried
 */
export async function answersOf(
  text: unknown,
  draw: () => number,
  narrower = 1,
): Promise<number[]> {
  const change = (topology: Topology): Topology => narrowed(topology, narrower);
  const planned = await readModel(text, change);
  const found = { ...describe(planned).totals, windowReads: windowReads(planned) };
  for (const [key, { most, words }] of Object.entries(limits)) {
    const count = found[key as keyof typeof limits];
    if (count <= most) continue;
    throw new RangeError(
      impossible(
        'essayer le modèle',
        `il est trop grand (${count} ${words}, au plus ${most})`,
        'vérifiez la taille de ses couches',
      ),
    );
  }
  const model = await makeModel(text, undefined, change);
  try {
    for (const { layer } of canonical(partsOf(model)).parts) {
      for (const [property, weight] of weightsOf(layer)) {
        const values = tf.tensor(drawWeight(property, weight.shape as number[], draw), weight.shape as number[]); // prettier-ignore
        weight.write(values);
        values.dispose();
      }
    }
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

/** Such that what goes through many layers neither fades nor overflows, and each number counts. */
function drawWeight(property: string, shape: readonly number[], draw: () => number): Float32Array {
  const size = shape.reduce((product, length) => product * length, 1);
  // A depthwise filter adds up its own map only.
  const places = /depthwise/i.test(property) ? shape.slice(0, 2) : shape.slice(0, -1);
  const summed = places.reduce((product, length) => product * length, 1);
  const [middle, span] =
    shape.length > 1 ? [0, Math.sqrt(24 / summed)]
    : /gamma|variance/i.test(property) ? [1, 0.5]
    : [0, 0.5]; // prettier-ignore
  return Float32Array.from({ length: size }, () => middle + span * (draw() - 0.5));
}

function image(shape: readonly number[], draw: () => number) {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(Float32Array.from({ length: size }, draw), [1, ...shape]);
}
