/**
 * `npm run pretrain`: trains the small network that comes with the course, and writes it to
 * datasets/pretrained/convolab-small, whole or not at all. The same seed gives the same network on the same machine.
 *
 * It learns seven digits and seven clothes; the digits 7, 8, 9 and the last three clothes it has never seen, so
 * that there is something left to transfer to.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';

import { packageEntry } from '../src/data/verified';
import { fashionClasses, loadFashionMnist } from '../src/data/fashion-mnist';
import type { LabelledImages } from '../src/data/labelled-images';
import { loadMnist } from '../src/data/mnist';
import { pickImages } from '../src/data/pick-images';
import { train } from '../src/graph';
import { seeded } from '../src/models';
import { smallResNet } from '../src/models/small-res-net';
import { wholeTf } from '../src/tf/whole-tf';
import { smallFolder } from '../src/transfer/pretrained/convolab-small';
import { cosineSchedule } from '../src/training';
import { Volume } from '../src/volume/volume';

/** Classes of each data set that it learns, from the first on. */
const kept = 7;
const classNames = [
  ...Array.from({ length: kept }, (_, digit) => `chiffre ${digit}`),
  ...fashionClasses.slice(0, kept),
];
const seed = 1;
const epochs = 8;

async function main(): Promise<void> {
  const digits = loadMnist();
  const clothes = loadFashionMnist();
  const model = seeded(seed, () =>
    smallResNet({ depth: 8, inputShape: [28, 28, 1], classes: classNames.length, name: 'convolab-small' }),
  ); // prettier-ignore
  const history = await train(model, together(digits.train, clothes.train), {
    ...{ epochs, batchSize: 128, seed, learningRate: cosineSchedule(0.002) },
  });
  const inside = model as unknown as Tfjs.LayersModel;
  const accuracy = Object.fromEntries(
    (['mnist', 'fashion-mnist'] as const).map((name) => {
      const test = name === 'mnist' ? digits.test : clothes.test;
      return [name, accuracyOf(inside, chosen(test), name === 'mnist' ? 0 : kept)];
    }),
  );
  console.log(
    `test accuracy ${JSON.stringify(accuracy)}, loss ${history.metrics['loss']!.at(-1)!}`,
  );
  const [mnist, fashion] = ['mnist', 'fashion-mnist'].map(packageEntry);
  inside.setUserDefinedMetadata({
    classNames,
    licence: 'MIT, comme le cours',
    credit: `ConvoLab, entraîné sur une part de MNIST (${mnist!.licence}) et de Fashion-MNIST (${fashion!.licence})`,
    training: { command: 'npm run pretrain', seed, epochs, accuracy },
  });
  await inside.save(wholeTf().io.withSaveHandler((artifacts) => Promise.resolve(write(artifacts))));
}

/** Of the classes that it learns. */
function chosen(data: LabelledImages): LabelledImages {
  return pickImages(
    data,
    [...data.labels.keys()].filter((i) => data.labels[i]! < kept),
  );
}

/** Digits, then clothes, whose labels follow. */
function together(digits: LabelledImages, clothes: LabelledImages): LabelledImages {
  const parts = [chosen(digits), chosen(clothes)];
  const data = new Float32Array(parts.reduce((sum, { images }) => sum + images.data.length, 0));
  data.set(parts[0]!.images.data);
  data.set(parts[1]!.images.data, parts[0]!.images.data.length);
  const labels = parts.flatMap((part, i) => part.labels.map((label) => label + i * kept));
  return { images: new Volume([labels.length, 28, 28, 1], data), labels };
}

function accuracyOf(model: Tfjs.LayersModel, { images, labels }: LabelledImages, first: number) {
  const tf = wholeTf();
  return tf.tidy(() => {
    const x = tf.tensor(images.data, images.shape as [number, number, number, number]);
    const answers = (model.predict(x, { batchSize: 500 }) as Tfjs.Tensor).argMax(1).dataSync();
    const right = labels.filter((label, i) => answers[i] === label + first).length;
    return Number((right / labels.length).toFixed(4));
  }); // prettier-ignore
}

function write({ modelTopology, weightSpecs, weightData, userDefinedMetadata }: Tfjs.io.ModelArtifacts) {
  const folder = smallFolder();
  const draft = `${folder}.tmp`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  const json = { format: 'layers-model', modelTopology, weightsManifest, userDefinedMetadata };
  writeFileSync(path.join(draft, 'model.json'), `${JSON.stringify(json)}\n`);
  writeFileSync(path.join(draft, 'weights.bin'), Buffer.from(weightData as ArrayBuffer));
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' as const } };
} // prettier-ignore

void main();
