import { impossible, shapeCode, valueText } from '../../errors';
import { initializerNames, type InitializerName } from '../initializers';
import { activationNames, type ActivationName } from './activation';
import type { Shape } from './layer';

/** @throws RangeError when it is not a whole number of at least 1 */
export function readCount(value: unknown, name: string, doing: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw new RangeError(
    impossible(
      doing,
      `${name} vaut ${valueText(value)} mais il faut un entier d'au moins 1`,
      `donnez par exemple ${name}: 3`,
    ),
  );
}

/** A side, or `[vertical, horizontal]`. @throws RangeError when one is not a whole number from 1 */
export function readSides(value: unknown, name: string, doing: string): [number, number] {
  const sides: unknown[] = Array.isArray(value) ? value : [value, value];
  if (sides.length !== 2) readCount(value, name, doing);
  return [readCount(sides[0], name, doing), readCount(sides[1], name, doing)];
}

/** @throws RangeError when there is none of that name */
export function readActivation(value: unknown, doing: string): ActivationName | undefined {
  if (value === undefined || activationNames.includes(value as ActivationName)) {
    return value as ActivationName | undefined;
  }
  throw new RangeError(unknown('activation', value, activationNames, doing));
}

/** @throws RangeError when there is none of that name */
export function readInitializer(value: unknown, doing: string): InitializerName {
  if (initializerNames.includes(value as InitializerName)) return value as InitializerName;
  throw new RangeError(unknown('initializer', value, initializerNames, doing));
}

function unknown(name: string, value: unknown, known: readonly string[], doing: string): string {
  return impossible(
    doing,
    `${name} vaut ${valueText(value)}, qui n'existe pas`,
    `choisissez parmi ${known.map(valueText).join(', ')}`,
  );
}

/** @throws RangeError when one item is not an image `[height, width, channels]` */
export function checkImage(shape: Shape, doing: string): asserts shape is [number, number, number] {
  if (shape.length === 3) return;
  throw new RangeError(
    impossible(
      doing,
      `son entrée a la forme ${shapeCode(shape)} mais elle prend des images [hauteur, largeur, canaux]`,
      'mettez-la avant flatten, ou donnez inputShape: [28, 28, 1] par exemple',
    ),
  );
}

/** The options that were given, without those left out: what is written into a file. */
export function given(options: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
