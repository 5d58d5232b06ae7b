import { impossible, shapeText } from '../../errors';
import { flatten } from '../../volume/nested';
import type { NestedArray } from '../../volume/nested';
import { Volume } from '../../volume/volume';

/** What a network holds after one of its layers, for one image. */
export interface ForwardStage {
  /** « convolution »; at most two or three short words. */
  name: string;
  /** `[height, width]`, `[height, width, channels]` or `[length]`. */
  values: NestedArray | Volume;
}

/** A stage ready to be drawn. */
export interface ReadStage {
  name: string;
  shape: readonly number[];
  /** One matrix a channel; a vector is one matrix of one column. */
  maps: number[][][];
  kind: 'image' | 'maps' | 'strip' | 'bars';
}

/** Up to so many numbers are bars with their values, more are a strip of cells. */
const mostBars = 12;
const mostMaps = 6;

/** @throws RangeError when a stage has another rank than 1, 2 or 3, or more than 6 channels */
export function readStage({ name, values }: ForwardStage): ReadStage {
  const { shape, numbers } =
    values instanceof Volume
      ? { shape: values.shape, numbers: Array.from(values.data) }
      : readNested(values, name);
  const [height = 1, width = 1, channels = 1] = shape;
  if (shape.length < 1 || shape.length > 3 || channels > mostMaps) {
    throw new RangeError(
      impossible(
        `dessiner l'étape «\u00a0${name}\u00a0»`,
        `sa forme est ${shapeText(shape)} mais la figure montre une image, ${mostMaps} cartes au plus ou un vecteur`,
        'donnez une seule image du lot, et des couches plus petites',
      ),
    );
  }
  const maps = Array.from({ length: channels }, (_, c) =>
    Array.from({ length: height }, (__, y) =>
      Array.from({ length: width }, (___, x) => numbers[(y * width + x) * channels + c]!),
    ),
  );
  const vector = height <= mostBars ? 'bars' : 'strip';
  const kind = shape.length === 1 ? vector : channels === 1 ? 'image' : 'maps';
  return { name, shape, maps, kind };
}

function readNested(values: NestedArray, name: string): { shape: number[]; numbers: number[] } {
  const read = flatten(values, `l'étape «\u00a0${name}\u00a0»`);
  return { shape: read.shape, numbers: read.values };
}
