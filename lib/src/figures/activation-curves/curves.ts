import { elu, eluBackward } from '../../ops/elu';
import { leakyRelu, leakyReluBackward } from '../../ops/leaky-relu';
import { relu, reluBackward } from '../../ops/relu';
import { sigmoid, sigmoidBackward } from '../../ops/sigmoid';
import { swish, swishBackward } from '../../ops/swish';
import { tanh, tanhBackward } from '../../ops/tanh';
import { numberText } from '../paint/numbers';

/** A function of one number, its slope, and how the figure calls it. */
export interface Curve {
  name: string;
  f: (x: number) => number;
  slope: (x: number) => number;
}

/** The numbers that shape some of the curves. */
export interface CurveShape {
  /** Slope of Leaky ReLU below 0. */
  leak: number;
  /** Depth of ELU. */
  alpha: number;
}

/** The activations that have a name here, each from the operation of that name. */
export const knownCurves = {
  relu: (): Curve => ({ name: 'ReLU', f: relu, slope: (x) => reluBackward(1, x) }),
  leakyRelu: ({ leak }: CurveShape): Curve => ({
    name: `Leaky ReLU, pente ${numberText(leak)}`,
    f: (x) => leakyRelu(x, { alpha: leak }),
    slope: (x) => leakyReluBackward(1, x, { alpha: leak }),
  }),
  elu: ({ alpha }: CurveShape): Curve => ({
    name: `ELU, α = ${numberText(alpha)}`,
    f: (x) => elu(x, { alpha }),
    slope: (x) => eluBackward(1, x, { alpha }),
  }),
  sigmoid: (): Curve => ({ name: 'sigmoïde', f: sigmoid, slope: (x) => sigmoidBackward(1, x) }),
  tanh: (): Curve => ({ name: 'tanh', f: tanh, slope: (x) => tanhBackward(1, x) }),
  swish: (): Curve => ({ name: 'swish', f: swish, slope: (x) => swishBackward(1, x) }),
} satisfies Record<string, (shape: CurveShape) => Curve>;

/** What `activationCurves` knows by name. */
export type CurveName = keyof typeof knownCurves;

const smallStep = 1e-5;

/** A function of one's own; its slope is measured, over a step too small to be seen. */
export function ownCurve(name: string, f: (x: number) => number): Curve {
  return { name, f, slope: (x) => (f(x + smallStep) - f(x - smallStep)) / (2 * smallStep) };
}

/** Points of a curve; a hole at 0, where some slopes jump, so that no line is drawn across. */
export interface Points {
  x: (number | null)[];
  y: (number | null)[];
}

const pointsASide = 80;

/** A function between two bounds. */
export function pointsOf(f: (x: number) => number, [from, to]: readonly [number, number]): Points {
  const spread = (a: number, b: number): number[] =>
    Array.from({ length: pointsASide + 1 }, (_, i) => a + ((b - a) * i) / pointsASide);
  const edge = 1e-4;
  const isAcross = from < -edge && to > edge;
  const x = isAcross ? [...spread(from, -edge), null, ...spread(edge, to)] : spread(from, to);
  return {
    x: x.map((value) => (value === null ? null : Number(value.toFixed(4)))),
    y: x.map((value) => (value === null ? null : Number(f(value).toFixed(4)))),
  };
}
