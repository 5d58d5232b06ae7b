import type { Batch } from '../training/learner';
import { Volume } from '../volume/volume';
import type { Engine } from './engine/engine';

/** Room in the engine's memory for the inputs of a batch: gathered there, nothing is copied twice. */
export class BatchRoom {
  private readonly room: Volume;
  private readonly size: number;

  constructor(
    private readonly engine: Engine,
    batchSize: number,
    private readonly inputShape: readonly number[],
  ) {
    this.size = inputShape.reduce((product, length) => product * length, 1);
    this.room = engine.adopt(Volume.zeros([batchSize, ...inputShape], engine.dtype));
  }

  /** The inputs of these samples, side by side. Good until the next call. */
  gather({ samples, places }: Batch): Volume {
    const { data } = this.room;
    const all = samples.inputs.data;
    const { size } = this;
    for (let i = 0; i < places.length; i++) {
      const start = places[i]! * size;
      data.set(all.subarray(start, start + size), i * size);
    }
    return new Volume(
      [places.length, ...this.inputShape],
      data.subarray(0, places.length * this.size),
    );
  }

  close(): void {
    this.engine.release(this.room);
  }
}
