import type { Batch, BatchResult, Learner } from '../training/learner';
import { mix } from '../training/shuffle';
import type { Volume } from '../volume/volume';
import { BatchRoom } from './batch-room';
import type { Machine } from './machine';
import type { Optimizer } from './optimizers';
import { backward, forward } from './pass';

/** A network as the training loop sees it. */
export class NetworkLearner implements Learner {
  private readonly room: BatchRoom;

  constructor(
    private readonly machine: Machine,
    private readonly optimizer: Optimizer,
    batchSize: number,
    private readonly seed: number,
  ) {
    this.room = new BatchRoom(machine.engine, batchSize, machine.stages[0]!.inputShape);
  }

  /** One step: forward, the loss, backward, and the optimiser changes the weights in place. */
  learn(batch: Batch, learningRate: number, step: number): BatchResult {
    const { engine, untilLogits, parameters } = this.machine;
    const options = { engine, training: true, seed: mix(this.seed, step) };
    return engine.scope(() => {
      const values = forward(untilLogits, this.room.gather(batch), options);
      const scores = values.at(-1)!;
      const labels = labelsOf(batch);
      const loss = engine.crossEntropyFromLogits(scores, labels);
      const dLogits = engine.crossEntropyFromLogitsBackward(1, scores, labels);
      const gradients = backward(untilLogits, values, dLogits, options);
      const inOrder = parameters.map(({ name }) => gradients.get(name)!);
      this.optimizer.step(parameters, inOrder, learningRate);
      return { loss, scores };
    });
  }

  score(batch: Batch): BatchResult {
    const { engine, untilLogits } = this.machine;
    return engine.scope(() => {
      const options = { engine, training: false, seed: 0 };
      const scores = forward(untilLogits, this.room.gather(batch), options).at(-1)!;
      return { loss: engine.crossEntropyFromLogits(scores, labelsOf(batch)), scores };
    });
  }

  snapshot(): Record<string, Volume> {
    return this.machine.copyWeights();
  }

  restore(snapshot: unknown): void {
    this.machine.setWeights(snapshot as Record<string, Volume>);
  }

  close(): void {
    this.room.close();
  }
}

function labelsOf({ samples, places }: Batch): number[] {
  return Array.from(places, (place) => samples.labels[place]!);
}
