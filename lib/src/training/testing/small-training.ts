import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import type { History } from '../history';
import type { TrainModelOptions } from '../train-model';

/** Three classes that differ in their mean. */
export function blobs(count: number, channels = 2): { images: Volume; labels: number[] } {
  const labels = Array.from({ length: count }, (_, i) => (i * 7) % 3);
  const images = Volume.zeros([count, 6, 6, channels], 'float32');
  const noise = seededVolume(images.shape, 5).data;
  const size = 36 * channels;
  for (let i = 0; i < images.size; i++) {
    const label = labels[Math.floor(i / size)]!;
    images.data[i] = (noise[i]! + (i % 3 === label ? 2 : 0)) / 3;
  }
  return { images, labels };
}

/** A short training without a word. */
export const options: TrainModelOptions = {
  epochs: 3,
  batchSize: 8,
  learningRate: 0.01,
  progress: false,
};

/** All weights of a model. */
export function valuesOf(model: Tfjs.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

/** All of a history but the time it took. */
export function numbersOf({ seconds, ...rest }: History): Omit<History, 'seconds'> {
  assert.ok(seconds >= 0);
  return rest;
}

/** The same history, its metrics to a tolerance. */
export function assertSame(ours: History, theirs: History, tolerance: number): void {
  assert.deepEqual({ ...numbersOf(ours), metrics: {} }, { ...numbersOf(theirs), metrics: {} });
  for (const [name, values] of Object.entries(theirs.metrics)) {
    for (const [epoch, value] of values.entries()) {
      const distance = Math.abs(ours.metrics[name]![epoch]! - value);
      assert.ok(distance <= tolerance, `${name} of epoch ${epoch}: ${distance}`);
    }
  }
}

/** What is warned of meanwhile. */
export async function warnings(work: () => Promise<unknown>): Promise<string[]> {
  const usual = console.warn;
  const said: string[] = [];
  console.warn = (text: string) => said.push(text);
  try {
    await work();
  } finally {
    console.warn = usual;
  }
  return said;
}
