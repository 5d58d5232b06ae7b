/** gather: rows gathered batch by batch cost a training no more than one gather an epoch. */
import { loadMnist } from '@convolab/lib';
import { compileGraph, type CompiledGraph } from '@convolab/lib/graph';
import * as tf from '@convolab/lib/tf';

import { defineBench, speedGate, type Contender } from './harness';
import { lenet5 } from './train/models';

const batch = 128;
const size = 28 * 28;

/** Some orders, drawn before the clock runs. */
function orders(count: number): Uint32Array[] {
  return Array.from({ length: 4 }, () => {
    const order = Uint32Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  });
}

type Digits = ReturnType<typeof loadMnist>['train'];

/** What an epoch is fed, one way or the other. */
type Feed = (digits: Digits, order: Uint32Array) => Iterable<tf.Tensor>;

function copyRows({ images }: Digits, places: Uint32Array, to: Float32Array): Float32Array {
  const pixels = images.data as Float32Array;
  for (const [i, place] of places.entries()) {
    to.set(pixels.subarray(place * size, (place + 1) * size), i * size);
  }
  return to;
}

/** As `train` does it: a buffer that is used again. */
function* byBatch(digits: Digits, order: Uint32Array): Iterable<tf.Tensor> {
  const room = new Float32Array(batch * size);
  for (let start = 0; start < order.length; start += batch) {
    const rows = copyRows(digits, order.subarray(start, start + batch), room);
    yield tf.tensor(rows, [batch, 28, 28, 1]);
  }
}

function* byEpoch(digits: Digits, order: Uint32Array): Iterable<tf.Tensor> {
  const all = copyRows(digits, order, new Float32Array(order.length * size));
  for (let start = 0; start < order.length; start += batch) {
    const rows = all.subarray(start * size, (start + batch) * size);
    yield tf.tensor(rows, [batch, 28, 28, 1]);
  }
}

/** tfjs's own gather, then a slice a batch; the data set lies in memory as a tensor too. */
function byTensor(data: () => tf.Tensor): Feed {
  return function* (_, order) {
    const all = data().gather(tf.tensor(Int32Array.from(order), [order.length], 'int32'));
    for (let start = 0; start < order.length; start += batch) {
      yield all.slice([start, 0, 0, 0], [batch, 28, 28, 1]);
    }
    all.dispose();
  };
}

function learn(graph: () => CompiledGraph, digits: () => Digits, feed: Feed): Contender {
  let turn = 0;
  let drawn: Uint32Array[];
  return {
    setUp: () => (drawn = orders(digits().labels.length)),
    run: () => {
      const { labels } = digits();
      const order = drawn[turn++ % drawn.length]!;
      let start = 0;
      for (const x of feed(digits(), order)) {
        const places = order.subarray(start, (start += batch));
        const classes = Int32Array.from(places, (place) => labels[place]!);
        const y = tf.tensor(classes, [batch], 'int32');
        graph().train(x, y).output.dispose();
        tf.dispose([x, y]);
      }
    },
  };
}

export default defineBench({
  packages: ['@tensorflow/tfjs-node'],
  cases: ({ quick }) => {
    const count = quick ? 2560 : 12_800;
    let graph: CompiledGraph;
    let digits: Digits;
    let data: tf.Tensor;
    const contender = (feed: Feed) => learn(() => graph, () => digits, feed); // prettier-ignore
    return [
      {
        name: 'LeNet-5, MNIST, batch 128',
        about: `an epoch of ${count} images`,
        work: { amount: count, unit: 'images' },
        baseline: 'an epoch at once',
        turnMs: 0,
        setUp: async () => {
          digits = loadMnist({ train: count, test: 10 }).train;
          data = tf.toTensor(digits.images);
          graph = await compileGraph(lenet5(), { loss: 'sparseCategoricalCrossentropy' });
        },
        tearDown: () => {
          graph.dispose();
          data.dispose();
        },
        contenders: {
          'batch by batch': contender(byBatch),
          'an epoch at once': contender(byEpoch),
          'an epoch at once, in tfjs': contender(byTensor(() => data)),
        },
      },
    ];
  },
  gates: ['an epoch at once', 'an epoch at once, in tfjs'].map((against) =>
    speedGate({ of: 'batch by batch', against, atLeast: 0.95 }),
  ),
});
