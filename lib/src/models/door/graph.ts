/** A layer of a description. A model that stands as a layer has the settings of a graph. */
export interface LayerText {
  name: string;
  class_name: string;
  config: { name: string; batch_input_shape?: unknown };
  /** For each use of the layer, what it reads: `use` is which of the uses of another layer, from 0. */
  inbound_nodes: (readonly [name: string, use: number, tensor: 0, settings: object])[][];
}

/** Layers that say what they read, and which of them the images come into and the answers out of. */
export interface Graph<Use = 0> {
  name: string;
  layers: LayerText[];
  input_layers: (readonly [name: string, use: Use, tensor: 0])[];
  output_layers: (readonly [name: string, use: Use, tensor: 0])[];
}

/** A model that stands as a layer. */
export interface ModelInside extends LayerText {
  config: LayerText['config'] & Graph;
}

export const isModelInside = (layer: LayerText): layer is ModelInside => 'layers' in layer.config;
