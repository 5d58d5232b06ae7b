import type { Batch } from '../learner';

/**
 * Room for the inputs of one batch: rows are copied there out of the data set, in the order the epoch
 * wants. tfjs hands that very memory on to TensorFlow, so nothing is copied a second time.
 */
export class BatchGather {
  private room = new Float32Array(0);

  /** @returns `[batch * size]`, float32; good until the next call */
  inputs({ samples, places }: Batch): Float32Array {
    const size = samples.inputShape.reduce((product, length) => product * length, 1);
    if (this.room.length < places.length * size) this.room = new Float32Array(places.length * size);
    const { data } = samples.inputs;
    for (let i = 0; i < places.length; i++) {
      const start = places[i]! * size;
      this.room.set(data.subarray(start, start + size), i * size);
    }
    return this.room.subarray(0, places.length * size);
  }
}

/** The classes of a batch, int32 `[batch]`. */
export function classesOf({ samples, places }: Batch): Int32Array {
  return Int32Array.from(places, (place) => samples.labels[place]!);
}

/** The same as rows: 1 at the right class, else 0. float32 `[batch * classes]` */
export function rowsOf(batch: Batch, classes: number): Float32Array {
  const rows = new Float32Array(batch.places.length * classes);
  for (const [i, label] of classesOf(batch).entries()) rows[i * classes + label] = 1;
  return rows;
}
