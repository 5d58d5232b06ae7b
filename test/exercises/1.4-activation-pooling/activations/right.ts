import type { Activations } from './types';

/** Right functions that wrong answers are put together from. The reference answers do not use them. */
export const right: Activations = {
  relu: (x) => (x > 0 ? x : 0),
  reluSlope: (x) => Number(x > 0),
  leakyRelu: (x, leak = 0.1) => (x < 0 ? leak * x : x),
  leakyReluSlope: (x, leak = 0.1) => (x > 0 ? 1 : leak),
  elu: (x, alpha = 1) => (x < 0 ? alpha * Math.expm1(x) : x),
  eluSlope: (x, alpha = 1) => (x < 0 ? alpha * Math.exp(x) : 1),
};
