import { compileGraph, type CompileGraphOptions } from '../../graph/compile-graph';
import type { CompiledGraph, StepResult } from '../../graph/compiled-graph';
import type { LossName } from '../../graph/losses';
import type { Tf } from '../../tf/load';
import type { LayersModel } from '../../tf/models';
import type { Tensor } from '../../tf/tensors';
import { Volume } from '../../volume/volume';
import type { Batch, BatchResult } from '../learner';
import type { Engine, TrainingState } from './engine';
import { BatchGather, classesOf, rowsOf } from './gather';

/** Trains a model as one TensorFlow graph: a step is one call. */
export class GraphEngine implements Engine {
  readonly name = 'graph';
  private readonly room = new BatchGather();

  private constructor(
    private readonly tf: Tf,
    private readonly graph: CompiledGraph,
    private readonly loss: LossName,
    private readonly classes: number,
  ) {}

  /** @throws UnsupportedError when the model cannot be translated */
  static async start(
    tf: Tf,
    model: LayersModel,
    classes: number,
    options: CompileGraphOptions & { loss: LossName },
  ): Promise<GraphEngine> {
    return new GraphEngine(tf, await compileGraph(model, options), options.loss, classes);
  }

  learn(batch: Batch, learningRate: number, step: number): BatchResult {
    return this.run(batch, (x, y) => this.graph.train(x, y, { learningRate, step }));
  }

  score(batch: Batch): BatchResult {
    return this.run(batch, (x, y) => this.graph.evaluate(x, y));
  }

  snapshot(): TrainingState {
    return this.graph.readState();
  }

  restore(state: unknown): void {
    this.graph.writeState(state as TrainingState);
  }

  finish(): void {
    this.graph.copyToModel();
  }

  close(): void {
    this.graph.dispose();
  }

  private run(batch: Batch, use: (x: Tensor, y: Tensor) => StepResult): BatchResult {
    const { tf, classes } = this;
    const count = batch.places.length;
    const x = tf.tensor(this.room.inputs(batch), [count, ...batch.samples.inputShape], 'float32');
    const y =
      this.loss === 'sparseCategoricalCrossentropy'
        ? tf.tensor(classesOf(batch), [count], 'int32')
        : tf.tensor(rowsOf(batch, classes), [count, classes], 'float32');
    try {
      const { loss, output } = use(x, y);
      const scores = new Volume([count, classes], output.dataSync() as Float32Array);
      output.dispose();
      return { loss, scores };
    } finally {
      x.dispose();
      y.dispose();
    }
  }
}
