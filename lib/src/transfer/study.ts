import type { PictureFolder } from '../data/pictures/read-picture-folder';
import type { Part } from '../data/pictures/split-groups';
import { impossible, valueText } from '../errors';
import { type Interval, studentInterval } from './matrix/student-interval';

/** What was tried with one seed: a way of learning, how it was set, what came of it on the validation images. */
export interface Trial {
  /** The way of learning: « tête seule ». */
  strategy: string;
  /** How it was set: « taux 0,01 ». */
  setting: string;
  /** Drew the weights and the order. */
  seed: number;
  /** Accuracy on the validation images, 0 to 1. */
  validation: number;
}

/** What a network chosen so says of each test image. */
export interface FinalTest extends Omit<Trial, 'validation'> {
  /** The class of each test image, in their order. */
  predictions: ArrayLike<number>;
}

/** A line of a study's table. */
export interface StudyRow extends Interval {
  /** The way of learning. */
  strategy: string;
  /** Accuracy on the test images, seed by seed. */
  accuracies: number[];
}

/**
 * Keeps what is done with pictures of one's own, as project 2 asks for it: what was tried, judged by the validation
 * images, and each way of learning tested **once** a seed. What was kept becomes a text to be handed in.
 *
 * @example
 * ```ts
 * const pictures = (labels: number[]) => ({ images: Volume.zeros([2, 1, 1, 3]), labels, files: [], hashes: ['a', 'b'] });
 * const parts = { train: pictures([0, 1]), validation: pictures([0, 1]), test: pictures([0, 1]) };
 * const study = new Study({ ...parts, classes: ['chat', 'chien'] });
 * for (const seed of [1, 2]) study.tested({ strategy: 'tête', setting: '', seed, predictions: [0, seed - 1] });
 * study.table()[0]?.accuracies; // => [0.5, 1]
 * ```
 */
export class Study {
  private readonly trials: Trial[] = [];
  private readonly tests: (Omit<FinalTest, 'predictions'> & { predictions: number[] })[] = [];

  /** @param pictures what `readPictureFolder` gave */
  constructor(
    private readonly pictures: Pick<PictureFolder, 'train' | 'validation' | 'test' | 'classes'>,
  ) {}

  /**
   * Keeps a trial: as many as you like, all of them.
   *
   * @throws RangeError when the accuracy is none
   */
  tried(trial: Trial): void {
    if (!(trial.validation >= 0 && trial.validation <= 1)) {
      throw new RangeError(
        impossible(
          "noter l'essai",
          `l'exactitude de validation vaut ${valueText(trial.validation)} mais elle va de 0 à 1`,
          'donnez la part des images de validation qui sont bien reconnues',
        ),
      );
    }
    this.trials.push({ ...trial });
  }

  /**
   * Keeps the test of a network whose setting has been chosen.
   *
   * @throws RangeError when this way of learning has been tested with this seed, or there is not one class a test image
   */
  tested({ strategy, setting, seed, predictions }: FinalTest): void {
    const doing = `noter le test de ${valueText(strategy)}, graine ${seed}`;
    if (this.tests.some((each) => each.strategy === strategy && each.seed === seed)) {
      throw new RangeError(
        impossible(
          doing,
          'les images de test ont déjà servi pour cette stratégie et cette graine',
          "choisissez avec les images de validation\u00a0: un test qui sert à choisir n'est plus un test",
        ),
      );
    }
    const classes = Array.from(predictions);
    const count = this.pictures.test.labels.length;
    const known = (label: number): boolean => this.pictures.classes[label] !== undefined;
    if (classes.length !== count || !classes.every(known)) {
      throw new RangeError(
        impossible(
          doing,
          `il y a ${classes.length} prédictions pour ${count} images de test, ou une classe qui n'existe pas`,
          `donnez pour chaque image de test un numéro de 0 à ${this.pictures.classes.length - 1}`,
        ),
      );
    }
    this.tests.push({ strategy, setting, seed, predictions: classes });
  }

  /** Each way of learning that was tested with two seeds or more: accuracies, mean and interval at 95 %. */
  table(): StudyRow[] {
    const { labels } = this.pictures.test;
    const names = [...new Set(this.tests.map(({ strategy }) => strategy))];
    return names.flatMap((strategy) => {
      const accuracies = this.tests
        .filter((each) => each.strategy === strategy)
        .map(
          ({ predictions }) => predictions.filter((p, i) => p === labels[i]).length / labels.length,
        );
      return accuracies.length < 2
        ? []
        : [{ strategy, accuracies, ...studentInterval(accuracies) }];
    });
  }

  /** All that was kept, with the hash, the class and the part of each picture: JSON, a line a picture or a run. */
  text(): string {
    const parts: Part[] = ['train', 'validation', 'test'];
    const images = parts.flatMap((part) =>
      this.pictures[part].hashes.map((hash, i) => [hash, this.pictures[part].labels[i], part]),
    );
    const lines = (rows: readonly unknown[]): string =>
      `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]`;
    const tests = this.tests.map((test) => ({ ...test, predictions: test.predictions.join(' ') }));
    return (
      `{ "classes": ${JSON.stringify(this.pictures.classes)},\n"images": ${lines(images)},\n` +
      `"trials": ${lines(this.trials)},\n"tests": ${lines(tests)} }`
    );
  }
}
