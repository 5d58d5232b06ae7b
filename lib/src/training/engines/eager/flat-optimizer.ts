import type * as Tfjs from '@tensorflow/tfjs';

import type { NamedWeight } from '../../../graph/model/weights';
import type { OptimizerOptions } from '../../../graph/optimizers';
import type { LayerRates } from '../../../graph/optimizers/layer-rates';
import type { TrainingState } from '../engine';
import type { WholeTf } from '../../../tf/whole-tf';

const slotsOf = { sgd: [], momentum: ['velocity'], adam: ['m', 'v'] } as const;

/**
 * An optimiser that lays all weights side by side and changes them with some ten operations in all,
 * where tfjs's own need ten for each weight. The formulas are those of `graph/optimizers`.
 */
export class FlatOptimizer {
  private readonly sizes: number[];
  private readonly slots: Map<string, Tfjs.Tensor>;
  private readonly decayed: Tfjs.Tensor | undefined;
  private readonly factors: Tfjs.Tensor | undefined;
  private iteration = 0;

  constructor(
    private readonly tf: WholeTf,
    private readonly weights: readonly NamedWeight[],
    private readonly options: OptimizerOptions,
    rates: LayerRates,
  ) {
    this.sizes = weights.map(({ weight }) => sizeOf(weight.shape));
    const total = this.sizes.reduce((sum, size) => sum + size, 0);
    this.slots = new Map(slotsOf[options.name].map((slot) => [slot, tf.zeros([total])]));
    if ((options.weightDecay ?? 0) !== 0) {
      // Numbers that decay are those of kernels; biases and what normalises have one axis.
      this.decayed = this.spread(({ weight }) => (weight.shape.length > 1 ? 1 : 0));
    }
    if (rates.size > 0) this.factors = this.spread(({ name }) => rates.get(name) ?? 1);
  }

  /** One step. @param gradients one for each weight, in their order; they stay the caller's */
  apply(gradients: readonly Tfjs.Tensor[], learningRate: number): void {
    const { tf, options } = this;
    this.iteration++;
    tf.tidy(() => {
      const gradient = tf.concat1d(gradients.map((g) => g.flatten()));
      const flat = tf.concat1d(this.weights.map((w) => valueOf(w).flatten()));
      let change = this.change(gradient, learningRate);
      if (this.decayed !== undefined) {
        change = change.add(flat.mul(this.decayed.mul(learningRate * options.weightDecay!)));
      }
      if (this.factors !== undefined) change = change.mul(this.factors);
      const parts = tf.split(flat.sub(change), this.sizes);
      for (const [i, { weight }] of this.weights.entries()) {
        weight.write(parts[i]!.reshape(weight.shape as number[]));
      }
    });
  }

  /** Adds to a state what is remembered: `0.kernel.m` … */
  save(variables: TrainingState['variables']): number {
    for (const [slot, flat] of this.slots) {
      const values = flat.dataSync<'float32'>();
      let start = 0;
      for (const [i, { name }] of this.weights.entries()) {
        variables[`${name}.${slot}`] = values.slice(start, start + this.sizes[i]!);
        start += this.sizes[i]!;
      }
    }
    return this.iteration;
  }

  load({ iteration, variables }: TrainingState): void {
    for (const slot of this.slots.keys()) {
      const parts = this.weights.map(({ name }) => this.tf.tensor1d(variables[`${name}.${slot}`]!));
      this.keep(slot, this.tf.concat1d(parts));
      this.tf.dispose(parts);
    }
    this.iteration = iteration;
  }

  dispose(): void {
    this.tf.dispose([...this.slots.values()]);
    this.decayed?.dispose();
    this.factors?.dispose();
  }

  private change(gradient: Tfjs.Tensor, learningRate: number): Tfjs.Tensor {
    const { options } = this;
    if (options.name === 'sgd') return gradient.mul(learningRate);
    if (options.name === 'momentum') {
      const { momentum = 0.9, nesterov = false } = options;
      const velocity = this.keep(
        'velocity',
        this.slots.get('velocity')!.mul(momentum).add(gradient),
      );
      const direction = nesterov ? velocity.mul(momentum).add(gradient) : velocity;
      return direction.mul(learningRate);
    }
    const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
    const t = this.iteration;
    const m = this.slots
      .get('m')!
      .mul(beta1)
      .add(gradient.mul(1 - beta1));
    const v = this.slots
      .get('v')!
      .mul(beta2)
      .add(gradient.square().mul(1 - beta2));
    const scale = Math.sqrt(1 - beta2 ** t);
    const rate = (learningRate * scale) / (1 - beta1 ** t);
    return this.keep('m', m)
      .mul(rate)
      .div(
        this.keep('v', v)
          .sqrt()
          .add(epsilon * scale),
      );
  }

  /** Puts the slot's new values in the place of the old. */
  private keep(slot: string, values: Tfjs.Tensor): Tfjs.Tensor {
    this.slots.get(slot)?.dispose();
    this.slots.set(slot, this.tf.keep(values));
    return values;
  }

  /** One number for each weight, repeated for all that the weight holds. */
  private spread(numberOf: (weight: NamedWeight) => number): Tfjs.Tensor {
    const { tf } = this;
    return tf.tidy(() =>
      tf.concat1d(this.weights.map((weight, i) => tf.fill([this.sizes[i]!], numberOf(weight)))),
    );
  }
}

function valueOf({ weight }: NamedWeight): Tfjs.Tensor {
  return weight.read() as unknown as Tfjs.Tensor;
}

function sizeOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, length) => product * length!, 1);
}
