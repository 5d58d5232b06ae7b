import { impossible, valueText } from '../errors';
import type { AxisPadding, Padding } from '../shape/pad-axis';

/**
 * Zeros around an image: `'valid'`, `'same'` or a number for all sides; `[vertical, horizontal]` for
 * both ends of each axis; or a number for each side.
 */
export type Padding2d =
  | Padding
  | readonly [number, number]
  | {
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };

/** Zeros around a signal: `'valid'`, `'same'`, a number for both ends, or one for each. */
export type Padding1d = Padding | { readonly left: number; readonly right: number };

/**
 * Reads an option that is one number, or one a direction.
 *
 * @returns `[vertical, horizontal]`; the numbers are not checked
 * @throws RangeError when it is something else
 */
export function readPair(
  value: unknown,
  option: 'stride' | 'dilation',
  doing: string,
): [number, number] {
  if (typeof value === 'number') return [value, value];
  if (Array.isArray(value) && value.length === 2) return value as [number, number];
  const found = {
    stride: 'le pas (stride) est # mais il doit être un entier ou une paire [vertical, horizontal]',
    dilation:
      'la dilatation (dilation) est # mais elle doit être un entier ou une paire [verticale, horizontale]',
  }[option].replace('#', () => valueText(value));
  throw new RangeError(
    impossible(doing, found, `donnez par exemple ${option}: 2 ou ${option}: [2, 1]`),
  );
}

/**
 * Tells the padding of an image axis by axis.
 *
 * @returns rows first, then columns; `'valid'`, `'same'` and a single number are left to `padAxis`
 * @throws RangeError when a pair or the sides are not whole numbers of at least 0
 */
export function splitPadding2d(padding: unknown, doing: string): [AxisPadding, AxisPadding] {
  if (typeof padding !== 'object' || padding === null) {
    return [padding as AxisPadding, padding as AxisPadding];
  }
  if (Array.isArray(padding)) {
    if (padding.length === 2 && padding.every(isCount)) return padding as [number, number];
    throw new RangeError(
      impossible(
        doing,
        `le remplissage (padding) est ${valueText(padding)} mais une paire [vertical, horizontal] est faite de deux entiers d'au moins 0`,
        'donnez par exemple padding: [1, 2]',
      ),
    );
  }
  const { top, bottom, left, right } = readSides(
    padding,
    ['top', 'bottom', 'left', 'right'],
    doing,
  );
  return [
    { before: top!, after: bottom! },
    { before: left!, after: right! },
  ];
}

/** As `splitPadding2d`, for the one axis of a signal. */
export function splitPadding1d(padding: unknown, doing: string): AxisPadding {
  if (typeof padding !== 'object' || padding === null) return padding as AxisPadding;
  const { left, right } = readSides(padding, ['left', 'right'], doing);
  return { before: left!, after: right! };
}

/** @throws RangeError when one of the sides is missing or no count */
function readSides(padding: object, sides: string[], doing: string): Record<string, number> {
  const found = padding as Record<string, unknown>;
  const wrong = sides.find((side) => !isCount(found[side]));
  if (wrong === undefined) return found as Record<string, number>;
  const example = sides.map((side) => `${side}: 1`).join(', ');
  throw new RangeError(
    impossible(
      doing,
      `le remplissage (padding) a ${wrong}: ${valueText(found[wrong])} mais chaque côté doit être un entier d'au moins 0`,
      `donnez par exemple padding: { ${example} }`,
    ),
  );
}

/**
 * Refuses a dilation or a number of groups that is no whole number of at least 1.
 *
 * @throws RangeError
 */
export function checkCount(value: unknown, option: 'dilation' | 'groups', doing: string): void {
  if (isCount(value) && value >= 1) return;
  const [found, next] = {
    dilation: [
      `la dilatation (dilation) est ${valueText(value)} mais elle doit être un entier d'au moins 1`,
      'donnez 1 pour un noyau serré, 2 pour sauter une case entre deux poids',
    ],
    groups: [
      `le nombre de groupes (groups) est ${valueText(value)} mais il doit être un entier d'au moins 1`,
      'donnez groups: 1 pour que chaque filtre voie tous les canaux',
    ],
  }[option] as [string, string];
  throw new RangeError(impossible(doing, found, next));
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
