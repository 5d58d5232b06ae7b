import type { Value } from '../build/value';
import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs, type TensorOperation } from '../../testing/tfjs-oracle';
import { Volume } from '../../volume/volume';
import type { Tape } from '../tape';
import { elu } from './elu';
import { leakyRelu } from './leaky-relu';
import { logSoftmax } from './log-softmax';
import { relu } from './relu';
import { relu6 } from './relu6';
import { selu } from './selu';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { swish } from './swish';
import { tanh } from './tanh';

type Pair = [(tape: Tape, x: Value) => Value, TensorOperation];

const pairs: Record<string, Pair> = {
  relu: [relu, (x) => tfjs.relu(x)],
  relu6: [relu6, (x) => tfjs.relu6(x)],
  leakyRelu: [(tape, x) => leakyRelu(tape, x, 0.2), (x) => tfjs.leakyRelu(x, 0.2)],
  elu: [elu, (x) => tfjs.elu(x)],
  selu: [selu, (x) => tfjs.selu(x)],
  sigmoid: [sigmoid, (x) => tfjs.sigmoid(x)],
  logSoftmax: [logSoftmax, (x) => tfjs.logSoftmax(x)],
  softmax: [softmax, (x) => tfjs.softmax(x)],
  softplus: [softplus, (x) => tfjs.softplus(x)],
  swish: [swish, (x) => x.mul(tfjs.sigmoid(x))],
  tanh: [tanh, (x) => tfjs.tanh(x)],
};

describe('graph: activations', () => {
  // From -8 to 8, so that relu6 is cut off at both ends.
  const small = seededVolume([7, 9], 1);
  const x = new Volume(
    small.shape,
    small.data.map((value) => 8 * value),
  );

  for (const [name, [op, oracle]] of Object.entries(pairs)) {
    it(`${name}() and its gradient are those of tfjs`, () =>
      checkGraphOp({ op: (tape, value) => op(tape, value), inputs: [x], tfjs: oracle }));
  }
});
