/** A layer of a description, as far as its connections go; `use`: which of the uses of a layer is read, from 0. */
interface Connected {
  name: string;
  class_name: string;
  config: { name: string };
  inbound_nodes: (readonly [name: string, use: number, tensor: 0, settings: object])[][];
}

/** Layers that hold no weights: used twice, one is the same as two. */
const weightless = new Set([
  'Activation', 'Add', 'Average', 'AveragePooling2D', 'Concatenate', 'Cropping2D', 'Dropout', 'ELU', 'Flatten',
  'GlobalAveragePooling2D', 'GlobalMaxPooling2D', 'LeakyReLU', 'MaxPooling2D', 'Maximum', 'Multiply', 'ReLU',
  'Reshape', 'Softmax', 'ZeroPadding2D',
]); // prettier-ignore

/** The layer that is used several times with the same weights, if there is one: no others can take its place. */
export function sharedLayer(layers: readonly Connected[]): string | undefined {
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
 * @param layers of a functional model
 */
export function unshared<T extends Connected>(layers: readonly T[]): T[] {
  return layers.flatMap((layer) => {
    const { inbound_nodes } = layer;
    return inbound_nodes.length === 0
      ? [layer]
      : inbound_nodes.map((read, use) => ({
          ...renamed(layer, use),
          inbound_nodes: [read.map(([name, at]) => [nameOfUse(name, at), 0, 0, {}] as const)],
        }));
  });
}

/**
 * The same for a list of layers, where one that is used again comes again.
 *
 * @param layers of a sequential model
 */
export function unrepeated<T extends Connected>(layers: readonly T[]): T[] {
  const uses = new Map<string, number>();
  return layers.map((layer) => {
    const use = uses.get(layer.name) ?? 0;
    uses.set(layer.name, use + 1);
    return renamed(layer, use);
  });
}

/** How the layer is called that one use of a layer becomes. */
export const nameOfUse = (name: string, use: number): string =>
  use === 0 ? name : `${name}/${use + 1}`;

function renamed<T extends Connected>(layer: T, use: number): T {
  const name = nameOfUse(layer.name, use);
  return { ...layer, name, config: { ...layer.config, name } };
}
