/** Lesson 1.2: answers that the specs must reject, and right ones that they must accept. */
import { conv1dMistakes } from './1.2-convolution/conv1d.mistakes';
import { conv1dMutants } from './1.2-convolution/conv1d.mutants';
import { conv2dMistakes } from './1.2-convolution/conv2d.mistakes';
import { conv2dMutants } from './1.2-convolution/conv2d.mutants';
import { filterBankMistakes } from './1.2-convolution/filter-bank.mistakes';
import { filterBankMutants } from './1.2-convolution/filter-bank.mutants';
import { alternativeAnswers } from './1.2-convolution/alternatives';
import type { Mistake } from './mistake';
import type { Attempt } from './mutant';

const ofMistakes = (exercise: string, mistakes: readonly Mistake[]): Attempt[] =>
  mistakes.map(({ name, answer }) => ({ exercise, name, functions: { [exercise]: answer } }));

export const mutants: Attempt[] = [
  ...ofMistakes('conv1d', conv1dMistakes),
  ...conv1dMutants,
  ...ofMistakes('conv2d', conv2dMistakes),
  ...conv2dMutants,
  ...ofMistakes('filterBank', filterBankMistakes),
  ...filterBankMutants,
];

export const alternatives: Attempt[] = alternativeAnswers;
