/**
 * A type of a notebook seen as a function: its arguments are types, and it gives the type it comes to, as
 * TypeScript writes it. So what tries functions (`check`, the specs) tries types too.
 */
import type { TypeAnswer } from './types';

/** What TypeScript refuses of a type. */
export class TypeRefused extends Error {
  override name = 'TypeScript';
  constructor({ code, message }: Extract<TypeAnswer, { ok: false }>) {
    super(`${inFrench.get(code)?.(message) ?? message} (TS${code})`);
  }
}

/** Of what students meet when a type of theirs counts: the others are said as TypeScript says them. */
const inFrench = new Map<number, (message: string) => string>([
  [2304, (message) => `${quoted(message)} n'est déclaré nulle part : exécutez d'abord sa cellule`],
  [2589, () => 'son calcul descend trop profond, ou ne finit pas'],
  [2590, () => 'il donne une union trop grande'],
  [2799, () => 'il donne un tuple trop grand'],
]);

/** The name that a message of TypeScript quotes. */
const quoted = (message: string): string => /'(.+?)'/.exec(message)?.[1] ?? 'un nom';

/**
 * @param args types, as text or as numbers
 * @example
 * typeCall('ConvOut', [7, 'number']) // => 'ConvOut<7, number>'
 */
export const typeCall = (name: string, args: readonly unknown[]): string =>
  args.length === 0 ? name : `${name}<${args.join(', ')}>`;

/**
 * The type as text.
 *
 * @throws TypeRefused where TypeScript refuses it; Error, as an unwritten function does, where it is the
 *   text that the student edition puts where the answer goes
 */
export function typeResult(answer: TypeAnswer): string {
  if (!answer.ok) throw new TypeRefused(answer);
  const unwritten = /^"(\w+ : à compléter\.)"$/.exec(answer.type)?.[1];
  if (unwritten !== undefined) throw new Error(unwritten);
  return answer.type;
}
