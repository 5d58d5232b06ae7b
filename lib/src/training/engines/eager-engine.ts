import type * as Tfjs from '@tensorflow/tfjs';

import type { LossName } from '../../graph/losses';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { namedWeights, type NamedWeight } from '../../graph/model/weights';
import type { OptimizerOptions } from '../../graph/optimizers';
import { Volume } from '../../volume/volume';
import type { Batch, BatchResult } from '../learner';
import { eagerLoss, type CustomLoss } from './eager/eager-loss';
import { FlatOptimizer } from './eager/flat-optimizer';
import { endsInSoftmax, overrideLayers, type StepContext } from './eager/overrides';
import type { Engine, TrainingState } from './engine';
import { BatchGather, rowsOf } from './gather';
import type { EngineTf } from './tfjs';

export interface EagerOptions {
  loss: LossName | CustomLoss;
  fromLogits: boolean | undefined;
  optimizer: OptimizerOptions;
  seed: number;
  classes: number;
}

/** Trains a model operation by operation, with whatever tfjs computes. */
export class EagerEngine implements Engine {
  readonly name = 'eager';
  private readonly room = new BatchGather();
  private readonly context: StepContext = { step: 0 };
  private readonly optimizer: FlatOptimizer;
  private readonly weights: NamedWeight[];
  private readonly learned: NamedWeight[];
  private readonly fromLogits: boolean;
  private readonly undo: () => void;
  private output: Tfjs.Tensor2D | undefined;

  constructor(
    private readonly tf: EngineTf,
    private readonly model: ModelInside,
    private readonly options: EagerOptions,
  ) {
    this.weights = namedWeights(model);
    this.learned = this.weights.filter(({ trainable }) => trainable);
    this.optimizer = new FlatOptimizer(tf, this.learned, options.optimizer);
    const { loss, seed, fromLogits } = options;
    const crossEntropy = typeof loss === 'string' && loss !== 'meanSquaredError';
    const softmax = endsInSoftmax(model);
    this.fromLogits = crossEntropy && (softmax || fromLogits !== false);
    this.undo = overrideLayers(tf, model, this.context, seed, crossEntropy && softmax);
  }

  learn(batch: Batch, learningRate: number, step: number): BatchResult {
    const { tf } = this;
    this.context.step = step;
    const variables = this.learned.map(
      ({ weight }) => (weight as unknown as { val: Tfjs.Variable }).val,
    );
    return this.onBatch(batch, (x, targets) => {
      const { value, grads } = tf.variableGrads(() => {
        const output = this.forward(x, true);
        const regular = this.model as unknown as { calculateLosses(): Tfjs.Scalar[] };
        const loss = this.loss(targets, output);
        return regular.calculateLosses().reduce((sum, extra) => sum.add(extra), loss);
      }, variables);
      const gradients = variables.map((variable) => grads[variable.name] ?? tf.zerosLike(variable));
      this.optimizer.apply(gradients, learningRate);
      return value;
    });
  }

  score(batch: Batch): BatchResult {
    return this.onBatch(batch, (x, targets) => this.loss(targets, this.forward(x, false)));
  }

  snapshot(): TrainingState {
    const variables: TrainingState['variables'] = {};
    for (const { name, weight } of this.weights) variables[name] = weight.read().dataSync().slice();
    return { iteration: this.optimizer.save(variables), variables };
  }

  restore(state: unknown): void {
    const { variables } = state as TrainingState;
    for (const { name, weight } of this.weights) {
      const tensor = this.tf.tensor(variables[name]!, weight.shape as number[]);
      weight.write(tensor);
      tensor.dispose();
    }
    this.optimizer.load(state as TrainingState);
  }

  finish(): void {
    // The model has learned in place.
  }

  close(): void {
    this.undo();
    this.optimizer.dispose();
  }

  private forward(x: Tfjs.Tensor, training: boolean): Tfjs.Tensor2D {
    const model = this.model as unknown as Tfjs.LayersModel;
    // Kept beyond the computing of gradients: the metrics are read from it.
    this.output = this.tf.keep(model.apply(x, { training }) as Tfjs.Tensor2D);
    return this.output;
  }

  private loss(targets: Tfjs.Tensor2D, output: Tfjs.Tensor2D): Tfjs.Scalar {
    return eagerLoss(this.tf, this.options.loss, this.fromLogits, targets, output);
  }

  private onBatch(
    batch: Batch,
    lossOf: (x: Tfjs.Tensor, targets: Tfjs.Tensor2D) => Tfjs.Scalar,
  ): BatchResult {
    const { tf } = this;
    const { classes } = this.options;
    const count = batch.places.length;
    const scope = tf.engine();
    scope.startScope();
    try {
      const x = tf.tensor(this.room.inputs(batch), [count, ...batch.samples.inputShape]);
      const loss = lossOf(x, tf.tensor2d(rowsOf(batch, classes), [count, classes]));
      const scores = new Volume([count, classes], this.output!.dataSync<'float32'>());
      return { loss: loss.dataSync()[0]!, scores };
    } finally {
      scope.endScope();
      this.output?.dispose();
      this.output = undefined;
    }
  }
}
