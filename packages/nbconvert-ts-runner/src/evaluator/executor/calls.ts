/** Answers calls: a function of the notebook, or one it returned earlier, by handle. */
import type { CallTarget } from '../types';
import type { ExecutorReply } from '../wire/messages';
import { decodeValue, encodeValue, NotPlainError } from '../wire/values';
import { scope } from './cells';

/** What could not cross and stayed: its methods are called through the door. */
const handles = new Map<number, object>();
let nextHandle = 1;

/** Calls and gives the reply to send; what the student's code throws is a reply too. */
export async function answerCall(
  id: number,
  target: CallTarget,
  wireArgs: unknown[],
): Promise<ExecutorReply> {
  try {
    const { self, called } = find(target);
    const args = wireArgs.map((arg) => decodeForStudent(decodeValue(arg)));
    const value = await called.apply(self, args);
    return replyWith(id, value);
  } catch (error) {
    const { name, message } = describe(error);
    return { type: 'thrown', id, name, message };
  }
}

function find(target: CallTarget): { self: unknown; called: (...args: unknown[]) => unknown } {
  const self = 'name' in target ? undefined : handles.get(target.handle);
  const called =
    'name' in target
      ? scope[target.name]
      : target.method === undefined
        ? self
        : (self as Record<string, unknown> | undefined)?.[target.method];
  if (typeof called !== 'function') {
    const name = 'name' in target ? target.name : (target.method ?? `#${target.handle}`);
    throw new ReferenceError(`« ${name} » n'est pas une fonction de ce notebook.`);
  }
  return { self, called: called as (...args: unknown[]) => unknown };
}

function replyWith(id: number, value: unknown): ExecutorReply {
  try {
    return { type: 'value', id, value: encodeValue(value) };
  } catch (error) {
    const keepable = typeof value === 'function' || (typeof value === 'object' && value !== null);
    if (!(error instanceof NotPlainError) || !keepable || Array.isArray(value)) throw error;
    handles.set(nextHandle, value);
    const what = typeof value === 'function' ? 'function' : 'object';
    return { type: 'handle', id, handle: nextHandle++, what };
  }
}

/** Decoded objects have no prototype; a student's code may expect the usual one. */
function decodeForStudent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeForStudent);
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decodeForStudent(v)]));
}

function describe(error: unknown): { name: string; message: string } {
  try {
    if (!(error instanceof Error)) {
      return { name: 'Exception', message: String(error).slice(0, 2000) };
    }
    // Whatever their types say, a student may have put anything there.
    const { name, message } = error as { name: unknown; message: unknown };
    return { name: String(name).slice(0, 200), message: String(message).slice(0, 2000) };
  } catch {
    return { name: 'Exception', message: 'une valeur illisible a été levée' };
  }
}
