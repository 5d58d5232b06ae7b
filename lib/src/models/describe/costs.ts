import { weightsOf, type LayerInside, type SymbolicInside } from '../../graph/model/tfjs-inside';

/**
 * Multiplications with an addition that a layer does for one image: each number of its kernels once for
 * each place of its output. Convolutions (in groups, depthwise, separable too) and dense layers have kernels;
 * the rest (normalisation, pooling, activations) is not counted, as papers do, who often call this « FLOPs ».
 */
export function macsOf(layer: LayerInside, output: SymbolicInside): number {
  const places = sizeOf(output.shape.slice(1, -1));
  const kernels = weightsOf(layer).filter(([property]) => /kernel$/i.test(property));
  return kernels.reduce((sum, [, weight]) => sum + places * sizeOf(weight.shape), 0);
}

export function parametersOf(weights: LayerInside['weights']): number {
  return weights.reduce((sum, weight) => sum + sizeOf(weight.shape), 0);
}

export function sizeOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, length) => product * (length ?? NaN), 1);
}
