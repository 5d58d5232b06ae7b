import { impossible } from '../../errors';
import { dense } from '../../ops/dense';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { toVector, type VectorInput } from '../vector-input';

/** A dense layer before its activation, and what it makes of one input. */
export interface LayerNumbers {
  /** One row a unit: `weights[unit][input]`. */
  weights: number[][];
  input: number[];
  bias: number[];
  output: number[];
}

/**
 * Reads W, x and b, and computes W·x + b.
 *
 * @param doing infinitive, for errors
 * @throws RangeError when W has not a column an input, or b not a number a unit
 */
export function readLayer(
  weights: MatrixInput,
  input: VectorInput,
  bias: VectorInput | undefined,
  doing: string,
): LayerNumbers {
  const rows = toMatrix(weights, 'la matrice de poids');
  const x = toVector(input, "l'entrée");
  const b = bias === undefined ? rows.map(() => 0) : toVector(bias, 'le biais');
  const columns = rows[0]!.length;
  if (columns !== x.length) {
    throw new RangeError(
      impossible(
        doing,
        `W a ${columns} colonnes mais l'entrée a ${x.length} valeurs`,
        'donnez W avec une ligne par neurone et une colonne par entrée (le noyau de tfjs est sa transposée)',
      ),
    );
  }
  if (b.length !== rows.length) {
    throw new RangeError(
      impossible(
        doing,
        `W a ${rows.length} lignes mais il y a ${b.length} biais`,
        'donnez un biais par neurone',
      ),
    );
  }
  const kernel = x.map((_, i) => rows.map((row) => row[i]!));
  return { weights: rows, input: x, bias: b, output: dense(x, kernel, { bias: b }) };
}

/** W·x + b for one unit, as terms of a sum: one product an input, then the bias. */
export function termsOf({ weights, input, bias }: LayerNumbers, unit: number): number[] {
  return [...weights[unit]!.map((w, i) => w * input[i]!), bias[unit]!];
}
