import { callText } from './call-text';
import { CellEnded, callLimitSeconds, callWithin, TooLong, type CallWords } from './call-within';
import type { PublicCase } from './cases';
import { compareOutlines, modelWithin, type Outline } from './model-view';
import { compare, isFields, isTyped, type Difference } from './compare';
import { resolveFixtures } from './fixtures';
import { whyUnreadable } from './readable';
import { shortText } from './sheets';
import { decodeWire } from './wire';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a student's function takes what its case says
export type AnyFunction = (...args: any[]) => unknown;

/** What came of one case. `got` is what the student's function returned. */
export type Outcome =
  | { kind: 'passed' }
  | { kind: 'different'; got: unknown; difference: Difference }
  | { kind: 'threw'; name: string; message: string; stub: boolean }
  | { kind: 'did-not-throw'; got: unknown }
  /** Something was returned that cannot be looked at. `why` ends a French sentence. */
  | { kind: 'unreadable'; why: string }
  /** The call was stopped at the time limit. */
  | { kind: 'too-long'; seconds: number }
  /** A call before this one, of the same function, was stopped. */
  | { kind: 'not-tried' }
  /** The answer is right, but the argument at `index` came back changed. */
  | { kind: 'changed-input'; index: number };

/**
 * Calls a student's function on a case, on copies, and judges what comes back. Never rejects
 * because of the function; with CellEnded where its cell is no more.
 *
 * @param fixtures what a case may pass in by name
 * @param call the call as a message shows it
 */
export async function runCase(
  answer: AnyFunction,
  item: PublicCase,
  fixtures: Readonly<Record<string, unknown>> = {},
  call = callText(item, {}),
): Promise<Outcome> {
  const args = item.args.map(decodeWire);
  let got: unknown;
  try {
    const ask = (): unknown => answer(...resolveFixtures(args, fixtures));
    const words = wordsFor(call, item.name);
    got = item.view === 'model' ? await modelWithin(ask, words) : await callWithin(ask, words);
  } catch (error) {
    if (error instanceof CellEnded) throw error;
    if (error instanceof TooLong) return { kind: 'too-long', seconds: callLimitSeconds() };
    const thrown = describeThrown(error);
    if (item.view === 'model' && thrown.name === 'UnreadableModel') {
      // The function gave a model; it is the reading of it that failed, which refuses nothing.
      return { kind: 'unreadable', why: thrown.message.replace(/^Impossible de [^:]*:\s*/, '') };
    }
    return item.throws && !thrown.stub ? { kind: 'passed' } : { kind: 'threw', ...thrown };
  }
  const why = whyUnreadable(got);
  if (why !== null) return { kind: 'unreadable', why };
  if (item.throws) return { kind: 'did-not-throw', got };
  const expected = decodeWire(item.expected);
  const difference =
    item.view === 'model'
      ? compareOutlines(got, expected as Outline)
      : compare(got, expected, item.tolerance);
  if (difference !== null) return { kind: 'different', got, difference };
  const index = item.args.findIndex((before, i) => !identical(decodeWire(before), args[i]));
  return index < 0 ? { kind: 'passed' } : { kind: 'changed-input', index };
}

const wordsFor = (call: string, name: string): CallWords => ({
  late:
    `L’appel ${call}, du cas « ${name} », n’a pas répondu en ${callLimitSeconds()} s : une boucle sans fin ? ` +
    'Vérifiez que chaque boucle avance vers sa fin.',
  died: `C’était pendant l’appel ${call}, du cas « ${name} » : une boucle sans fin qui remplit un tableau ?`,
});

function describeThrown(error: unknown): { name: string; message: string; stub: boolean } {
  // Not instanceof: a cell may run in a context whose Error is not ours.
  try {
    const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
    if (typeof name === 'string' && typeof message === 'string') {
      return { name: cut(name), message: cut(message), stub: message.endsWith(stubEnding) };
    }
    if (whyUnreadable(error) === null) return { ...aValue, message: shortText(error) };
  } catch {
    // It throws where it is read.
  }
  return { ...aValue, message: 'illisible' };
}

const aValue = { name: 'une valeur', stub: false };

/** What is read of the words of an error: it may quote a whole image. */
const maxWords = 500;
const cut = (text: string): string =>
  text.length > maxWords ? `${text.slice(0, maxWords)}…` : text;

/** How the error of an answer cell ends where nothing was written yet. */
const stubEnding = ' : à compléter.';

/** Deep equality to the bit: an input must come back as it was. */
function identical(before: unknown, after: unknown): boolean {
  if (isTyped(before)) return isTyped(after) && identical(Array.from(before), Array.from(after));
  if (isFields(before)) {
    const entries = Object.entries(before);
    return (
      isFields(after) &&
      Object.keys(after).length === entries.length &&
      entries.every(([key, value]) => Object.hasOwn(after, key) && identical(value, after[key]))
    );
  }
  if (!Array.isArray(before)) return Object.is(before, after);
  if (!Array.isArray(after) || after.length !== before.length) return false;
  return before.every((item, i) => identical(item, after[i]));
}
