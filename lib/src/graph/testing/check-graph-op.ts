import { strict as assert } from 'node:assert';

import { Graph } from '../build/graph';
import type { Value } from '../build/value';
import { GraphSession } from '../session/graph-session';
import { nativeTf } from '../session/native-tf';
import { Tape } from '../tape';
import type { Tensor } from '../../tf/tensors';
import { Volume } from '../../volume/volume';
import { seededVolume } from '../../testing/seeded-volume';
import { tfCompute, tfGradients, type TensorOperation } from '../../testing/tfjs-oracle';

export interface GraphOpCheck {
  /** Adds the operation: one value for each input, then one for each weight. */
  op: (tape: Tape, ...values: Value[]) => Value;
  /** `[batch, ...]`; the graph is not told how long the batch is. */
  inputs: readonly Volume[];
  /** Without a batch. */
  weights?: readonly Volume[];
  /** The same in tfjs. */
  tfjs: TensorOperation;
  /** Default true. */
  training?: boolean;
}

/**
 * Holds an operation of the graph engine, forward and every gradient, to tfjs: no number further than
 * 1e-5 of the largest of its tensor. The loss is `sum(output * dOutput)` with a random `dOutput`.
 */
export async function checkGraphOp({
  op,
  inputs,
  weights = [],
  tfjs,
  training = true,
}: GraphOpCheck): Promise<void> {
  const volumes = [...inputs, ...weights];
  const expected = tfCompute(volumes, tfjs);
  const dOutput = seededVolume(expected.shape, 99);
  const gradients = tfGradients(dOutput, volumes, tfjs);
  const results = await runOp(op, inputs, weights, dOutput, training);
  assertNear(results[0]!, expected, 'output');
  for (const [i, gradient] of gradients.entries()) {
    assertNear(results[i + 1]!, gradient, `gradient of argument ${i}`);
  }
}

/** The output of an operation of the graph, then the gradient by each argument. */
export async function runOp(
  op: GraphOpCheck['op'],
  inputs: readonly Volume[],
  weights: readonly Volume[],
  dOutput: Volume,
  training = true,
  step = 0,
): Promise<Volume[]> {
  const graph = new Graph();
  const place = graph.placeholder('step', [], 'int32');
  const tape = new Tape({ graph, training, step: place });
  const values = [
    ...inputs.map(({ shape }, i) => graph.placeholder(`x${i}`, [null, ...shape.slice(1)])),
    ...weights.map(({ shape }, i) => graph.placeholder(`w${i}`, shape)),
  ];
  for (const value of values) tape.watch(value);
  const output = op(tape, ...values);
  const above = graph.placeholder('dOutput', output.shape);
  // What is fed cannot be asked for: the gradient of a sum is what came from above.
  const own = (value: Value): Value => tape.map('Identity', [value]);
  const gradients = tape.gradients([[output, above]], values);
  graph.signatures['run'] = {
    inputs: { above, step: place, ...named(values) },
    outputs: {
      output: own(output),
      ...named(gradients.map((g, i) => own(g ?? assert.fail(`no gradient ${i}`)))),
    },
  };
  const tf = nativeTf()!;
  const session = await GraphSession.start(tf, graph);
  const fed: Record<string, Tensor> = { step: tf.tensor(step, [], 'int32') };
  try {
    for (const [i, volume] of [...inputs, ...weights].entries()) fed[`v${i}`] = tensorOf(volume);
    fed['above'] = tensorOf(dOutput);
    const found = session.run('run', fed);
    return [found['output']!, ...values.map((_, i) => found[`v${i}`]!)].map((tensor) => {
      const volume = new Volume(
        tensor.shape.length === 0 ? [1] : tensor.shape,
        Float32Array.from(tensor.dataSync()),
      );
      tensor.dispose();
      return volume;
    });
  } finally {
    for (const tensor of Object.values(fed)) tensor.dispose();
    session.dispose();
  }

  function tensorOf(volume: Volume): Tensor {
    return tf.tensor(Float32Array.from(volume.data), [...volume.shape]);
  }
}

/** The same shape, and no number further than 1e-5 of the largest. */
export function assertNear(ours: Volume, theirs: Volume, what: string): void {
  assert.deepEqual(ours.shape, theirs.shape, `shape of ${what}`);
  const largest = Math.max(...Array.from(theirs.data, Math.abs));
  for (let i = 0; i < theirs.size; i++) {
    const distance = Math.abs(ours.data[i]! - theirs.data[i]!);
    assert.ok(
      distance <= 1e-5 * largest,
      `${what}[${i}] is ${ours.data[i]}, tfjs says ${theirs.data[i]} (largest ${largest})`,
    );
  }
}

function named(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value, i) => [`v${i}`, value]));
}
