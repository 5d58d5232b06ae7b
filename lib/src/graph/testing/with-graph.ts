import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import type { Tensor } from '../../tf/tensors';
import { compileGraph, type CompileGraphOptions } from '../compile-graph';
import type { CompiledGraph } from '../compiled-graph';
import { asModel } from './nets';

export const sparse: CompileGraphOptions = {
  loss: 'sparseCategoricalCrossentropy',
  optimizer: 'sgd',
};

export function tensorOf(shape: number[], seed: number): Tfjs.Tensor {
  return tfjs.tensor(Float32Array.from(seededVolume(shape, seed).data), shape);
}

export function ours(tensor: Tfjs.Tensor): Tensor {
  return tensor as unknown as Tensor;
}

export function labelsOf(count: number): Tfjs.Tensor1D {
  return tfjs.tensor1d(
    Int32Array.from({ length: count }, (_, i) => (i * i) % 3),
    'int32',
  );
}

export function assertNear(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  assert.equal(a.length, b.length, what);
  const largest = Math.max(...Array.from(b, Math.abs), 1e-3);
  for (let i = 0; i < a.length; i++) {
    const distance = Math.abs(a[i]! - b[i]!);
    assert.ok(distance <= tolerance * largest, `${what}[${i}]: ${a[i]} and ${b[i]}`);
  }
}

/** Trains eagerly with tfjs: the oracle. */
export function trainEagerly(
  model: Tfjs.LayersModel,
  optimizer: Tfjs.Optimizer,
  batches: [Tfjs.Tensor, Tfjs.Tensor][],
): number[] {
  return batches.map(([x, y]) =>
    tfjs.tidy(() => {
      const cost = optimizer.minimize(() => {
        const p = model.apply(x, { training: true }) as Tfjs.Tensor;
        return tfjs.oneHot(y.toInt(), 3).mul(p.log()).sum(-1).mean().neg() as Tfjs.Scalar;
      }, true)!;
      return cost.dataSync()[0]!;
    }),
  );
}

export async function withGraph<T>(
  model: Tfjs.LayersModel,
  options: CompileGraphOptions,
  use: (graph: CompiledGraph) => T | Promise<T>,
): Promise<T> {
  const graph = await compileGraph(asModel(model), options);
  try {
    return await use(graph);
  } finally {
    graph.dispose();
  }
}
