import { impossible, valueText } from '../../errors';
import { checkSeed } from '../../training/options';
import { checkSide, type Fit } from './to-square';

/** How a folder of pictures is read. */
export interface PictureFolderOptions {
  /** Height and width of the images, in pixels. Default 224. */
  side?: number;
  /**
   * How a picture becomes square: `'crop'` keeps its middle, `'letterbox'` all of it between white bands. Default
   * `'crop'`.
   */
  fit?: Fit;
  /** The share of the pictures to choose with. Default 0.15. */
  validation?: number;
  /** The share of the pictures to test with; a folder that is divided has its own. Default 0.15. */
  test?: number;
  /** Draws who goes where. Default 1. */
  seed?: number;
  /**
   * How far apart two pictures may be and still count as nearly the same, of 288; 0 compares pixels only. Default 24:
   * it finds a picture in another size, another quality, a mirror, a little more light, but not one that was cut.
   */
  near?: number;
  /** Whether to show how far the reading is, and then the report. Default true. */
  progress?: boolean;
}

const fits: readonly Fit[] = ['crop', 'letterbox'];

export type FolderPlan = Required<PictureFolderOptions>;

/** @throws TypeError or RangeError when an option is not what it should be */
export function readFolderOptions(
  folder: unknown,
  options: PictureFolderOptions,
  doing: string,
): FolderPlan {
  const { side = 224, fit = 'crop', validation = 0.15, test = 0.15, seed = 1 } = options;
  const { near = 24, progress = true } = options;
  if (typeof folder !== 'string') {
    throw new TypeError(
      impossible(
        doing,
        `le dossier est ${valueText(folder)} mais il faut un chemin`,
        "donnez un chemin comme 'mes-images'",
      ),
    );
  }
  const refuse = (found: string, next: string): never => {
    throw new RangeError(impossible(doing, found, next));
  };
  checkSide(side, doing);
  if (!fits.includes(fit)) {
    refuse(
      `fit vaut ${valueText(fit)} mais seuls 'crop' et 'letterbox' sont connus`,
      "donnez fit: 'crop' pour garder le milieu de l'image",
    );
  }
  if (!(validation > 0 && test > 0 && validation + test < 1)) {
    refuse(
      `validation vaut ${valueText(validation)} et test ${valueText(test)}, mais ce sont des parts positives dont la somme est inférieure à 1`,
      'donnez par exemple validation: 0.15, test: 0.15',
    );
  }
  if (!(near >= 0)) {
    refuse(
      `near vaut ${valueText(near)} mais il faut un nombre positif ou nul`,
      'donnez near: 0 pour ne comparer que les pixels',
    );
  }
  checkSeed(seed, doing);
  return { side, fit, validation, test, seed, near, progress };
}
