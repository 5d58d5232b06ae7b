import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { compileGraph } from '../../graph';
import { assertNear, tensorOf } from '../../graph/testing/with-graph';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import type { LayersModel } from '../../tf/models';
import type { EngineName } from '../../training/engines/choose-engine';
import { train } from '../../training/train-model';
import { describe as describeModel } from '../describe/describe';
import { onPaper } from '../paper/on-paper';
import { fillWithHashes } from './keras/hashed-weights';

/** A row of the table of counts. */
export interface ExpectedNumbers {
  /** Of the paper's size; it is built on paper. */
  build: () => LayersModel;
  parameters: number;
  /** Default: all. */
  trainable?: number;
  macs?: number;
  /** Output shapes of some layers, without the batch. */
  stages?: Record<string, readonly number[]>;
}

/** Parameters, trainable ones, multiply-adds and shapes, to the unit. */
export function assertNumbers(expected: ExpectedNumbers): void {
  const { build, parameters, trainable = parameters, macs, stages = {} } = expected;
  const model = onPaper(build);
  const described = describeModel(model);
  const { totals } = described;
  assert.equal(model.countParams(), parameters, 'countParams()');
  assert.deepEqual(
    { ...totals, activationBytes: 0, weightBytes: 0 },
    { parameters, trainable, macs: macs ?? totals.macs, activationBytes: 0, weightBytes: 0 },
  );
  const shapes = Object.keys(stages).map((name) => [name, described.row(name).outputShape]);
  assert.deepEqual(Object.fromEntries(shapes), stages);
  model.dispose();
}

/**
 * The laws that every family keeps, a test each, inside its `describe`: its layers have names; a small one learns
 * by a step, by either engine, runs as a graph, is saved and loaded.
 *
 * @param whole of the paper's size; it is only built on paper
 * @param small few classes, small images, nothing dropped
 * @param options how the tests are called where a family has several, and what `assertSaves` takes
 */
export function itKeepsTheLaws(
  whole: () => LayersModel,
  small: () => LayersModel,
  { variant, strength }: { variant?: string; strength?: number } = {},
): void {
  const title = (law: string): string => (variant === undefined ? law : `${variant}: ${law}`);
  it(title('each layer has a name'), () => {
    assertNamed(whole);
  });
  for (const engine of ['graph', 'eager'] as const) {
    it(title(`a small one learns (${engine})`), () => assertLearns(small, engine));
  }
  it(title('a small one runs as a graph'), () => assertRunsAsGraph(small));
  it(title('a small one is saved and loaded'), () => assertSaves(small, strength));
}

/** Every layer has a name of its own, not one that tfjs made up (`conv2d_Conv2D1`). */
export function assertNamed(build: () => LayersModel): void {
  const names = onPaper(build).layers.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => /_[A-Z]\w*\d+$/.test(name)),
    [],
  );
}

/**
 * One step of training moves each weight that learns, and no other but moving statistics; no number is
 * NaN. The model has few classes and small images, and drops nothing.
 */
export async function assertLearns(build: () => LayersModel, engine: EngineName): Promise<void> {
  const model = build();
  const inside = model as unknown as Tfjs.LayersModel;
  const [height, width, channels] = inside.inputs[0]!.shape.slice(1) as number[];
  const classes = inside.outputs[0]!.shape[1]!;
  const count = 4;
  const images = seededVolume([count, height!, width!, channels!], 7);
  const labels = Array.from({ length: count }, (_, i) => i % classes);
  const before = valuesOf(inside);
  const history = await train(
    model,
    { images, labels },
    {
      epochs: 1,
      batchSize: count,
      optimizer: 'sgd',
      learningRate: 0.1,
      progress: false,
      engine,
    },
  );
  const loss = history.metrics['loss']![0]!;
  assert.ok(Number.isFinite(loss), `loss ${loss}`);
  const after = valuesOf(inside);
  const learning = new Set(inside.trainableWeights.map(({ name }) => name));
  for (const [name, numbers] of after) {
    assert.ok(numbers.every(Number.isFinite), `${name} is finite`);
    const moved = numbers.some((x, i) => x !== before.get(name)![i]);
    const statistics = /moving_(mean|variance)/.test(name);
    assert.equal(moved, learning.has(name) || statistics, `${name} moved`);
  }
  model.dispose();
}

/** A graph that only predicts agrees with tfjs to 1e-4 of the largest value, moving statistics moved. */
export async function assertRunsAsGraph(build: () => LayersModel): Promise<void> {
  const model = build();
  fillWithHashes(model);
  const inside = model as unknown as Tfjs.LayersModel;
  const x = inputOf(inside);
  const expected = (inside.predict(x) as Tfjs.Tensor).dataSync();
  assert.ok(new Set(expected).size > 1, 'not all the same');
  const graph = await compileGraph(model);
  try {
    assertNear(graph.predict(x as never).dataSync(), expected, 1e-4, 'output');
  } finally {
    graph.dispose();
    model.dispose();
  }
}

/**
 * A saved model is loaded again with the same answers.
 *
 * @param strength multiplies kernels, where a model that has learned nothing answers the same to everything
 */
export async function assertSaves(build: () => LayersModel, strength = 1): Promise<void> {
  const model = build() as unknown as Tfjs.LayersModel;
  for (const weight of model.weights) {
    if (/kernel/.test(weight.name)) weight.write(tfjs.mul(weight.read(), strength));
  }
  let saved: Tfjs.io.ModelArtifacts | undefined;
  await model.save(
    tfjs.io.withSaveHandler((artifacts) => {
      const { modelTopology, weightSpecs, weightData } = artifacts;
      const text = JSON.parse(JSON.stringify({ modelTopology, weightSpecs })) as object;
      saved = { ...text, weightData: weightData! };
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' },
      });
    }),
  );
  const loaded = await tfjs.loadLayersModel(tfjs.io.fromMemory(saved!));
  const x = inputOf(model);
  const answer = (of: Tfjs.LayersModel) => (of.predict(x) as Tfjs.Tensor).dataSync();
  const found = answer(loaded);
  assert.deepEqual(found, answer(model));
  assert.ok(found.every(Number.isFinite), 'finite');
  assert.ok(new Set(found).size > 1, 'not all the same');
}

function inputOf(model: Tfjs.LayersModel): Tfjs.Tensor {
  return tensorOf([2, ...(model.inputs[0]!.shape.slice(1) as number[])], 3);
}

function valuesOf(model: Tfjs.LayersModel): Map<string, Float32Array> {
  return new Map(
    model.weights.map((weight) => [weight.name, Float32Array.from(weight.read().dataSync())]),
  );
}
