import { impossible, shapeCode, valueText } from '../../errors';
import { softmaxEnds } from '../../graph/model/softmax-ends';
import type { ModelInside } from '../../graph/model/tfjs-inside';

/** @throws RangeError when the model does not tell classes apart */
export function checkClasses(doing: string, model: ModelInside): number {
  const shape = model.outputs[0]!.shape;
  const classes = shape[1];
  if (shape.length === 2 && typeof classes === 'number') return classes;
  throw new RangeError(
    impossible(
      doing,
      `la sortie du modèle a la forme [${shape.map((n) => n ?? 'lot').join(', ')}], et non [lot, classes]`,
      'donnez un modèle qui classe, avec ses dernières couches (includeTop)',
    ),
  );
}

/**
 * Probabilities of what a model gives, a row each: their softmax, unless it has been taken already. What comes out of a
 * sigmoid or a single unit counts as it is.
 *
 * @param values `[rows, classes]`
 * @param from are they the model's outputs, or its logits (see `runLayers`)?
 * @throws Error when one of them is NaN or infinite
 */
export function probabilitiesOf(
  doing: string,
  model: ModelInside,
  values: ArrayLike<number>,
  from: 'outputs' | 'logits',
): number[][] {
  const classes = checkClasses(doing, model);
  const softmaxed = softmaxEnds(model)[0] !== undefined;
  const asGiven = classes === 1 || (softmaxed ? from === 'outputs' : endsInSigmoid(model));
  return Array.from({ length: values.length / classes }, (_, i) => {
    const row = Array.from({ length: classes }, (__, j) => values[i * classes + j]!);
    if (!row.every(Number.isFinite)) {
      throw new Error(
        impossible(
          doing,
          `le modèle répond ${shapeCode(row.slice(0, 10))} à cette image`,
          'entraînez-le de nouveau, par exemple avec un learningRate plus petit',
        ),
      );
    }
    return asGiven ? row : softmax(row);
  });
}

/**
 * @param wanted left out, the class that the model answers
 * @throws RangeError when there is no such class
 */
export function pickClass(
  doing: string,
  probabilities: readonly number[],
  wanted?: number,
): number {
  if (wanted === undefined) return probabilities.indexOf(Math.max(...probabilities));
  if (Number.isInteger(wanted) && probabilities[wanted] !== undefined) return wanted;
  throw new RangeError(
    impossible(
      doing,
      `class vaut ${valueText(wanted)} mais le modèle a ${probabilities.length} classes`,
      `donnez un entier de 0 à ${probabilities.length - 1}`,
    ),
  );
}

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp(logit - most));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

function endsInSigmoid({ outputs }: ModelInside): boolean {
  return outputs[0]!.sourceLayer.getConfig()['activation'] === 'sigmoid';
}
