import type { ExerciseCases } from './cases';
import type { AnyFunction } from './run-case';

/**
 * The types that an exercise asks for, as functions: what each comes to for its arguments, as TypeScript
 * writes it. The kernel's compiler answers, on what the cells before declared; where it refuses, they throw.
 */
export const typesOf = ({ types = [] }: ExerciseCases): [string, AnyFunction][] =>
  types.map((name) => [name, (...args: unknown[]) => callType(name, args)]);

type CallType = (name: string, args: readonly unknown[]) => Promise<string>;

// eslint-disable-next-line @typescript-eslint/require-await -- a refusal is a rejection
async function callType(name: string, args: readonly unknown[]): Promise<string> {
  const door = (globalThis as Record<symbol, unknown>)[Symbol.for('convolab.executor')];
  const ask = (door as { callType?: CallType } | undefined)?.callType;
  if (ask === undefined) {
    throw new Error(
      `Impossible de vérifier le type ${name} : ce noyau ne sait pas interroger TypeScript. ` +
        'Ouvrez le notebook avec le noyau de ConvoLab (npm start).',
    );
  }
  return ask(name, args);
}
