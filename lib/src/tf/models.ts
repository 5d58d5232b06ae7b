/** tfjs's layers and models, as far as the lessons use them: see `tensors.ts` for why. */
import type { Scalar, Tensor, Variable } from './tensors';

/** Lengths of the axes; null where any length will do, as for the batch. */
export type Shape = (number | null)[];

/** A tensor that a model will compute: it has a shape and no numbers yet. */
export interface SymbolicTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: string;
}

/** A layer of a model. */
export interface Layer {
  name: string;
  trainable: boolean;
  readonly input: SymbolicTensor | SymbolicTensor[];
  readonly output: SymbolicTensor | SymbolicTensor[];
  readonly outputShape: Shape | Shape[];
  /**
   * Connects the layer: to tensors it computes, to symbolic ones it grows a model. `training`: as while it
   * learns, where normalisation takes the means of the batch and dropout drops.
   */
  apply(
    input: Tensor | Tensor[] | SymbolicTensor | SymbolicTensor[],
    options?: { training?: boolean },
  ): Tensor | Tensor[] | SymbolicTensor | SymbolicTensor[];
  countParams(): number;
  getWeights(): Tensor[];
  setWeights(weights: Tensor[]): void;
  getClassName(): string;
  /** Frees the weights. */
  dispose(): { numDisposedVariables: number };
}

/** What any layer takes. */
export interface LayerOptions {
  name?: string;
  trainable?: boolean;
  /** Of a model's first layer: the shape of one item, without the batch. */
  inputShape?: Shape;
}

export type Activation =
  'elu' | 'linear' | 'relu' | 'relu6' | 'selu' | 'sigmoid' | 'softmax' | 'swish' | 'tanh';

type InitializerName =
  'glorotUniform' | 'glorotNormal' | 'heNormal' | 'heUniform' | 'ones' | 'zeros';

/** Draws the first weights of a layer. */
export interface Initializer {
  apply(shape: number[]): Tensor;
  getClassName(): string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as tfjs: whatever rebuilds it
  getConfig(): Record<string, any>;
  fromConfigUsesCustomObjects(): boolean;
}

/** Makes initializers; with a seed, the same weights each time. */
export interface Initializers {
  glorotUniform(options: { seed?: number }): Initializer;
  heNormal(options: { seed?: number }): Initializer;
  constant(options: { value: number }): Initializer;
  zeros(): Initializer;
}

interface WeightedOptions extends LayerOptions {
  activation?: Activation;
  useBias?: boolean;
  kernelInitializer?: InitializerName | Initializer;
  biasInitializer?: InitializerName | Initializer;
  weights?: Tensor[];
}

export interface Conv2dLayerOptions extends WeightedOptions {
  filters: number;
  kernelSize: number | [number, number];
  strides?: number | [number, number];
  padding?: 'valid' | 'same';
}

export interface Pooling2dLayerOptions extends LayerOptions {
  poolSize?: number | [number, number];
  strides?: number | [number, number];
  padding?: 'valid' | 'same';
}

export interface DenseLayerOptions extends WeightedOptions {
  units: number;
}

export interface DepthwiseConv2dLayerOptions extends LayerOptions {
  kernelSize: number | [number, number];
  strides?: number | [number, number];
  padding?: 'valid' | 'same';
  /** Filters for each map. Default 1. */
  depthMultiplier?: number;
  activation?: Activation;
  useBias?: boolean;
}

export interface DropoutLayerOptions extends LayerOptions {
  rate: number;
  seed?: number;
  /** Which numbers are dropped together: null where each has its own draw, 1 where all share one. */
  noiseShape?: number[];
}

/** Rows above and below, columns left and right. */
type Margins = [[number, number], [number, number]];

/** A layer of one's own: `class Mine extends tf.layers.Layer`, with a `static className`. */
export interface OwnLayer extends Layer {
  computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[];
  /** Computes; the input is one tensor, or a list of them. */
  call(inputs: Tensor | Tensor[], options: Record<string, unknown>): Tensor | Tensor[];
}

/** Makes layers. */
export interface Layers {
  readonly Layer: abstract new (options: LayerOptions) => OwnLayer;
  activation(options: LayerOptions & { activation: Activation }): Layer;
  /** Sums what several branches give, number by number. */
  add(options?: LayerOptions): Layer;
  averagePooling2d(options: Pooling2dLayerOptions): Layer;
  batchNormalization(options?: LayerOptions & { momentum?: number; epsilon?: number }): Layer;
  /** Puts the maps of several branches one behind the other. */
  concatenate(options?: LayerOptions & { axis?: number }): Layer;
  conv2d(options: Conv2dLayerOptions): Layer;
  dense(options: DenseLayerOptions): Layer;
  /** Each filter sees one map. */
  depthwiseConv2d(options: DepthwiseConv2dLayerOptions): Layer;
  dropout(options: DropoutLayerOptions): Layer;
  elu(options?: LayerOptions & { alpha?: number }): Layer;
  flatten(options?: LayerOptions): Layer;
  globalAveragePooling2d(options: LayerOptions): Layer;
  /** `alpha`: the slope below 0. */
  leakyReLU(options?: LayerOptions & { alpha?: number }): Layer;
  maxPooling2d(options: Pooling2dLayerOptions): Layer;
  /** Multiplies what several branches give, number by number. */
  multiply(options?: LayerOptions): Layer;
  reLU(options?: LayerOptions & { maxValue?: number }): Layer;
  reshape(options: LayerOptions & { targetShape: number[] }): Layer;
  softmax(options?: LayerOptions & { axis?: number }): Layer;
  /** A margin of zeros around the image: as many rows on each side, or `[[top, bottom], [left, right]]`. */
  zeroPadding2d(options: LayerOptions & { padding: number | Margins }): Layer;
}

/** Changes variables so that the loss falls. */
export interface Optimizer {
  minimize(loss: () => Scalar, returnCost?: boolean, variables?: Variable[]): Scalar | null;
  dispose(): void;
}

/** Makes optimizers. */
export interface Optimizers {
  sgd(learningRate: number): Optimizer;
  momentum(learningRate: number, momentum: number): Optimizer;
  rmsprop(learningRate: number): Optimizer;
  adam(learningRate?: number): Optimizer;
}

export interface CompileOptions {
  optimizer: string | Optimizer;
  loss: string;
  metrics?: string | string[];
}

/** Loss and metrics at the end of a batch or an epoch, by name. */
export type Logs = Record<string, number>;

export interface FitOptions {
  batchSize?: number;
  epochs?: number;
  verbose?: 0 | 1;
  shuffle?: boolean;
  validationSplit?: number;
  validationData?: [Tensor, Tensor];
  callbacks?: {
    onEpochBegin?: (epoch: number) => void | Promise<void>;
    onEpochEnd?: (epoch: number, logs?: Logs) => void | Promise<void>;
    onBatchEnd?: (batch: number, logs?: Logs) => void | Promise<void>;
  };
}

export interface FitHistory {
  epoch: number[];
  history: Record<string, (number | Tensor)[]>;
}

/** Layers connected into one function, which learns. */
export interface LayersModel extends Layer {
  layers: Layer[];
  readonly inputs: SymbolicTensor[];
  readonly outputs: SymbolicTensor[];
  compile(options: CompileOptions): void;
  fit(x: Tensor | Tensor[], y: Tensor | Tensor[], options?: FitOptions): Promise<FitHistory>;
  evaluate(
    x: Tensor | Tensor[],
    y: Tensor | Tensor[],
    options?: { batchSize?: number },
  ): Scalar | Scalar[];
  predict(x: Tensor | Tensor[], options?: { batchSize?: number }): Tensor | Tensor[];
  getLayer(name: string): Layer;
  /** Writes architecture and weights: `'file://folder'` makes a folder with two files. */
  save(url: string): Promise<unknown>;
  summary(lineLength?: number, positions?: number[], print?: (message?: unknown) => void): void;
}

/** A model whose layers follow one another. */
export interface Sequential extends LayersModel {
  add(layer: Layer): void;
}

/** Losses and metrics as functions, a number a row. */
export interface Metrics {
  categoricalCrossentropy(targets: Tensor, probabilities: Tensor): Tensor;
}

/** Makes models. */
export interface Models {
  sequential(options?: { layers?: Layer[]; name?: string }): Sequential;
  model(options: {
    inputs: SymbolicTensor | SymbolicTensor[];
    outputs: SymbolicTensor | SymbolicTensor[];
    name?: string;
  }): LayersModel;
  input(options: { shape: Shape; name?: string }): SymbolicTensor;
  /** Reads what `save` wrote: `'file://folder/model.json'`. */
  loadLayersModel(url: string): Promise<LayersModel>;
  readonly metrics: Metrics;
  readonly layers: Layers;
  readonly initializers: Initializers;
  readonly train: Optimizers;
}
