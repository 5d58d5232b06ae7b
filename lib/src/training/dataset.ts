import { impossible, shapeCode, valueText } from '../errors';
import { Volume } from '../volume/volume';

/** What a network learns from: things it is shown, and for each the number of its class. */
export type Dataset = (ImageDataset | InputDataset) & {
  /** The class of each, from 0; as many as there are inputs. */
  labels: ArrayLike<number>;
};

interface ImageDataset {
  /** `[count, height, width, channels]`, usually from 0 to 1: what `loadMnist()` gives. */
  images: Volume;
}

interface InputDataset {
  /** `[count, ...]`: anything that is not an image. */
  inputs: Volume;
}

/** A data set that has been read and found good. */
export interface Samples {
  /** `[count, ...inputShape]` */
  readonly inputs: Volume;
  readonly labels: ArrayLike<number>;
  readonly count: number;
  /** Of one input. */
  readonly inputShape: readonly number[];
}

/**
 * Reads a data set, so that what is wrong with it is said before the first step and not as a NaN after.
 *
 * @param name how errors call it: « les données d'entraînement »
 * @param inputShape what the network takes: of one input; left out, any will do
 * @param classes how many the network tells apart; left out, any label from 0 will do
 * @throws TypeError when it is not a data set, or labels are not whole numbers
 * @throws RangeError when there is not one label an input, a label lies outside, shapes do not fit, or
 *   an input is NaN or infinite
 */
export function readDataset(
  dataset: unknown,
  name: string,
  inputShape?: readonly number[],
  classes?: number,
): Samples {
  const doing = `lire ${name}`;
  const { inputs, labels } = fieldsOf(dataset, doing);
  const [count = 0, ...found] = inputs.shape;
  if (inputs.rank < 2) {
    throw new RangeError(
      impossible(
        doing,
        `les entrées ont la forme ${shapeCode(inputs.shape)} mais il faut un axe pour le lot et au moins un par entrée`,
        'donnez des images [nombre, hauteur, largeur, canaux] ou des vecteurs [nombre, longueur]',
      ),
    );
  }
  if (inputShape !== undefined && shapeCode(found) !== shapeCode(inputShape)) {
    throw new RangeError(
      impossible(
        doing,
        `chaque entrée a la forme ${shapeCode(found)} mais le réseau attend ${shapeCode(inputShape)}`,
        'changez inputShape du réseau, ou la forme des données avec reshape',
      ),
    );
  }
  if (labels.length !== count) {
    throw new RangeError(
      impossible(
        doing,
        `il y a ${count} entrées mais ${labels.length} étiquettes`,
        'donnez une étiquette par entrée',
      ),
    );
  }
  checkLabels(labels, classes, doing);
  checkFinite(inputs, doing);
  return { inputs, labels, count, inputShape: found };
}

function fieldsOf(dataset: unknown, doing: string): { inputs: Volume; labels: ArrayLike<number> } {
  const given = (typeof dataset === 'object' && dataset !== null ? dataset : {}) as {
    images?: unknown;
    inputs?: unknown;
    labels?: unknown;
  };
  const inputs = given.images ?? given.inputs;
  if (!(inputs instanceof Volume)) {
    throw new TypeError(
      impossible(
        doing,
        `il faut { images, labels } où images est un Volume, mais ${'images' in given || 'inputs' in given ? `images est ${valueText(inputs)}` : `c'est ${valueText(dataset)}`}`,
        'donnez par exemple loadMnist().train, ou { images: Volume.from(…), labels: [0, 1, …] }',
      ),
    );
  }
  const { labels } = given;
  if (!Array.isArray(labels) && !ArrayBuffer.isView(labels)) {
    throw new TypeError(
      impossible(
        doing,
        `labels est ${valueText(labels)} mais il faut un tableau de numéros de classe`,
        'donnez un numéro par entrée, comme labels: [0, 1, 1]',
      ),
    );
  }
  return { inputs, labels: labels as ArrayLike<number> };
}

function checkLabels(labels: ArrayLike<number>, classes: number | undefined, doing: string): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (Number.isInteger(label) && label >= 0 && label < (classes ?? Infinity)) continue;
    if (!Number.isInteger(label)) {
      throw new TypeError(
        impossible(
          doing,
          `l'étiquette ${i} est ${valueText(label)} mais une étiquette est le numéro d'une classe, un entier`,
          'donnez labels: [0, 1, …]\u00a0; un codage «\u00a0one-hot\u00a0» devient un numéro par la place de son 1',
        ),
      );
    }
    throw new RangeError(
      impossible(
        doing,
        classes === undefined
          ? `l'étiquette ${i} vaut ${label} mais les classes sont numérotées à partir de 0`
          : `l'étiquette ${i} vaut ${label} mais le réseau distingue ${classes} classes, de 0 à ${classes - 1}`,
        classes === undefined
          ? 'numérotez les classes à partir de 0'
          : `corrigez l'étiquette, ou donnez plus d'unités à la dernière couche`,
      ),
    );
  }
}

function checkFinite(inputs: Volume, doing: string): void {
  const { data } = inputs;
  // One addition a number: 0 stays 0 unless something is NaN or infinite, and then it becomes NaN.
  let zero = 0;
  for (let i = 0; i < data.length; i++) zero += data[i]! * 0;
  if (zero === 0) return;
  const place = data.findIndex((value) => !Number.isFinite(value));
  const size = inputs.size / inputs.shape[0]!;
  throw new RangeError(
    impossible(
      doing,
      `l'entrée ${Math.floor(place / size)} contient ${data[place]!}`,
      'retirez-la ou remplacez ce nombre\u00a0: un seul suffit à rendre NaN tout le réseau',
    ),
  );
}
