import type * as Tfjs from '@tensorflow/tfjs';

import type { LossName } from '../../graph/losses';
import { softmaxEnds } from '../../graph/model/softmax-ends';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { namedWeights, type NamedWeight } from '../../graph/model/weights';
import type { OptimizerOptions } from '../../graph/optimizers';
import { readLayerRates, type RateOf } from '../../graph/optimizers/layer-rates';
import { Volume } from '../../volume/volume';
import type { Batch, BatchResult } from '../learner';
import { eagerLoss, type CustomLoss } from './eager/eager-loss';
import { FlatOptimizer } from './eager/flat-optimizer';
import { overrideLayers, type StepContext } from './eager/overrides';
import type { Engine, TrainingState } from './engine';
import { BatchGather, rowsOf } from './gather';
import type { WholeTf } from '../../tf/whole-tf';

export interface EagerOptions {
  loss: LossName | CustomLoss;
  /** One for each output of the model. */
  lossWeights: readonly number[];
  fromLogits: boolean | undefined;
  optimizer: OptimizerOptions;
  rateOf?: RateOf | undefined;
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
  /** Of each output: is its loss computed from logits? */
  private readonly fromLogits: boolean[];
  private readonly undo: () => void;
  private output: Tfjs.Tensor2D | undefined;

  constructor(
    private readonly tf: WholeTf,
    private readonly model: ModelInside,
    private readonly options: EagerOptions,
  ) {
    this.weights = namedWeights(model);
    this.learned = this.weights.filter(({ trainable }) => trainable);
    const rates = readLayerRates(model, options.rateOf);
    this.optimizer = new FlatOptimizer(tf, this.learned, options.optimizer, rates);
    const { loss, seed, fromLogits } = options;
    const crossEntropy = typeof loss === 'string' && loss !== 'meanSquaredError';
    const ends = crossEntropy ? softmaxEnds(model) : [];
    this.fromLogits = model.outputs.map(
      (_, i) => crossEntropy && (ends[i]?.alone ?? fromLogits !== false),
    );
    const leftOut = new Set(ends.flatMap((end) => (end?.alone ? [end.layer] : [])));
    this.undo = overrideLayers(tf, model, this.context, seed, leftOut);
  }

  learn(batch: Batch, learningRate: number, step: number): BatchResult {
    const { tf } = this;
    this.context.step = step;
    const variables = this.learned.map(
      ({ weight }) => (weight as unknown as { val: Tfjs.Variable }).val,
    );
    return this.onBatch(batch, (x, targets) => {
      const { value, grads } = tf.variableGrads(() => {
        const outputs = this.forward(x, true);
        const regular = this.model as unknown as { calculateLosses(): Tfjs.Scalar[] };
        const loss = this.loss(targets, outputs);
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

  private forward(x: Tfjs.Tensor, training: boolean): Tfjs.Tensor2D[] {
    const model = this.model as unknown as Tfjs.LayersModel;
    const outputs = [model.apply(x, { training }) as Tfjs.Tensor2D | Tfjs.Tensor2D[]].flat();
    // Kept beyond the computing of gradients: the metrics are read from it.
    this.output = this.tf.keep(outputs[0]!);
    return outputs;
  }

  private loss(targets: Tfjs.Tensor2D, outputs: readonly Tfjs.Tensor2D[]): Tfjs.Scalar {
    const { loss, lossWeights } = this.options;
    return outputs
      .map((output, i) => {
        const each = eagerLoss(this.tf, loss, this.fromLogits[i]!, targets, output);
        return lossWeights[i] === 1 ? each : each.mul<Tfjs.Scalar>(lossWeights[i]!);
      })
      .reduce((sum, each) => sum.add(each));
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
