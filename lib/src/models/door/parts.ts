import type { LayerInside, ModelInside } from '../../graph/model/tfjs-inside';
import type { LayersModel } from '../../tf/models';
import { parametersOf } from '../describe/costs';
import { walk, type Step } from '../describe/walk';

/** A layer that computes, between those it reads and those that read it. */
export interface Part {
  /** Class, and window where it has one: « Conv2D 3 × 3, pas 2 ». */
  type: string;
  /** Output of one image: « 28 × 28 × 6 ». */
  shape: string;
  parameters: number;
  /** « relu »; empty where there is none. */
  activation: string;
  /** What it reads; nothing where an image comes in. */
  from: readonly Part[];
  /** The layer itself, which holds the weights. */
  layer: LayerInside;
}

/** They compute nothing that is seen in what the layers around them give. */
const silent = new Set(['ZeroPadding2D', 'Flatten', 'Reshape']);
const activations: Record<string, string> = {
  ReLU: 'relu',
  Softmax: 'softmax',
  ELU: 'elu',
  LeakyReLU: 'leakyRelu',
  Activation: '',
};
/** How a layer is called whose window covers all that comes in. */
const overAll: Record<string, string> = {
  Conv2D: 'Dense',
  AveragePooling2D: 'GlobalAveragePooling2D',
  MaxPooling2D: 'GlobalMaxPooling2D',
};

/** A layer that is an activation and nothing else. */
export const activationType = 'Activation';

/** What each output of a model is made of, down to its images. */
export function partsOf(model: LayersModel): Part[] {
  const inside = model as unknown as ModelInside;
  const images = inside.inputs.map((input): Part => {
    const shape = shapeOf(input.shape.slice(1));
    return { type: 'InputLayer', shape, parameters: 0, activation: '', from: [], layer: input.sourceLayer }; // prettier-ignore
  });
  return walk(inside, images, partOf);
}

function partOf({ layer, inputs, output, known }: Step<Part>): Part {
  const className = layer.getClassName();
  const activation = activationOf(layer, className);
  const alone = Object.hasOwn(activations, className);
  if (silent.has(className) || (alone && activation === '')) return known[0]!;
  if (className === 'Dropout') return droppedFrom(known[0]!, layer);
  const coming = inputs[0]!.shape.slice(1);
  const going = output.shape.slice(1);
  const { kernelSize, poolSize, strides, padding, dilationRate } = layer.getConfig();
  const window = pair(kernelSize ?? poolSize);
  const whole =
    window !== undefined &&
    Object.hasOwn(overAll, className) &&
    String(window) === String(coming.slice(0, 2)) &&
    (padding === 'valid' || String(window) === '1,1');
  return {
    type: alone
      ? activationType
      : whole
        ? overAll[className]!
        : className + windowText(window, pair(strides), pair(dilationRate)) + frozenText(layer),
    shape: shapeOf(whole ? going.slice(2) : going),
    parameters: parametersOf(layer.weights),
    activation,
    from: known,
    layer,
  };
}

function activationOf(layer: LayerInside, className: string): string {
  const { activation, maxValue } = layer.getConfig();
  if (className === 'ReLU' && typeof maxValue === 'number') return `relu${maxValue}`;
  const named = activation ?? activations[className];
  return typeof named === 'string' && named !== 'linear' ? named : '';
}

/** Weights that do not learn: the network is the same, and its training is not. */
const frozenText = ({ trainable, weights }: LayerInside): string =>
  trainable || weights.length === 0 ? '' : ', gelée';

/** What is left out while the network learns: of nothing, that is no layer. */
function droppedFrom(from: Part, layer: LayerInside): Part {
  const { rate, noiseShape } = layer.getConfig() as { rate: number; noiseShape?: unknown[] | null };
  if (rate === 0) return from;
  const share = String(Number(rate.toFixed(4))).replace('.', ',');
  const together = noiseShape ? `, noiseShape [${noiseShape.map(String).join(', ')}]` : '';
  const { shape } = from;
  return { type: `Dropout ${share}${together}`, shape, parameters: 0, activation: '', from: [from], layer }; // prettier-ignore
}

type Pair = [number, number];

function windowText(window?: Pair, step: Pair = [1, 1], apart: Pair = [1, 1]): string {
  if (window === undefined) return '';
  const text = (name: string, [high, wide]: Pair): string =>
    high === 1 && wide === 1 ? '' : `, ${name} ${high === wide ? high : `[${high}, ${wide}]`}`;
  const spread: Pair = String(window) === '1,1' ? [1, 1] : apart;
  return ` ${window.join(' × ')}${text('pas', step)}${text('dilatation', spread)}`;
}

/** A length for both axes, or one for each. */
function pair(value: unknown): Pair | undefined {
  if (typeof value === 'number') return [value, value];
  return Array.isArray(value) && value.length === 2 ? (value as Pair) : undefined;
}

/** « 28 × 28 × 6 » */
export const shapeOf = (shape: readonly (number | null)[]): string => shape.join(' × ');
