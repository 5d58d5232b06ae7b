import { impossible, shapeCode, valueText } from '../errors';
import type { LossName } from '../graph/losses';
import type { ModelInside } from '../graph/model/tfjs-inside';
import { layersOf, namedWeights } from '../graph/model/weights';
import type { LayersModel } from '../tf/models';
import type { CustomLoss } from './engines/eager/eager-loss';

/** What of a model decides which data it can be trained on. */
export interface ModelShapes {
  /** Of one input. */
  inputShape: number[];
  /** How many classes it tells apart. */
  classes: number;
  /** How many outputs it has, each `[batch, classes]`. */
  outputs: number;
}

const doing = "préparer l'entraînement du réseau";

/**
 * Reads what a model takes and gives.
 *
 * @throws TypeError when it is no model that is built
 * @throws RangeError when it is none that `train` can teach to tell classes apart
 */
export function readModelShapes(model: LayersModel, loss: LossName | CustomLoss): ModelShapes {
  const { inputs = [], outputs = [] } = model as Partial<LayersModel>;
  const [input, other] = inputs;
  const [output] = outputs;
  if (input === undefined || output === undefined) {
    throw new TypeError(
      impossible(
        doing,
        `il faut un réseau de tfjs dont la forme d'entrée est connue, mais c'est ${valueText(model)}`,
        'donnez inputShape à sa première couche',
      ),
    );
  }
  if (other !== undefined) {
    refuse(
      `il a ${inputs.length} entrées mais les données n'en ont qu'une par exemple`,
      'entraînez-le vous-même avec compileGraph, dont train prend une liste de tenseurs',
    );
  }
  const inputShape = input.shape.slice(1);
  const classes = output.shape[1];
  const alike = outputs.every(({ shape }) => shape.length === 2 && shape[1] === classes);
  if (inputShape.includes(null) || !alike || !classes) {
    refuse(
      `sa sortie a la forme ${outputs.map(({ shape }) => shapeWords(shape)).join(', ')} et son entrée ${shapeWords(inputShape)}, mais il faut une sortie [lot, classes] et une entrée de taille fixe`,
      'terminez le réseau par flatten et dense, avec une unité par classe',
    );
  }
  if (classes === 1 && typeof loss === 'string' && loss !== 'meanSquaredError') {
    refuse(
      "sa sortie n'a qu'une unité, et un softmax sur une seule classe vaut toujours 1",
      'donnez une unité par classe à la dernière couche\u00a0: deux pour répondre oui ou non',
    );
  }
  checkLearning(model as unknown as ModelInside);
  return { inputShape: inputShape as number[], classes: classes, outputs: outputs.length };
}

/** Something must learn, and the gradient must get there. */
function checkLearning(model: ModelInside): void {
  const weights = namedWeights(model);
  if (weights.length === 0) {
    refuse("il n'a aucun poids à apprendre", 'ajoutez-lui une couche dense ou conv2d');
  }
  const learning = new Set(weights.flatMap((w) => (w.trainable ? [w.layer] : [])));
  if (learning.size === 0) {
    refuse(
      'toutes ses couches sont gelées (trainable: false)\u00a0: aucun poids ne changerait',
      'mettez trainable à true sur les couches qui doivent apprendre',
    );
  }
  let begun = false;
  for (const layer of layersOf(model)) {
    begun ||= learning.has(layer);
    const dilations = [layer.getConfig()['dilationRate'] ?? 1].flat() as number[];
    if (!begun || Math.max(...dilations) <= 1) continue;
    refuse(
      `la couche '${layer.name}' a un dilationRate de ${dilations.join(' × ')}, et TensorFlow n'en calcule pas le gradient sur un processeur`,
      "mettez dilationRate à 1, ou gelez cette couche et celles d'avant",
    );
  }
}

function shapeWords(shape: readonly (number | null)[]): string {
  return shapeCode(shape.map((n) => n ?? NaN)).replaceAll('NaN', 'libre');
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible(doing, found, next));
}
