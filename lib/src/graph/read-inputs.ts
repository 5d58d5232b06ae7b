import { impossible, shapeCode } from '../errors';
import type { Tensor } from '../tf/tensors';
import type { BuiltGraph } from './build-graph';
import type { Shape } from './build/value';

/** What a network is fed: a tensor, or one for each of its inputs. */
export type Inputs = Tensor | readonly Tensor[];

/**
 * Reads what is to be fed, so that what does not fit is said before it reaches TensorFlow.
 *
 * @param y targets, where they are needed
 * @returns the tensors as the graph's signatures call them: `x0`, `x1` … and `y`
 * @throws RangeError when there is not one tensor an input, or one is not of its shape and type
 */
export function readInputs(
  doing: string,
  { inputShapes, targets }: Pick<BuiltGraph, 'inputShapes' | 'targets'>,
  x: Inputs,
  y?: Tensor,
): Record<string, Tensor> {
  const given = Array.isArray(x) ? (x as readonly Tensor[]) : [x as Tensor];
  if (given.length !== inputShapes.length) {
    throw new RangeError(
      impossible(
        doing,
        `x compte ${given.length} tenseur(s) mais le réseau a ${inputShapes.length} entrée(s)`,
        'donnez un tenseur par entrée, dans une liste',
      ),
    );
  }
  const batch = given[0]!.shape[0]!;
  for (const [i, tensor] of given.entries()) {
    const name = given.length === 1 ? 'x' : `x[${i}]`;
    checkShape(doing, name, tensor, [i === 0 ? null : batch, ...inputShapes[i]!.slice(1)]);
  }
  const inputs = Object.fromEntries(given.map((tensor, i) => [`x${i}`, tensor]));
  if (y === undefined || targets === undefined) return inputs;
  checkShape(doing, 'y', y, targets.shape);
  if (y.dtype !== targets.dtype || y.shape[0] !== batch) {
    const classes = targets.dtype === 'int32' ? 'des numéros de classe int32' : 'des float32';
    throw new RangeError(
      impossible(
        doing,
        `y est de type ${y.dtype} et compte ${y.shape[0]} exemples, mais il faut ${classes}, autant que d'exemples dans x (${batch})`,
        'corrigez y',
      ),
    );
  }
  return { ...inputs, y };
}

function checkShape(doing: string, what: string, { shape }: Tensor, wanted: Shape): void {
  const fits =
    shape.length === wanted.length && wanted.every((n, i) => n === null || n === shape[i]);
  if (fits && shape[0] !== 0) return;
  const named = wanted.map((n, axis) => n ?? (axis === 0 ? 'lot' : 'libre'));
  throw new RangeError(
    impossible(
      doing,
      `${what} a la forme ${shapeCode(shape)} mais il faut [${named.join(', ')}]`,
      'changez sa forme avec reshape',
    ),
  );
}
