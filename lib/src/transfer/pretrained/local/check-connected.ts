import { refuseFile } from './refuse-file';

/** A layer as `model.json` has it; nothing says that it is one. */
interface LayerText {
  class_name?: unknown;
  name?: unknown;
  config?: { name?: unknown; layers?: unknown };
  inbound_nodes?: unknown;
}

/** A use of a layer: what it reads. */
interface Use {
  name: unknown;
  sources: readonly unknown[];
}

const mostLayers = 5000;

/**
 * tfjs connects the layers of a model in whatever order they can be, and never ends where one waits for what will
 * not come: itself, a layer that is not there, a use of one that is not. Such a model is refused; models inside it
 * are looked at too.
 */
export function checkConnected(file: string, topology: unknown, depth = 0): void {
  if (depth > 20) refuseFile(file, 'ses modèles sont rangés les uns dans les autres sans fin');
  const { model_config: whole = topology } = Object(topology) as { model_config?: unknown };
  const { layers } = (Object(whole) as LayerText).config ?? {};
  if (!Array.isArray(layers)) return;
  if (layers.length > mostLayers) refuseFile(file, `il annonce ${layers.length} couches`);
  const texts = layers.map((layer) => Object(layer) as LayerText);
  for (const text of texts) checkConnected(file, text, depth + 1);
  // How often each layer is connected so far. An input is from the start, and so is a model.
  const connected = new Map(texts.map((text) => [nameOf(text), isConnected(text) ? 1 : 0]));
  let waiting = texts.flatMap(usesOf);
  while (waiting.length > 0) {
    const before = waiting.length;
    waiting = waiting.filter(({ name, sources }) => {
      const ready = sources.every((source) => {
        const [from, use] = Array.isArray(source) ? (source as unknown[]) : [];
        return typeof use === 'number' && (connected.get(from) ?? 0) > use;
      });
      if (ready) connected.set(name, (connected.get(name) ?? 0) + 1);
      return !ready;
    });
    if (waiting.length === before) {
      refuseFile(file, `sa couche ${String(waiting[0]!.name).slice(0, 60)} attend une couche qui n’y est pas`); // prettier-ignore
    }
  }
}

const nameOf = ({ name, config }: LayerText): unknown => name ?? config?.name;

const isConnected = ({ class_name, config }: LayerText): boolean =>
  class_name === 'InputLayer' || Array.isArray(config?.layers);

function usesOf(text: LayerText): Use[] {
  const { inbound_nodes: nodes } = text;
  if (!Array.isArray(nodes)) return [];
  return nodes.map((sources: unknown) => ({
    name: nameOf(text),
    sources: Array.isArray(sources) ? (sources as unknown[]) : [undefined],
  }));
}
