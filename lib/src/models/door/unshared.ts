import { isModelInside, type Graph, type LayerText } from './graph';

/** Layers that hold no weights: used twice, one is the same as two. */
const weightless = new Set([
  'Activation', 'Add', 'Average', 'AveragePooling2D', 'Concatenate', 'Cropping2D', 'Dropout', 'ELU', 'Flatten',
  'GlobalAveragePooling2D', 'GlobalMaxPooling2D', 'LeakyReLU', 'MaxPooling2D', 'Maximum', 'Multiply', 'ReLU',
  'Reshape', 'Softmax', 'ZeroPadding2D',
]); // prettier-ignore

/** The layer that is used several times with the same weights, if there is one: no others can take its place. */
export function sharedLayer(layers: readonly LayerText[]): string | undefined {
  const seen = new Set<string>();
  const shared = layers.find(({ name, class_name, inbound_nodes }) => {
    const again = seen.has(name) || inbound_nodes.length > 1;
    seen.add(name);
    return again && !weightless.has(class_name);
  });
  return shared?.name;
}

/**
 * Whoever makes one pooling and connects it five times has five poolings: each use becomes a layer of its own.
 *
 * @param graph of a functional model
 */
export function unshared({ name, layers, input_layers, output_layers }: Graph<number>): Graph {
  // tfjs counts a model's own inputs as its first use; there is only one other (`sharedLayer`).
  const models = new Set(layers.filter(isModelInside).map((model) => model.name));
  const called = (layer: string, use: number): string =>
    models.has(layer) ? layer : nameOfUse(layer, use);
  const ends = (of: Graph<number>['output_layers']): Graph['output_layers'] =>
    of.map(([layer, use]) => [called(layer, use), 0, 0]);
  const each = layers.flatMap((layer): LayerText[] =>
    layer.inbound_nodes.length === 0
      ? [layer]
      : layer.inbound_nodes.map((read, use) => ({
          ...renamed(layer, use),
          inbound_nodes: [read.map(([from, at]) => [called(from, at), 0, 0, {}] as const)],
        })),
  );
  return { name, layers: each, input_layers: ends(input_layers), output_layers: ends(output_layers) }; // prettier-ignore
}

/**
 * The same for a list of layers, where one that is used again comes again.
 *
 * @param layers of a sequential model
 */
export function unrepeated(layers: readonly LayerText[]): LayerText[] {
  const uses = new Map<string, number>();
  return layers.map((layer) => {
    const use = uses.get(layer.name) ?? 0;
    uses.set(layer.name, use + 1);
    return renamed(layer, use);
  });
}

/** How the layer is called that one use of a layer becomes. */
const nameOfUse = (name: string, use: number): string => (use === 0 ? name : `${name}/${use + 1}`);

function renamed(layer: LayerText, use: number): LayerText {
  const name = nameOfUse(layer.name, use);
  return { ...layer, name, config: { ...layer.config, name } };
}
