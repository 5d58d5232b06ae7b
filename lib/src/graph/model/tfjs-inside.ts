import type { LayerWeight } from './layer';

/** What tfjs keeps of a model and does not declare: read here, and nowhere else. */
export interface LayerInside {
  readonly name: string;
  readonly trainable: boolean;
  readonly outputShape: (number | null)[];
  readonly trainableWeights: LayerWeight[];
  readonly inboundNodes: readonly { inputTensors: SymbolicInside[] }[];
  getClassName(): string;
  getConfig(): Record<string, unknown>;
}

/** A tensor between layers, which has a shape and no numbers. */
export interface SymbolicInside {
  readonly id: number;
  readonly shape: (number | null)[];
  readonly sourceLayer: LayerInside;
  readonly nodeIndex: number;
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

/** The weights of a layer, by the property that holds them: `kernel`, `bias`, `gamma` … */
export function weightsOf(layer: LayerInside): [string, LayerWeight][] {
  return Object.entries(layer).filter((entry): entry is [string, LayerWeight] =>
    isWeight(entry[1]),
  );
}

function isWeight(value: unknown): value is LayerWeight {
  const weight = value as Partial<LayerWeight> | null | undefined;
  return (
    typeof weight === 'object' &&
    weight !== null &&
    typeof weight.read === 'function' &&
    typeof weight.write === 'function'
  );
}
