import { StudentDead, StudentError } from './student-errors';
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
  const die = (by: Parameters<typeof explainDeath>[0], where: string): StudentDead => {
    if (reason === null) {
      reason = explainDeath(by, where, session.timeoutMs);
      onDeath(reason);
    }
    return new StudentDead(reason);
  };
  for (const name of functions) {
    const defined = reason === null && (await session.isFunction(name));
    if (reason === null && !defined) missing.push(name);
    door[name] = async (...args) => {
      if (reason !== null) throw new StudentDead(reason);
      if (!defined) throw new StudentDead(`« ${name} » n’est pas définie.`);
      return ask({ name }, args, `en calculant ${name}(…)`);
    };
  }
  return { student: door, missing };

  /** Calls, then writes into `args` what the function did to its copies of them. */
  async function ask(
    target: Parameters<Session['call']>[0],
    args: unknown[],
    where: string,
  ): Promise<unknown> {
    const reply = await session.call(target, args);
    if (reply.kind !== 'ended' && reply.args) writeBack(args, reply.args);
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
