import { impossible, shapeCode } from '../errors';
import type { Array1D, Array2D } from '../volume/nested';
import type { Volume } from '../volume/volume';
import { toVolume } from './kind';
import { rowLength } from './last-axis';

/**
 * What the predictions should have been: for each row a class number from 0, or the wanted
 * probability of each class (one-hot, or softer), adding up to 1. So labels have the shape of the
 * predictions, or that shape without its last axis; for a single row of predictions, a number.
 */
export type Labels = number | Array1D | Array2D | Volume;

/** How far from 1 the wanted probabilities of a row may add up: what float32 loses, and no more. */
const sumTolerance = 1e-3;

/**
 * Reads labels as wanted probabilities, as many as there are predictions.
 *
 * @param shape of the predictions: `[classes]` or `[batch, classes]`
 * @throws RangeError when ranks or lengths do not go together, a class does not exist, or a row is not
 *   made of probabilities
 */
export function readTargets(labels: Labels, shape: readonly number[], doing: string): Float64Array {
  checkPredictions(shape, doing);
  const given = typeof labels === 'number' ? [labels] : toVolume(labels, 'les étiquettes');
  const found = Array.isArray(given) ? [] : given.shape;
  const values = Array.isArray(given) ? given : given.data;
  if (shapeCode(found) === shapeCode(shape)) return checkRows(values, shape, doing);
  if (shapeCode(found) === shapeCode(shape.slice(0, -1))) {
    return oneHotRows(values, rowLength(shape), doing);
  }
  const [rows, classes] = [shape.length === 1 ? 1 : shape[0]!, rowLength(shape)];
  throw new RangeError(
    impossible(
      doing,
      `les étiquettes ${found.length === 0 ? 'sont un seul nombre' : `ont la forme ${shapeCode(found)}`} mais les prédictions ont la forme ${shapeCode(shape)}`,
      shape.length === 1
        ? `donnez un numéro de classe, ou une liste de ${classes} probabilités`
        : `donnez une liste de ${rows} numéro${rows > 1 ? 's' : ''} de classe, ou un tableau ${shapeCode(shape)} de probabilités`,
    ),
  );
}

/**
 * One row a label: 1 at its class, 0 elsewhere.
 *
 * @throws RangeError when a label is not a whole number from 0 to `classes - 1`
 */
export function oneHotRows(
  labels: ArrayLike<number>,
  classes: number,
  doing: string,
): Float64Array {
  const rows = new Float64Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(
        impossible(
          doing,
          `l'étiquette d'indice ${i} vaut ${label} mais il y a ${classes} classe${classes > 1 ? 's, numérotées de 0 à' : ', de numéro'} ${classes - 1}`,
          'donnez des numéros de classe entiers, le premier étant 0',
        ),
      );
    }
    rows[i * classes + label] = 1;
  }
  return rows;
}

function checkPredictions(shape: readonly number[], doing: string): void {
  if (shape.length === 1 || shape.length === 2) return;
  throw new RangeError(
    impossible(
      doing,
      `les prédictions ont la forme ${shapeCode(shape)}, de rang ${shape.length}, mais il faut un rang de 1 ou 2`,
      'donnez [classes] ou un lot [lot, classes]',
    ),
  );
}

function checkRows(
  values: ArrayLike<number>,
  shape: readonly number[],
  doing: string,
): Float64Array {
  const classes = rowLength(shape);
  for (let start = 0; start < values.length; start += classes) {
    let sum = 0;
    let least = 0;
    for (let i = start; i < start + classes; i++) {
      sum += values[i]!;
      least = Math.min(least, values[i]!);
    }
    if (least === 0 && Math.abs(sum - 1) <= sumTolerance) continue;
    const what =
      least < 0
        ? `contient ${least}`
        : `a pour somme ${Number.isNaN(sum) ? 'NaN' : +sum.toFixed(4)}`;
    throw new RangeError(
      impossible(
        doing,
        `la ligne d'étiquettes d'indice ${start / classes} ${what} mais elle doit être faite de probabilités, de somme 1`,
        'donnez par exemple oneHot(numéros, classes)',
      ),
    );
  }
  return Float64Array.from(values);
}
