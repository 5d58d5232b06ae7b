import type { Unit } from './units';
import type { LayerNode } from './read-graph';

/** What the layer that gives a unit its name does: « conv 3×3, 64, pas 2 ». */
export function mainWords({ type, config }: LayerNode): string {
  return (words[type] ?? thinNames[type])?.(config) ?? type;
}

/** The thin layers in front of the main one: « BN · ReLU ». */
export function wordsBefore({ layers, main }: Unit): string {
  return told(layers.slice(0, layers.indexOf(main)).map(mainWords));
}

/** The activation of the main layer, and the thin ones behind it. */
export function wordsAfter({ layers, main }: Unit): string {
  const behind = layers.slice(layers.indexOf(main) + 1).map(mainWords);
  return told([activationOf(main), ...behind]);
}

function told(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ');
}

type Config = Record<string, unknown>;

const words: Record<string, (config: Config) => string> = {
  InputLayer: () => 'entrée',
  Conv1D: (c) => `conv ${window(c['kernelSize'])}, ${filters(c)}${steps(c)}`,
  Conv2D: (c) => `conv ${window(c['kernelSize'])}, ${filters(c)}${steps(c)}`,
  Conv2DTranspose: (c) => `conv transposée ${window(c['kernelSize'])}, ${filters(c)}${steps(c)}`,
  DepthwiseConv2D: (c) => `conv ${window(c['kernelSize'])} par canal${steps(c)}`,
  SeparableConv2D: (c) => `conv sép. ${window(c['kernelSize'])}, ${filters(c)}${steps(c)}`,
  GroupedConv2D: (c) => `conv ${window(c['kernelSize'])}, ${filters(c)}${steps(c)}`,
  PartialConv2D: (c) => `conv ${window(c['kernelSize'])} partielle, ${filters(c)}`,
  Dense: (c) => `dense, ${String(c['units'])}`,
  RadialBasis: () => 'distances à 10 dessins',
  MaxPooling2D: (c) => `max ${window(c['poolSize'])}${steps(c)}`,
  AveragePooling2D: (c) => `moyenne ${window(c['poolSize'])}${steps(c)}`,
  Subsampling2D: (c) => `moyenne ${window(c['poolSize'])} apprise`,
  GlobalAveragePooling2D: () => 'moyenne globale',
  GlobalMaxPooling2D: () => 'max global',
  UpSampling2D: (c) => `agrandir ${window(c['size'])}`,
  Flatten: () => 'aplatir',
  Add: () => '+',
  Multiply: () => '×',
  Concatenate: () => 'concat',
};

const thinNames: Record<string, (config: Config) => string> = {
  BatchNormalization: () => 'BN',
  LayerNormalization: () => 'LN',
  LocalResponseNormalization: () => 'LRN',
  InputNormalization: () => 'normaliser',
  Rescaling: () => 'normaliser',
  // That of whole blocks grows from block to block: blocks that do the same otherwise are alike.
  Dropout: (c) =>
    Array.isArray(c['noiseShape']) ? 'dropout du bloc' : `dropout ${rate(c['rate'])}`,
  ZeroPadding2D: () => 'marge',
  Activation: (c) => activationName(c['activation']),
  ReLU: () => 'ReLU',
  Softmax: () => 'softmax',
  Reshape: () => '',
};

/** Of a layer that has one beside its own work. */
function activationOf({ type, config }: LayerNode): string {
  return type in thinNames ? '' : activationName(config['activation']);
}

function activationName(name: unknown): string {
  if (typeof name !== 'string' || name === 'linear') return '';
  return name === 'relu' ? 'ReLU' : name === 'scaledTanh' ? 'tanh' : name;
}

function filters(config: Config): string {
  const { filters: count, connections, groups } = config;
  const all = Array.isArray(connections) ? connections.length : Number(count);
  return Number(groups) > 1 ? `${Number(groups)} fois ${all / Number(groups)}` : String(all);
}

function window(size: unknown): string {
  return pair(size).join('×');
}

function steps({ strides, dilationRate }: Config): string {
  const [height, width] = pair(strides ?? 1);
  const step = height === width ? String(height) : `${height}×${width}`;
  const spread = pair(dilationRate ?? 1)[0]!;
  return `${step === '1' ? '' : `, pas ${step}`}${spread === 1 ? '' : `, dilatée ${spread}`}`;
}

function rate(value: unknown): string {
  return String(Math.round(Number(value) * 100) / 100).replace('.', ',');
}

function pair(value: unknown): number[] {
  return Array.isArray(value) ? (value as number[]) : [Number(value), Number(value)];
}
