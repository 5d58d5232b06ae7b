import { impossible, valueText } from '../errors';

/** A list of numbers, `[length]`. */
export type Array1D = readonly number[];
/** A matrix, `[rows, columns]`: `matrix[row][column]`. */
export type Array2D = readonly (readonly number[])[];
/** Rank 3, `[height, width, channels]`: `image[row][column][channel]`. */
export type Array3D = readonly (readonly (readonly number[])[])[];
/** Rank 4, `[batch, height, width, channels]`, or a bank of filters `[height, width, in, out]`. */
export type Array4D = readonly (readonly (readonly (readonly number[])[])[])[];

/** Numbers in arrays in arrays, all rows of one level equally long. */
export type NestedArray = readonly number[] | readonly NestedArray[];

/** `V['toNested']` where the rank is known: without an argument it gives arrays of that very depth. */
export type Nesting<Nested, V extends { toNested: unknown }> = (() => Nested) & V['toNested'];

/**
 * Reads the shape of nested arrays and lays their numbers in one row, last index fastest.
 *
 * @param nested arrays in arrays of numbers; every array of one level must be equally long
 * @param what how an error names the argument: « l'image »
 * @returns the shape, and the numbers in row-major order
 * @throws TypeError when something else than a number or an array is met
 * @throws RangeError when rows differ in length or an array is empty
 */
export function flatten(
  nested: unknown,
  what = 'le tableau',
): { shape: number[]; values: number[] } {
  const doing = `lire ${what}`;
  if (!Array.isArray(nested)) {
    throw new TypeError(
      impossible(
        doing,
        `un tableau de nombres était attendu, mais c'est ${valueText(nested)}`,
        'donnez un tableau comme [[1, 2], [3, 4]] ou un Volume',
      ),
    );
  }
  const shape = shapeOfFirst(nested);
  const values: number[] = [];

  const visit = (node: unknown, depth: number, place: string): void => {
    if (depth === shape.length) {
      if (typeof node === 'number') {
        values.push(node);
        return;
      }
      throw new TypeError(
        impossible(
          doing,
          `l'élément ${place} devrait être un nombre, mais c'est ${valueText(node)}`,
          'ne mettez que des nombres, à la même profondeur partout',
        ),
      );
    }
    if (!Array.isArray(node)) {
      throw new TypeError(
        impossible(
          doing,
          `l'élément ${place} devrait être un tableau, mais c'est ${valueText(node)}`,
          'donnez la même profondeur à tous les éléments',
        ),
      );
    }
    if (node.length === 0) {
      throw new RangeError(
        impossible(
          doing,
          place === '' ? 'le tableau est vide' : `l'élément ${place} est un tableau vide`,
          'donnez au moins un nombre par ligne',
        ),
      );
    }
    const wanted = shape[depth] ?? 0;
    if (node.length !== wanted) {
      throw new RangeError(
        impossible(
          doing,
          `l'élément ${place} a une longueur de ${node.length} mais le premier a une longueur de ${wanted}`,
          'donnez la même longueur à toutes les lignes',
        ),
      );
    }
    // An index loop, not forEach: forEach would jump over the holes of a sparse array.
    for (let i = 0; i < node.length; i++) visit(node[i], depth + 1, `${place}[${i}]`);
  };
  visit(nested, 0, '');
  return { shape, values };
}

function shapeOfFirst(nested: unknown): number[] {
  const shape: number[] = [];
  for (let node = nested; Array.isArray(node); node = (node as unknown[])[0]) {
    shape.push(node.length);
  }
  return shape;
}

/** The way back: row-major numbers to arrays in arrays. `shape` is not empty. */
export function nest(shape: readonly number[], values: ArrayLike<number>): unknown[] {
  let next = 0;
  const build = (depth: number): unknown[] => {
    const length = shape[depth] ?? 0;
    const last = depth === shape.length - 1;
    const row = new Array<unknown>(length);
    for (let i = 0; i < length; i++) row[i] = last ? values[next++] : build(depth + 1);
    return row;
  };
  return build(0);
}
