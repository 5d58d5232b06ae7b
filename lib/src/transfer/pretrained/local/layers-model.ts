import type * as Tfjs from '@tensorflow/tfjs';

import { shapeCode } from '../../../errors';
import { onPaper } from '../../../models/paper/on-paper';
import type { LayersModel } from '../../../tf/models';
import { wholeTf } from '../../../tf/whole-tf';
import { checkConnected } from './check-connected';
import type { Artifacts } from './read-artifacts';
import { firstLine, refuseFile } from './refuse-file';

const tf = wholeTf();

/**
 * Makes a model of layers again. It is built on paper first: a few bytes of JSON may ask for a layer of more
 * numbers than the machine has room for.
 *
 * @throws Error when tfjs does not know a layer, or the weights are not those of the layers
 */
export async function layersModel(file: string, artifacts: Artifacts): Promise<LayersModel> {
  const { modelTopology } = artifacts.io;
  checkConnected(file, modelTopology);
  // It is made before the promise is given back.
  const paper = await made(file, () =>
    onPaper(() => tf.models.modelFromJSON(modelTopology as Tfjs.io.ModelJSON)),
  );
  checkWeights(file, paper, artifacts.weights);
  paper.dispose();
  const model = await made(file, () => tf.loadLayersModel(tf.io.fromMemory(artifacts.io)));
  return model as unknown as LayersModel;
}

async function made(
  file: string,
  make: () => Promise<Tfjs.LayersModel>,
): Promise<Tfjs.LayersModel> {
  try {
    return await make();
  } catch (error) {
    return refuseFile(file, `tfjs ne peut pas le reconstruire (${firstLine(error)})`);
  }
}

function checkWeights(
  file: string,
  model: Tfjs.LayersModel,
  given: Artifacts['weights'],
): void {
  const shapes = new Map(given.map(({ name, shape }) => [name, shapeCode(shape)]));
  for (const { originalName, shape } of model.weights) {
    const wanted = shapeCode(shape as number[]);
    const found = shapes.get(originalName);
    if (found === wanted) continue;
    refuseFile(file, `le poids ${originalName} devrait avoir la forme ${wanted} mais ${found === undefined ? 'il n’y est pas' : `il a ${found}`}`); // prettier-ignore
  }
} // prettier-ignore
