import { refuseFile } from './refuse-file';

/** A layer as `model.json` has it; nothing says that it is one. */
interface LayerText {
  name?: unknown;
  config?: { name?: unknown; layers?: unknown; layer?: unknown };
  inbound_nodes?: unknown;
}

const mostLayers = 5000;

/**
 * tfjs connects the layers of a model in whatever order they can be, and never ends where one waits for what will
 * not come: itself, or a layer that is not there. Such a model is refused; models inside it are looked at too.
 */
export function checkConnected(file: string, topology: unknown, depth = 0): void {
  if (depth > 20) refuseFile(file, 'ses modèles sont rangés les uns dans les autres sans fin');
  const { model_config: whole = topology } = Object(topology) as { model_config?: unknown };
  const { layers } = (Object(whole) as LayerText).config ?? {};
  if (!Array.isArray(layers)) return;
  if (layers.length > mostLayers) refuseFile(file, `il annonce ${layers.length} couches`);
  const texts = layers.map((layer) => Object(layer) as LayerText);
  for (const text of texts) checkConnected(file, text, depth + 1);
  const known = new Set<unknown>();
  let waiting = texts.map((text) => ({ name: nameOf(text), sources: sourcesOf(text) }));
  while (waiting.length > 0) {
    const before = waiting.length;
    waiting = waiting.filter(({ name, sources }) => {
      const ready = sources.every((source) => known.has(source));
      if (ready) known.add(name);
      return !ready;
    });
    if (waiting.length === before) {
      refuseFile(file, `sa couche ${String(waiting[0]!.name).slice(0, 60)} attend une couche qui n’y est pas`); // prettier-ignore
    }
  }
}

const nameOf = ({ name, config }: LayerText): unknown => name ?? config?.name;

/** What a layer reads the first time it is used. Later uses may wait for layers behind it. */
function sourcesOf({ inbound_nodes: nodes }: LayerText): unknown[] {
  const [first] = Array.isArray(nodes) ? (nodes as unknown[]) : [];
  return Array.isArray(first) ? first.map((source: unknown) => (Array.isArray(source) ? (source as unknown[])[0] : undefined)) : []; // prettier-ignore
}
