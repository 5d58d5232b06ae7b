import type { Tensor } from '../../tf';

/** A layer of tfjs, as far as the conversions look into it. */
export interface TfLayer {
  name: string;
  outputShape: (number | null)[];
  getClassName(): string;
  getConfig(): Record<string, unknown>;
  getWeights(): Tensor[];
  setWeights(weights: Tensor[]): void;
  inboundNodes?: { inboundLayers: TfLayer[] }[];
}

/** A model of tfjs: `tf.sequential(...)`, `tf.loadLayersModel(...)`. */
export interface TfModel {
  readonly layers: TfLayer[];
  readonly inputs: { shape: (number | null)[] }[];
}
