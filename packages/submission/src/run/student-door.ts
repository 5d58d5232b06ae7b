import { typeCall, typeResult, type ExerciseDeclaration } from 'nbconvert-ts-runner';
import { StudentDead, StudentError } from './student-errors';
import { explainDeath } from './death';
import type { Handle } from './handle';
import { short } from './run-cells';
import type { Session } from './session';
import type { AskType } from './type-asker';
import { writeBack } from './write-back';

type StudentFunction = (...args: unknown[]) => Promise<unknown>;

export interface DoorInput {
  exercise: Pick<ExerciseDeclaration, 'functions' | 'types'>;
  session: Session;
  askType: AskType;
  /** Why nothing can be called, or null. */
  dead: string | null;
  /** Told why a call ended the sandbox, or the compiler. */
  onDeath: (reason: string) => void;
}

/**
 * The functions of an exercise as its specs call them: each call crosses into the sandbox. For its types our
 * compiler answers, on what the student's cells declared; no code of the student's has a say in that.
 *
 * A function that the notebook does not define, or a sandbox that has ended, rejects every call
 * with StudentDead: it must not pass for one that refuses its arguments.
 */
export async function openDoor({
  exercise: { functions, types = [] },
  session,
  askType,
  dead,
  onDeath,
}: DoorInput): Promise<{ student: Record<string, StudentFunction>; missing: string[] }> {
  const door: Record<string, StudentFunction> = {};
  const missing: string[] = [];
  let reason = dead;
  const die = (why: string): StudentDead => {
    if (reason === null) onDeath((reason = why));
    return new StudentDead(reason);
  };
  for (const name of types) door[name] = (...args) => resolve(name, args);
  for (const name of functions.filter((each) => !types.includes(each))) {
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
        throw die(explainDeath(reply.by, where, session.timeoutMs));
    }
  }

  /** What a type comes to; as a function throws, where TypeScript refuses it. */
  async function resolve(name: string, args: unknown[]): Promise<string> {
    if (reason !== null) throw new StudentDead(reason);
    const answer = await askType(typeCall(name, args));
    if (answer.ok === 'died') {
      throw die(`Le type ${name} est trop lourd à calculer pour TypeScript.`);
    }
    if (!answer.ok && answer.code === cannotFind && answer.message.includes(`'${name}'`)) {
      if (!missing.includes(name)) missing.push(name);
      throw new StudentDead(`« ${name} » n’est pas défini.`);
    }
    try {
      return typeResult(answer);
    } catch (error) {
      const { name: kind, message } = error as Error;
      throw new StudentError(kind, short(message));
    }
  }

  /** What cannot cross stays there, and is called there: a function, or an object by its methods. */
  function handle(
    id: number,
    what: 'function' | 'object',
    where: string,
  ): StudentFunction | Handle {
    return what === 'function'
      ? (...args: unknown[]) => ask({ handle: id }, args, where)
      : {
          call: (method: string, ...args: unknown[]) => ask({ handle: id, method }, args, where),
        };
  }
}

/** TypeScript's code for a name that nothing declares. */
const cannotFind = 2304;
