import type { Unit } from 'nbconvert-ts-runner';
import { StudentDead, StudentError } from '../spec';
import { explainDeath } from './death';
import type { Session } from './session';
import { writeBack } from './write-back';

type StudentFunction = (...args: unknown[]) => Promise<unknown>;

/**
 * The functions of an exercise as its specs call them: each call crosses into the sandbox.
 *
 * A function that the notebook does not define, or a sandbox that has ended, rejects every call
 * with StudentDead: it must not pass for one that refuses its arguments.
 *
 * @param dead why nothing can be called, or null; a call that ends the sandbox is told to `onDeath`
 */
export async function openDoor(
  functions: string[],
  session: Session,
  dead: string | null,
  onDeath: (reason: string) => void,
): Promise<{ student: Record<string, StudentFunction>; missing: string[] }> {
  const door: Record<string, StudentFunction> = {};
  const missing: string[] = [];
  let reason = dead;
  let nextTicket = 1;
  const die = (by: Parameters<typeof explainDeath>[0], where: string): StudentDead => {
    if (reason === null) {
      reason = explainDeath(by, where, session.timeoutMs);
      onDeath(reason);
    }
    return new StudentDead(reason);
  };
  for (const name of functions) {
    const defined = reason === null && (await isDefined(name, session));
    if (reason === null && !defined) missing.push(name);
    door[name] = async (...args) => {
      if (reason !== null) throw new StudentDead(reason);
      if (!defined) throw new StudentDead(`« ${name} » n’est pas définie.`);
      return callFunction(name, args);
    };
  }
  return { student: door, missing };

  /** Calls, then writes into `args` what the function did to its copies of them. */
  async function callFunction(name: string, args: unknown[]): Promise<unknown> {
    const where = `en calculant ${name}(…)`;
    const ticket = nextTicket++;
    try {
      return await ask({ name: callName }, [ticket, name, args], where);
    } finally {
      if (reason === null) writeBack(args, await ask({ name: argumentsName }, [ticket], where));
    }
  }

  async function ask(
    target: Parameters<Session['call']>[0],
    args: unknown[],
    where: string,
  ): Promise<unknown> {
    const reply = await session.call(target, args);
    switch (reply.kind) {
      case 'value':
        return reply.value;
      case 'thrown':
        throw new StudentError(reply.name, reply.message);
      case 'handle':
        return handle(reply.handle, reply.what, where);
      case 'ended':
        throw die(reply.by, where);
    }
  }

  /** What cannot cross stays there, and is called there: a function, or an object by its methods. */
  function handle(id: number, what: 'function' | 'object', where: string): unknown {
    return what === 'function'
      ? (...args: unknown[]) => ask({ handle: id }, args, where)
      : {
          call: (method: string, ...args: unknown[]) => ask({ handle: id, method }, args, where),
        };
  }
}

/** Names that no cell can declare: a call that keeps its arguments, and gives them back. */
const callName = 'convolab:call';
const argumentsName = 'convolab:arguments';
const keepArguments = `
const kept = new Map();
exports['${callName}'] = (ticket, name, args) => {
  kept.set(ticket, args);
  return exports[name].apply(undefined, args);
};
exports['${argumentsName}'] = (ticket) => {
  const args = kept.get(ticket);
  kept.delete(ticket);
  return args;
};`;

/**
 * Asks the sandbox whether a name is a function there, and gets it ready to be called. A lie only
 * leads to a call that fails.
 */
async function isDefined(name: string, session: Session): Promise<boolean> {
  const unit: Unit = {
    js: `${keepArguments} exports.convolabKind = typeof exports[${JSON.stringify(name)}];`,
    hasToplevelAwait: false,
    lastExpressionVar: 'convolabKind',
    lineMap: [],
  };
  const end = await session.run(unit, 0);
  return end.kind === 'ok' && String(end.result?.data['text/plain']).includes('function');
}
