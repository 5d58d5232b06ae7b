import type { LabelledImages } from '../../data/labelled-images';
import { loadMnist } from '../../data/mnist';
import { pickImages } from '../../data/pick-images';
import { loadStamps } from '../../data/stamps';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { resize } from '../../images/resize';
import { image, network } from '../../models/base/grow';
import { efficientNetLite } from '../../models/efficient-net-lite';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { copyOnto } from '../copy-onto';
import { loadPretrained } from '../pretrained';
import { numbered } from './digits';
import { drawPerClass, placesPerClass } from './draw-per-class';
import type { Setting, Target } from './setting';

/** How much is learned and measured. */
export interface PhotosPlan extends Pick<Setting, 'sizes' | 'learningRates' | 'blocks'> {
  /** Height and width of the images: less than the 224 of ImageNet, so that it can be trained in a minute. */
  side: number;
  /** Images of each class to choose by. */
  validationPerClass: number;
  /** Share of the photos to judge by. */
  test: number;
}

const dataSeed = 7;
const digitClasses = [0, 1, 2, 3, 4];

/**
 * The setting whose pretraining is ImageNet's: EfficientNet-Lite0 is used for the photos of Tux Paint's stamps, cut-outs of
 * animals and plants (similar: most of what they show is among ImageNet's thousand classes) or for
 * handwritten digits, enlarged, the same in three colours (different). Both have five classes and as many images.
 * There are not enough photos for a large set.
 */
export async function photosSetting(plan: PhotosPlan): Promise<Setting> {
  const { side } = plan;
  const { model } = await loadPretrained('efficientnet-lite0');
  return {
    name: 'photos',
    network: (classes) => efficientNetLite({ classes, inputShape: [side, side, 3] }),
    pretrained: atSide(model, side),
    targets: await targetsOf(plan),
    sizes: plan.sizes,
    learningRates: plan.learningRates,
    blocks: plan.blocks,
  };
}

async function targetsOf(plan: PhotosPlan): Promise<Setting['targets']> {
  const stamps = await loadStamps({ side: plan.side, test: plan.test, seed: dataSeed });
  const similar = divided(plan, stamps.train, stamps.test, stamps.classes);
  const perClass = Math.round(similar.test.labels.length / digitClasses.length);
  const mnist = loadMnist({ train: 1500, test: 1500, seed: dataSeed });
  const digits = (all: LabelledImages, count: number): LabelledImages =>
    enlarged(drawPerClass(numbered(all, digitClasses), count, dataSeed), plan.side);
  const pool = plan.validationPerClass + 40;
  const names = digitClasses.map(String);
  return {
    similar,
    different: divided(plan, digits(mnist.train, pool), digits(mnist.test, perClass), names),
  };
}

function divided(
  { validationPerClass }: PhotosPlan,
  learn: LabelledImages,
  test: LabelledImages,
  classes: readonly string[],
): Target {
  const { drawn, rest } = placesPerClass(learn.labels, validationPerClass, dataSeed);
  return { classes, pool: pickImages(learn, rest), validation: pickImages(learn, drawn), test };
}

/** The same layers and weights behind a smaller image. */
function atSide(model: LayersModel, side: number): LayersModel {
  const input = image([side, side, 3]);
  return network(model.name, input, copyOnto(model as unknown as ModelInside, [input]));
}

/** Grey images of 0 to 1 as a photo's network reads them: larger, in three equal colours, 0 to 255. */
function enlarged({ images, labels }: LabelledImages, side: number): LabelledImages {
  const [count = 0, height = 0, width = 0] = images.shape;
  const large = Volume.zeros([count, side, side, 3], 'float32');
  for (let i = 0; i < count; i++) {
    const start = i * height * width;
    const one = images.data.slice(start, start + height * width) as Float32Array;
    const { data } = resize(new Volume([height, width], one), side, side);
    for (const [p, value] of data.entries()) large.data.fill(255 * value, (i * side * side + p) * 3, (i * side * side + p + 1) * 3); // prettier-ignore
  }
  return { images: large, labels };
}
