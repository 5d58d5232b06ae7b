/** Wrong activations beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { cases } from './cases';
import { right } from './right';

const known = new Set(cases.map(({ call, args }) => JSON.stringify([call, ...args])));
const fromMemory =
  (call: keyof typeof right): AnyFunction =>
  (...args: [number, number?]) =>
    known.has(JSON.stringify([call, ...args])) ? right[call](...args) : 0;
const all = (answer: (call: keyof typeof right) => AnyFunction): Record<string, AnyFunction> =>
  Object.fromEntries(Object.keys(right).map((call) => [call, answer(call as keyof typeof right)]));
const nowhere = (x: number): boolean => x !== x;

/** Name: the functions that are wrong; the others are right. */
export const mutants: Record<string, Record<string, AnyFunction>> = {
  'relu stops at 6': { relu: (x: number) => Math.min(6, right.relu(x)) },
  'relu rounds': { relu: (x: number) => Math.round(right.relu(x)) },
  'relu drops what is below 1': { relu: (x: number) => (x >= 1 ? x : 0) },
  'relu lets a little through': { relu: (x: number) => right.leakyRelu(x, 1e-3) },
  'reluSlope gives booleans': { reluSlope: (x: number) => x > 0 },
  'reluSlope gives the sign': { reluSlope: (x: number) => Math.sign(x) },
  'reluSlope divides the value by x': { reluSlope: (x: number) => right.relu(x) / x },
  'reluSlope takes what is tiny for 0': { reluSlope: (x: number) => (x > 1e-4 ? 1 : 0) },
  'reluSlope says half at 0': { reluSlope: (x: number) => (Math.sign(x) + 1) / 2 },
  'leakyRelu leaks on both sides': { leakyRelu: (x: number, leak = 0.1) => leak * x },
  'leakyRelu of 0.2 by default': { leakyRelu: (x: number, leak = 0.2) => right.leakyRelu(x, leak) },
  'leakyReluSlope of 0.2 by default': {
    leakyReluSlope: (x: number, leak = 0.2) => right.leakyReluSlope(x, leak),
  },
  'leakyRelu takes a leak of 0 for none given': {
    leakyRelu: (x: number, leak?: number) => right.leakyRelu(x, leak || 0.1),
  },
  'leakyRelu stops leaking far to the left': {
    leakyRelu: (x: number, leak = 0.1) => right.leakyRelu(Math.max(x, -100), leak),
  },
  'leakyReluSlope is negative to the left': {
    leakyReluSlope: (x: number, leak = 0.1) => (x > 0 ? 1 : -leak),
  },
  'leakyReluSlope is leak on both sides': { leakyReluSlope: (_x: number, leak = 0.1) => leak },
  'leakyReluSlope divides the value by x': {
    leakyReluSlope: (x: number, leak = 0.1) => right.leakyRelu(x, leak) / x,
  },
  'elu without a branch: NaN or Infinity far to the right': {
    elu: (x: number, alpha = 1) => Number(x >= 0) * x + Number(x < 0) * alpha * (Math.exp(x) - 1),
  },
  'elu as the largest of the two pieces': {
    elu: (x: number, alpha = 1) => Math.max(x, alpha * (Math.exp(x) - 1)),
  },
  'elu to base 2': { elu: (x: number, alpha = 1) => (x < 0 ? alpha * (2 ** x - 1) : x) },
  'elu of -x to the left': {
    elu: (x: number, alpha = 1) => (x < 0 ? alpha * (Math.exp(-x) - 1) : x),
  },
  'elu stops at -1 whatever alpha is': {
    elu: (x: number, alpha = 1) => Math.max(-1, right.elu(x, alpha)),
  },
  'elu multiplies the right side by alpha too': {
    elu: (x: number, alpha = 1) => alpha * right.elu(x),
  },
  'elu rounds to three decimals': {
    elu: (x: number, alpha = 1) => Math.round(1000 * right.elu(x, alpha)) / 1000,
  },
  'elu by the beginning of a series': {
    elu: (x: number, alpha = 1) => (x < 0 ? alpha * (x + x ** 2 / 2 + x ** 3 / 6) : x),
  },
  'eluSlope by the value plus 1, right for alpha 1 only': {
    eluSlope: (x: number, alpha = 1) => (x < 0 ? right.elu(x, alpha) + 1 : 1),
  },
  'eluSlope is alpha everywhere to the left': {
    eluSlope: (x: number, alpha = 1) => (x < 0 ? alpha : 1),
  },
  'eluSlope derives the exponential as a power': {
    eluSlope: (x: number, alpha = 1) => (x < 0 ? alpha * x * Math.exp(x - 1) : 1),
  },
  'eluSlope is never below a hundredth': {
    eluSlope: (x: number, alpha = 1) => Math.max(0.01, right.eluSlope(x, alpha)),
  },
  'eluSlope multiplies the right side by alpha too': {
    eluSlope: (x: number, alpha = 1) => alpha * right.eluSlope(x),
  },
  'slopes by a one-sided difference with a large step': {
    eluSlope: (x: number, alpha = 1) => (right.elu(x + 0.01, alpha) - right.elu(x, alpha)) / 0.01,
  },
  'eluSlope gives NaN': { eluSlope: (x: number) => (nowhere(x) ? 0 : NaN) },
  'the slopes take the value of the activation for x': {
    reluSlope: (x: number) => right.reluSlope(right.relu(x)),
    eluSlope: (x: number, alpha = 1) => right.eluSlope(right.elu(x, alpha), alpha),
  },
  'knows the public cases by heart': all(fromMemory),
  'throws at everything': all(() => () => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => () => {
    throw new Error('activations : à compléter.');
  }),
  'returns nothing': all(() => () => undefined),
};
