import type { ExerciseCases } from './cases';

/** How `check` speaks of a function's answers, or of a type's. */
export interface Words {
  refused: string;
  stub: string;
  threw: (error: { name: string; message: string }) => string;
  didNotThrow: string;
  /** What stands where a refusal was expected, or was got. */
  expectedRefusal: string;
  gotRefusal: string;
}

const ofFunctions: Words = {
  refused: 'une erreur est bien levée',
  stub: 'la fonction n’est pas encore écrite',
  threw: ({ name, message }) => `la fonction a levé ${name} : ${message}`,
  didNotThrow: 'la fonction devait lever une erreur (throw), elle a rendu une valeur',
  expectedRefusal: 'une erreur (throw)',
  gotRefusal: 'une erreur',
};

const ofTypes: Words = {
  refused: 'TypeScript refuse bien cet emploi',
  stub: 'le type n’est pas encore écrit',
  threw: ({ message }) => `TypeScript refuse ce type : ${message}`,
  didNotThrow: 'TypeScript devait refuser cet emploi, il l’accepte',
  expectedRefusal: 'un refus de TypeScript',
  gotRefusal: 'un refus de TypeScript',
};

export const wordsOf = ({ types = [] }: ExerciseCases, name: string): Words =>
  types.includes(name) ? ofTypes : ofFunctions;
