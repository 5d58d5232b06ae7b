/** What cells ask of types: our side has the compiler, which answers. */
import { typeCall, typeResult } from '../type-call';
import type { TypeAnswer } from '../types';
import { cut, textLimits } from '../wire/limits';
import { send } from './output';

const waiting = new Map<number, (answer: TypeAnswer) => void>();
let nextQuestion = 1;

/**
 * What a type of the notebook comes to for these arguments, as text.
 *
 * @throws TypeRefused where TypeScript refuses it
 */
export async function callType(name: string, args: readonly unknown[]): Promise<string> {
  const question = nextQuestion++;
  const answer = new Promise<TypeAnswer>((resolve) => waiting.set(question, resolve));
  send({
    type: 'question',
    question,
    expression: cut(typeCall(name, args), textLimits.expression),
  });
  return typeResult(await answer);
}

export function takeAnswer(question: number, answer: TypeAnswer): void {
  waiting.get(question)?.(answer);
  waiting.delete(question);
}
