/** The recap matrix of the course: four situations, four strategies, and what is measured where they cross. */

export const sizes = ['small', 'large'] as const;
/** How many images there are to learn from. */
export type Size = (typeof sizes)[number];

export const likenesses = ['similar', 'different'] as const;
/** Do the images look like those that the network was trained on before? */
export type Likeness = (typeof likenesses)[number];

export const strategies = ['scratch', 'features', 'top', 'all'] as const;
/**
 * What is learned: everything, from drawn weights (`scratch`); a new head only, on features that stay as they
 * are (`features`); the last blocks too (`top`); everything, from the pretrained weights (`all`).
 */
export type Strategy = (typeof strategies)[number];

/** A situation: a row of the matrix. */
export interface Scenario {
  /** Little or much. */
  size: Size;
  /** Like what is known, or not. */
  likeness: Likeness;
}

/** The four situations, in the order of the course's recap. */
export const scenarios: readonly Scenario[] = likenesses.flatMap((likeness) =>
  sizes.map((size) => ({ size, likeness })),
);

/** What is chosen on validation images, never on test images. */
export interface Choice {
  /** Of Adam. */
  learningRate: number;
  /** How often all images are learned. */
  epochs: number;
  /** `top`: blocks that learn, beside the head. `features`: blocks that are cut off at the end. Else 0. */
  blocks: number;
}

/** One training, judged once on the test images. */
export interface Measurement extends Scenario {
  /** How it was learned. */
  strategy: Strategy;
  /** Draws the images to learn from, the first weights of what is new, and the order of the images. */
  seed: number;
  /** Share of the test images that are recognised. */
  accuracy: number;
  /** Of the wall clock, the compiling of the graph included; choosing is not. */
  seconds: number;
  /** Multiplications with an addition that the training took, see `trainingMacs`. */
  macs: number;
  /** How it was chosen to be learned. */
  choice: Choice;
}

/** In French, for figures and messages. */
export const sizeNames: Readonly<Record<Size, string>> = { small: 'peu', large: 'beaucoup' };
export const likenessNames: Readonly<Record<Likeness, string>> = {
  similar: 'semblables',
  different: 'différentes',
};
/** In French. */
export const strategyNames: Readonly<Record<Strategy, string>> = {
  scratch: 'de zéro',
  features: 'extracteur fixe',
  top: 'dernières couches',
  all: 'tout affiner',
};

/** « peu d’images, semblables ». */
export const scenarioName = ({ size, likeness }: Scenario): string =>
  `${sizeNames[size]} d’images, ${likenessNames[likeness]}`;
