import type { ExerciseCases } from './cases';
import { executorDoor } from './executor-door';
import type { AnyFunction } from './run-case';

/**
 * The types that an exercise asks for, as functions: what each comes to for its arguments, as TypeScript
 * writes it. The kernel's compiler answers, on what the cells before declared; where it refuses, they throw.
 */
export const typesOf = ({ types = [] }: ExerciseCases): [string, AnyFunction][] =>
  types.map((name) => [name, (...args: unknown[]) => callType(name, args)]);

async function callType(name: string, args: readonly unknown[]): Promise<string> {
  const { callType: ask } = executorDoor();
  if (ask === undefined) {
    throw new Error(
      `Impossible de vérifier le type ${name} : ce noyau ne sait pas interroger TypeScript. ` +
        'Ouvrez le notebook avec le noyau de ConvoLab (npm start).',
    );
  }
  return await ask(name, args);
}
