import type { LayerWeight } from './layer';

/** What tfjs keeps of a model and does not declare: read here, and nowhere else. */
export interface LayerInside {
  readonly name: string;
  readonly trainable: boolean;
  readonly outputShape: (number | null)[];
  readonly weights: LayerWeight[];
  readonly trainableWeights: LayerWeight[];
  /** Each time the layer was connected to something. */
  readonly inboundNodes: readonly NodeInside[];
  /** Each time something was connected to it. */
  readonly outboundNodes: readonly NodeInside[];
  getClassName(): string;
  getConfig(): Record<string, unknown>;
}

export interface NodeInside {
  readonly inputTensors: SymbolicInside[];
  readonly outputTensors: SymbolicInside[];
}

/** A tensor between layers, which has a shape and no numbers. */
export interface SymbolicInside {
  readonly id: number;
  readonly dtype: string;
  readonly shape: (number | null)[];
  readonly sourceLayer: LayerInside;
  /** Which of the layer's inbound nodes made it, and which of that node's outputs it is. */
  readonly nodeIndex: number;
  readonly tensorIndex: number;
}

/** A model, which may also stand as a layer in another. */
export interface ModelInside extends LayerInside {
  readonly layers: LayerInside[];
  readonly inputs: SymbolicInside[];
  readonly outputs: SymbolicInside[];
}

export function isModel(layer: LayerInside): layer is ModelInside {
  return 'layers' in layer && 'outputs' in layer;
}

/**
 * The weights of a layer, by the property that holds them: `kernel`, `bias`, `gamma` … Those that a layer
 * keeps elsewhere (in a list, in a layer inside it) count: `w0`, `w1` …
 */
export function weightsOf(layer: LayerInside): [string, LayerWeight][] {
  const properties = Object.entries(layer);
  return layer.weights.map((weight, i) => {
    const property = properties.find(([, value]) => value === weight);
    return [property?.[0] ?? `w${i}`, weight];
  });
}
