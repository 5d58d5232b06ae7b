import { fashionClasses, loadFashionMnist } from '../../data/fashion-mnist';
import type { LabelledImages } from '../../data/labelled-images';
import { loadMnist } from '../../data/mnist';
import { ofClasses, pickImages } from '../../data/pick-images';
import { loadTf } from '../../tf/load';
import type { LayersModel } from '../../tf/models';
import { seeded } from '../../models/weights/seeded';
import { train } from '../../training/train-model';
import { drawPerClass, placesPerClass } from './draw-per-class';
import type { Kept } from './kept';
import { refuseInterrupted } from './learn';
import type { Setting, Target } from './setting';
import { smallNet } from './small-net';

/** What the network is trained on before: the digits from 0 to 4. */
const sourceDigits = [0, 1, 2, 3, 4];
/** What is like them: the other five. */
const similarDigits = [5, 6, 7, 8, 9];
/** What is not: the five clothes for the upper body, which differ from one another by texture and outline. */
const differentClothes = ['t-shirt', 'pull', 'robe', 'manteau', 'chemise'] as const;

/** How much is learned and measured. */
export interface DigitsPlan extends Pick<Setting, 'sizes' | 'learningRates' | 'blocks'> {
  /** Images of MNIST and of Fashion-MNIST to read; about half of them are of the classes that are used. */
  read: number;
  /** Images of each source digit that the network is trained on before. */
  sourcePerClass: number;
  sourceEpochs: number;
  /** Images of each class to choose by, and to judge by. */
  validationPerClass: number;
  testPerClass: number;
}

const dataSeed = 7;

/**
 * The setting whose pretraining is in our hands: a network trained on the digits from 0 to 4 is used for those from 5 to 9 (similar:
 * the same pens, the same paper, other shapes) or for clothes (different). Both have five classes and
 * images of the same size, so that a row differs from the next by likeness, not by form; clothes are
 * also harder, so strategies compare within a row, not across.
 *
 * @param kept the pretrained weights are kept there too
 */
export async function digitsSetting(
  plan: DigitsPlan,
  kept: Kept,
  signal?: AbortSignal,
): Promise<Setting> {
  const mnist = loadMnist({ train: plan.read, seed: dataSeed });
  const clothes = loadFashionMnist({ train: plan.read, seed: dataSeed });
  const different = differentClothes.map((one) => fashionClasses.indexOf(one));
  const source = numbered(mnist.train, sourceDigits);
  return {
    name: 'digits',
    network: smallNet,
    pretrained: await pretrained(source, plan, kept, signal),
    targets: {
      similar: target(plan, mnist, similarDigits, similarDigits.map(String)),
      different: target(plan, clothes, different, differentClothes),
    },
    sizes: plan.sizes,
    learningRates: plan.learningRates,
    blocks: plan.blocks,
  };
}

/** The network after its first training, and what it knows of the source. */
async function pretrained(
  source: LabelledImages,
  plan: DigitsPlan,
  kept: Kept,
  signal?: AbortSignal,
): Promise<LayersModel> {
  const model = seeded('source', () => smallNet(sourceDigits.length));
  const { value: weights } = await kept.or('pretrained', async () => {
    const { drawn } = placesPerClass(source.labels, plan.sourcePerClass, dataSeed);
    const history = await train(model, pickImages(source, drawn), {
      ...{ epochs: plan.sourceEpochs, batchSize: 64, learningRate: 0.003, progress: false },
      ...(signal === undefined ? {} : { signal }),
    });
    refuseInterrupted(history);
    return model.layers.map((layer) =>
      layer.getWeights().map((weight) => ({
        shape: weight.shape,
        values: [...weight.dataSync()],
      })),
    );
  });
  setWeights(model, weights);
  return model;
}

interface StoredWeight {
  shape: number[];
  values: number[];
}

function setWeights(model: LayersModel, weights: readonly (readonly StoredWeight[])[]): void {
  const tf = loadTf();
  for (const [i, layer] of model.layers.entries()) {
    const tensors = weights[i]!.map(({ shape, values }) => tf.tensor(values, shape, 'float32'));
    layer.setWeights(tensors);
    for (const tensor of tensors) tensor.dispose();
  }
}

function target(
  { validationPerClass, testPerClass }: DigitsPlan,
  data: { train: LabelledImages; test: LabelledImages },
  labels: readonly number[],
  classes: readonly string[],
): Target {
  const own = numbered(data.train, labels);
  const { drawn, rest } = placesPerClass(own.labels, validationPerClass, dataSeed);
  return {
    classes,
    pool: pickImages(own, rest),
    validation: pickImages(own, drawn),
    test: drawPerClass(numbered(data.test, labels), testPerClass, dataSeed),
  };
}

/** The images of some classes, which are numbered anew from 0. */
export function numbered(data: LabelledImages, labels: readonly number[]): LabelledImages {
  const own = ofClasses(data, labels);
  return { images: own.images, labels: own.labels.map((label) => labels.indexOf(label)) };
}
