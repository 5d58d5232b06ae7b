/** Answers calls: a function of the notebook, or one it returned earlier, by handle. */
import type { CallTarget } from '../types';
import type { CallReply, ExecutorRequest } from '../wire/messages';
import { decodeValue } from '../wire/decode';
import { fixtureOnWire, resolveFixture, type Fixture } from '../wire/fixture';
import { cut, textLimits } from '../wire/limits';
import { encodeValue, NotPlainError } from '../wire/values';
import { scope } from './cells';

/** What could not cross and stayed: its methods are called through the door. */
const handles = new Map<number, object>();
let nextHandle = 1;

type CallRequest = Extract<ExecutorRequest, { op: 'call' }>;

/** Calls and gives the reply to send; what the student's code throws is a reply too. */
export async function answerCall(request: CallRequest): Promise<CallReply> {
  const { id } = request;
  let args: unknown[];
  try {
    args = request.args.map(argumentOf);
  } catch (error) {
    return thrownReply(id, error); // a fixture that the notebook has no more
  }
  const reply = await call(request, args);
  if (request.withArguments !== true) return reply;
  try {
    // Our own list, and our own references: the code that was called can change what is in it, not which.
    return { ...reply, args: args.map((arg, i) => encodeValueOrName(arg, request.args[i])) };
  } catch (error) {
    return thrownReply(id, error); // they hold now what cannot cross
  }
}

async function call({ id, target }: CallRequest, args: unknown[]): Promise<CallReply> {
  try {
    const { self, called } = find(target);
    return replyWith(id, await called.apply(self, args));
  } catch (error) {
    return thrownReply(id, error);
  }
}

/** What `typeof` says of a name that cells share. */
export function answerTypeof(id: number, name: string): CallReply {
  return { type: 'value', id, value: typeof scope[name] };
}

function thrownReply(id: number, error: unknown): CallReply {
  const { name, message } = describe(error);
  return {
    type: 'thrown',
    id,
    name: cut(name, textLimits.name),
    message: cut(message, textLimits.callMessage),
  };
}

/** A fixture was made here, and nothing of it goes back but its name. */
const encodeValueOrName = (arg: unknown, wire: unknown): unknown =>
  fixtureOnWire(wire)?.v ?? encodeValue(arg);

function argumentOf(wire: unknown): unknown {
  const named = fixtureOnWire(wire);
  const value = decodeForStudent(decodeValue(named === null ? wire : named.v));
  return named === null ? value : resolveFixture(value as Fixture, scope);
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

function replyWith(id: number, value: unknown): CallReply {
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
      return { name: 'Exception', message: String(error) };
    }
    // Whatever their types say, a student may have put anything there.
    const { name, message } = error as { name: unknown; message: unknown };
    return { name: String(name), message: String(message) };
  } catch {
    return { name: 'Exception', message: 'une valeur illisible a été levée' };
  }
}
