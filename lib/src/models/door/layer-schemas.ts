/**
 * The layers that a model may be made of when it comes as text from a place that is not trusted: those of
 * tfjs that a network for images has, and ours. Of each, the settings that count, and what they may be; the
 * rest (how weights are drawn, penalties) is left out, for neither shapes nor answers depend on it.
 */
import { z } from 'zod';

/** Registers our own layers with tfjs, so that it can make them again. */
import '../layers/grouped-conv2d';
import '../layers/input-normalization';
import '../layers/local-response-normalization';
import '../layers/partial-conv2d';
import '../layers/radial-basis';
import '../layers/subsampling2d';

const count = z.int().min(1).max(100_000);
const margin = z.int().min(0).max(1000);
const pair = z.tuple([count, count]);
const margins = z.tuple([z.tuple([margin, margin]), z.tuple([margin, margin])]);
const axis = z.int().min(-5).max(5);
const real = z.number().min(-1e6).max(1e6);
const padding = z.enum(['valid', 'same']);
const channelsLast = z.literal('channels_last').nullish();
const useBias = z.boolean();
const activation = z.enum([
  'elu', 'gelu', 'hard_sigmoid', 'linear', 'mish', 'relu', 'relu6', 'selu', 'sigmoid', 'softmax',
  'softplus', 'softsign', 'swish', 'tanh', 'scaled_tanh',
]); // prettier-ignore

/** A name that is no property which every object has. */
export const layerName = z
  .string()
  .regex(/^[\w./ -]{1,100}$/)
  .refine((name) => !(name in {}), 'un de ses noms n’est pas permis');

/** Of one batch: its size stays open. */
const batchShape = z.tuple([z.null()], count).refine((shape) => shape.length <= 5);

/** What every layer may say of itself. */
const common = {
  name: layerName,
  trainable: z.boolean().optional(),
  batch_input_shape: batchShape.nullish(),
  dtype: z.literal('float32').nullish(),
};

const windows = { kernel_size: pair, strides: pair, padding, data_format: channelsLast };
const convolution = {
  ...windows,
  dilation_rate: pair,
  activation,
  use_bias: useBias,
};
const pooling = { pool_size: pair, strides: pair, padding, data_format: channelsLast };
/** Square windows, as our own layers have them. */
const square = { kernel_size: count, activation };

const settings = {
  // of tfjs
  InputLayer: {},
  Activation: { activation },
  Add: {},
  Average: {},
  AveragePooling2D: pooling,
  BatchNormalization: { axis, momentum: real, epsilon: real, center: z.boolean(), scale: z.boolean() },
  Concatenate: { axis },
  Conv2D: { ...convolution, filters: count },
  Cropping2D: { cropping: margins, data_format: channelsLast },
  Dense: { units: count, activation, use_bias: useBias },
  DepthwiseConv2D: { ...convolution, depth_multiplier: count },
  Dropout: { rate: z.number().min(0).max(1), noise_shape: z.array(count.nullable()).max(5).nullish() },
  ELU: { alpha: real },
  Flatten: { data_format: channelsLast },
  GlobalAveragePooling2D: { data_format: channelsLast },
  GlobalMaxPooling2D: { data_format: channelsLast },
  LeakyReLU: { alpha: real },
  MaxPooling2D: pooling,
  Maximum: {},
  Multiply: {},
  ReLU: { max_value: real.nullish() },
  Reshape: { target_shape: z.array(count).max(4) },
  SeparableConv2D: { ...convolution, filters: count, depth_multiplier: count },
  Softmax: { axis },
  ZeroPadding2D: { padding: margins, data_format: channelsLast },
  // ours
  GroupedConv2D: { ...square, filters: count, groups: count, strides: count, padding, use_bias: useBias },
  InputNormalization: { mean: z.array(real).max(1000), deviation: z.array(real).max(1000) },
  LocalResponseNormalization: { depth_radius: count, bias: real, alpha: real, beta: real },
  PartialConv2D: { ...square, connections: z.array(z.array(margin).max(1000)).max(1000) },
  RadialBasis: { codes: z.array(z.array(real).max(1000)).max(1000) },
  Subsampling2D: { pool_size: count, activation },
} as const; // prettier-ignore

/** What a layer's settings must be, by its class. Settings that are not named are left out. */
export const layerSchemas: ReadonlyMap<string, z.ZodType<{ name: string }>> = new Map(
  Object.entries(settings).map(([type, own]) => [type, z.object({ ...common, ...own })]),
);
