import { impossible } from '../../errors';
import { toChannels, toMatrix, type ImageInput, type MatrixInput } from '../matrix-input';
import { toVector, type VectorInput } from '../vector-input';

/** A second half for the network. */
export interface Head {
  /** Its layers: « dense 10 + softmax ». */
  layers: string;
  /** How many numbers it learned. */
  parameters: number;
}

/** What a head answers: probabilities, one number, or an image. */
export type HeadAnswer =
  | { probabilities: VectorInput }
  | {
      number: number;
      /** What was measured on the image itself. */
      expected?: number;
      /** With « ° » the number is drawn as a slant from the vertical, to the right above 0. */
      unit?: string;
    }
  | { image: MatrixInput };

/** One image, the features that the first half finds in it, and what each head makes of them. */
export interface HeadExample {
  /** What its button says. */
  name: string;
  /** `[height, width]`. */
  image: MatrixInput;
  /** `[height, width, channels]`, at most 4 channels. */
  features: ImageInput;
  /** By the names of the heads. */
  answers: Readonly<Record<string, HeadAnswer>>;
}

/** An example ready to be drawn. */
export interface ReadExample {
  name: string;
  image: number[][];
  features: number[][][];
  answers: Readonly<Record<string, HeadAnswer>>;
}

const mostMaps = 4;

/** @throws RangeError when an answer is missing, or there are more than 4 maps or 12 classes */
export function readExample(example: HeadExample, heads: readonly string[]): ReadExample {
  const doing = 'dessiner les têtes';
  const { name, answers } = example;
  const image = toMatrix(example.image, "l'image");
  const features = toChannels(example.features, 'les caractéristiques');
  if (features.length > mostMaps) {
    throw new RangeError(
      impossible(
        doing,
        `il y a ${features.length} cartes mais la figure en montre ${mostMaps} au plus`,
        'donnez moins de canaux',
      ),
    );
  }
  for (const head of heads) {
    const answer = answers[head];
    if (answer === undefined) {
      throw new RangeError(
        impossible(
          doing,
          `l'image «\u00a0${name}\u00a0» n'a pas de réponse pour la tête «\u00a0${head}\u00a0»`,
          'donnez une réponse par tête',
        ),
      );
    }
    if ('probabilities' in answer) toVector(answer.probabilities, 'les probabilités');
    else if ('image' in answer) toMatrix(answer.image, "l'image engendrée");
  }
  return { name, image, features, answers };
}
