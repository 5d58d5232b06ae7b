import { isModelInside, type Graph, type LayerText } from './graph';

const end = (name: string): Graph['output_layers'][number] => [name, 0, 0];
const isImage = ({ class_name }: LayerText): boolean => class_name === 'InputLayer';

/** Layers one behind the other, as a graph. */
export function inLine({ name, layers }: Pick<Graph, 'name' | 'layers'>): Graph {
  const first = layers.slice(0, 1).flatMap((each) => (isModelInside(each) ? each.config.layers : each));
  const { batch_input_shape } = (first.find(isImage) ?? first[0]!).config;
  const image = `${name}/image`;
  const all: LayerText[] = [
    { class_name: 'InputLayer', name: image, config: { name: image, batch_input_shape }, inbound_nodes: [] },
  ];
  for (const layer of layers.filter((each) => !isImage(each))) {
    const config = { ...layer.config };
    delete config.batch_input_shape;
    all.push({ ...layer, config, inbound_nodes: [[[all.at(-1)!.name, 0, 0, {}]]] });
  }
  return { name, layers: all, input_layers: [end(image)], output_layers: [end(all.at(-1)!.name)] };
} // prettier-ignore

/** Why a model that stands as a layer cannot be taken apart: the end of a French sentence. */
export function troubleInside({ layers }: Graph): string | null {
  for (const { name, config, inbound_nodes } of layers.filter(isModelInside)) {
    const [reads, wants] = [inbound_nodes[0]!.length, config.input_layers.length];
    const who = `le modèle ${name}, dont il fait une couche,`;
    if (reads !== wants) return `${who} reçoit ${reads} entrées au lieu de ${wants}`;
    if (config.output_layers.length > 1) return `${who} a plusieurs sorties`;
  }
  return null;
}

/**
 * Whoever makes a block a model and connects it as a layer has the layers of the block: they take the model's place,
 * named `model/layer`. What reads the model reads its last layer; what reads its image, what the model reads.
 *
 * @param graph without `troubleInside`, its layers in no circle, its models taken apart themselves
 */
export function flattened(graph: Graph): Graph {
  const standsFor = new Map<string, string>();
  const real = (name: string): string => {
    const other = standsFor.get(name);
    return other === undefined ? name : real(other);
  };
  const layers = graph.layers.flatMap((layer): LayerText[] => {
    if (!isModelInside(layer)) return [layer];
    const named = (name: string): string => `${layer.name}/${name}`;
    const { input_layers, output_layers, layers: inside } = layer.config;
    for (const [i, [image]] of input_layers.entries()) {
      standsFor.set(named(image), layer.inbound_nodes[0]![i]![0]);
    }
    standsFor.set(layer.name, named(output_layers[0]![0]));
    return inside
      .filter((each) => !isImage(each))
      .map((each) => {
        const name = named(each.name);
        return { ...each, name, config: { ...each.config, name }, inbound_nodes: reading(each, named) };
      });
  });
  return {
    ...graph,
    layers: layers.map((layer) => ({ ...layer, inbound_nodes: reading(layer, real) })),
    output_layers: graph.output_layers.map(([name]) => end(real(name))),
  };
} // prettier-ignore

/** What a layer reads, called otherwise. */
const reading = ({ inbound_nodes }: LayerText, called: (name: string) => string) =>
  inbound_nodes.map((read) => read.map(([name]) => [called(name), 0, 0, {}] as const));
