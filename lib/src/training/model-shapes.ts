import { impossible, shapeCode, valueText } from '../errors';
import type { ModelInside } from '../graph/model/tfjs-inside';
import { namedWeights } from '../graph/model/weights';
import type { LayersModel } from '../tf/models';

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
export function readModelShapes(model: LayersModel): ModelShapes {
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
  const weights = namedWeights(model as unknown as ModelInside);
  if (!weights.some(({ trainable }) => trainable)) {
    refuse(
      weights.length === 0
        ? "il n'a aucun poids à apprendre"
        : 'toutes ses couches sont gelées (trainable: false)\u00a0: aucun poids ne changerait',
      weights.length === 0
        ? 'ajoutez-lui une couche dense ou conv2d'
        : 'mettez trainable à true sur les couches qui doivent apprendre',
    );
  }
  return { inputShape: inputShape as number[], classes: classes!, outputs: outputs.length };
}

function shapeWords(shape: readonly (number | null)[]): string {
  return shapeCode(shape.map((n) => n ?? NaN)).replaceAll('NaN', 'libre');
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible(doing, found, next));
}
