/** An operation of the graph: its value, and how the value changes with each argument. */
export interface GraphOp {
  /** What stands in the node. */
  sign: string;
  /** How many numbers it takes. */
  takes: 1 | 2;
  value(a: number, b: number): number;
  /** Local derivatives, one an argument. */
  derivatives(a: number, b: number): number[];
  /** The local derivative by the first argument, in a formula; by the second. */
  rules: string[];
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Operations by the name that one types. */
export const graphOps = {
  '+': {
    sign: '+',
    takes: 2,
    value: (a, b) => a + b,
    derivatives: () => [1, 1],
    rules: ['1', '1'],
  },
  '-': {
    sign: '−',
    takes: 2,
    value: (a, b) => a - b,
    derivatives: () => [1, -1],
    rules: ['1', '−1'],
  },
  '*': {
    sign: '×',
    takes: 2,
    value: (a, b) => a * b,
    derivatives: (a, b) => [b, a],
    rules: ['l’autre facteur', 'l’autre facteur'],
  },
  relu: {
    sign: 'ReLU',
    takes: 1,
    value: (a) => Math.max(0, a),
    derivatives: (a) => [a > 0 ? 1 : 0],
    rules: ['1 si l’entrée est positive, sinon 0'],
  },
  sigmoid: {
    sign: 'σ',
    takes: 1,
    value: sigmoid,
    derivatives: (a) => [sigmoid(a) * (1 - sigmoid(a))],
    rules: ['σ × (1 − σ)'],
  },
  '-log': {
    sign: '−ln',
    takes: 1,
    value: (a) => -Math.log(a),
    derivatives: (a) => [-1 / a],
    rules: ['−1 / entrée'],
  },
  square: {
    sign: 'carré',
    takes: 1,
    value: (a) => a * a,
    derivatives: (a) => [2 * a],
    rules: ['2 × entrée'],
  },
} satisfies Record<string, GraphOp>;

/** The name of an operation, as one types it. */
export type GraphOpName = keyof typeof graphOps;
