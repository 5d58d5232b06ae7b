/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';

const f = Math.fround;

const eluByExpm1 = (x: number, alpha = 1): number => (x < 0 ? alpha * Math.expm1(x) : x);

const fromEachOther = {
  relu: (x: number) => (x < 0 ? 0 : x),
  reluSlope: (x: number) => +(x > 0),
  leakyRelu: (x: number, leak = 0.1) => (x < 0 ? x * leak : x),
  leakyReluSlope: (x: number, leak = 0.1) => (x <= 0 ? leak : 1),
  elu: eluByExpm1,
  eluSlope: (x: number, alpha = 1) => (x < 0 ? eluByExpm1(x, alpha) + alpha : 1),
};

export const alternatives: Record<string, Record<string, AnyFunction>> = {
  'maxima, minima and signs, without a branch': {
    relu: (x: number) => (x + Math.abs(x)) / 2,
    reluSlope: (x: number) => Math.max(0, Math.sign(x)),
    leakyRelu: (x: number, leak = 0.1) => Math.max(x, leak * x),
    leakyReluSlope: (x: number, leak = 0.1) => Math.max(leak, Math.sign(x)),
    elu: (x: number, alpha = 1) => Math.max(0, x) + alpha * (Math.exp(Math.min(0, x)) - 1),
    eluSlope: (x: number, alpha = 1) => (x < 0 ? alpha : 1) * Math.exp(Math.min(0, x)),
  },
  'each slope from its activation': fromEachOther,
  'float32, with if and else, async': {
    async relu(x: number) {
      await Promise.resolve();
      if (x > 0) return x;
      else return 0;
    },
    reluSlope(x: number) {
      if (x <= 0) return 0;
      return 1;
    },
    leakyRelu: (x: number, leak = 0.1) => (x > 0 ? x : f(f(leak) * f(x))),
    leakyReluSlope: (x: number, leak = 0.1) => (x > 0 ? 1 : f(leak)),
    elu(x: number, alpha = 1) {
      if (x >= 0) return x;
      return f(f(alpha) * f(f(Math.exp(x)) - 1));
    },
    eluSlope: (x: number, alpha = 1) => (x >= 0 ? 1 : f(f(alpha) * f(Math.exp(x)))),
  },
};
