import { z } from 'zod';

import { layerName, layerSchemas } from './layer-schemas';
import { flattened, inLine, troubleInside } from './flattened';
import { isModelInside, type Graph, type LayerText } from './graph';
import { sharedLayer, unrepeated, unshared } from './unshared';

/** Layers in a model at most: EfficientNet-B7 has 815. */
const maxLayers = 1500;

/** Which use of a layer, from 0. */
const use = z.int().min(0).max(maxLayers);
/** Which layer another one reads: a layer gives one output. tfjs adds settings of its call. */
const source = z
  .tuple([layerName, use, z.literal(0)], z.unknown())
  .transform(([name, at]) => [name, at, 0, {}] as const);

/** Models one in the other at most. */
const maxDepth = 4;
const modelClass = z.enum(['Sequential', 'Model', 'Functional']);

/** What a model is that stands as a layer; undefined where none may. */
type Inside = z.ZodType<Graph> | undefined;

const layerOr = (inside: Inside) =>
  z
    .object({
      class_name: z.string().max(100),
      config: z.unknown(),
      inbound_nodes: z.array(z.array(source).min(1).max(1000)).max(maxLayers).default([]),
    })
    .transform(({ class_name, config, inbound_nodes }, context): LayerText => {
      const isModel = modelClass.safeParse(class_name).success;
      const read = isModel
        ? inside?.safeParse({ class_name, config })
        : layerSchemas.get(class_name)?.safeParse(config);
      if (read?.success === true) {
        return { class_name, name: read.data.name, config: read.data, inbound_nodes };
      }
      const words = isModel ? ourWords(read?.error) : undefined;
      const message = words ?? refusal(class_name, config, read?.error);
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

/** What is told of a text that cannot be read: messages of ours are French; others tell of what tfjs did not write. */
export const ourWords = (error?: z.ZodError): string | undefined =>
  error?.issues.find(({ code }) => code === 'custom')?.message;

function refusal(type: string, config: unknown, error?: z.ZodError): string {
  const { name } = (config ?? {}) as { name?: unknown };
  const who = `sa couche ${typeof name === 'string' ? name.slice(0, 100) : ''}`.trim();
  const setting = error?.issues[0]?.path[0];
  return setting === undefined
    ? `${who} est de la classe ${type}, qui n’est pas permise ici`
    : `${who}, de la classe ${type}, a un réglage « ${String(setting)} » qui n’est pas permis ici`;
}

const layersOr = (inside: Inside) =>
  z
    .array(layerOr(inside))
    .min(1)
    .max(maxLayers)
    .superRefine((all, context) => {
      const shared = sharedLayer(all);
      if (shared === undefined) return;
      const message = `sa couche ${shared} est branchée plusieurs fois, avec les mêmes poids`;
      context.addIssue({ code: 'custom', message });
    });
const ends = z
  .array(z.tuple([layerName, use, z.literal(0)]))
  .min(1)
  .max(10);

const sequential = (inside: Inside) =>
  z.object({
    class_name: z.literal('Sequential'),
    config: z.object({ name: layerName, layers: layersOr(inside).transform(unrepeated) }),
  });
const functional = (inside: Inside) =>
  z.object({
    class_name: z.enum(['Model', 'Functional']),
    config: z
      .object({
        name: layerName,
        layers: layersOr(inside),
        input_layers: ends,
        output_layers: ends,
      })
      .transform(unshared)
      .superRefine((graph, context) => {
        const complaint = troubleIn(graph);
        if (complaint !== null) context.addIssue({ code: 'custom', message: complaint });
      }),
  });

/** Models that stand as layers are taken apart: what comes out has none. */
const topology = (inside: Inside): z.ZodType<Topology> =>
  z
    .discriminatedUnion('class_name', [sequential(inside), functional(inside)])
    .transform((model, context): Topology => {
      if (!model.config.layers.some(isModelInside)) return model;
      const graph = graphOf(model);
      const flat = troubleInside(graph) ?? flattened(graph);
      const complaint = typeof flat === 'string' ? flat : troubleIn(flat);
      if (complaint === null) return { class_name: 'Functional', config: flat as Graph };
      context.addIssue({ code: 'custom', message: complaint });
      return z.NEVER;
    });

const graphOf = ({ class_name, config }: Topology): Graph =>
  class_name === 'Sequential' ? inLine(config) : config;

let inside: Inside;
for (let depth = 0; depth < maxDepth; depth++) inside = topology(inside).transform(graphOf);

/** A model without its weights, as tfjs writes it, and nothing in it but what `layerSchemas` allows. */
export const topologySchema = topology(inside);
export type Topology =
  | { class_name: 'Sequential'; config: Pick<Graph, 'name' | 'layers'> }
  | { class_name: 'Model' | 'Functional'; config: Graph };

/**
 * tfjs connects the layers in whatever order they can be, and never ends where one waits for what will not
 * come: itself, a layer that is not there, an input that is none.
 */
function troubleIn({ layers: all, input_layers: inputs, output_layers: outputs }: Graph): string | null {
  if (all.length > maxLayers) return `il a plus de ${maxLayers} couches`;
  const names = new Set(all.map(({ name }) => name));
  if (names.size < all.length) return 'deux de ses couches portent le même nom';
  const lost = [...inputs, ...outputs].find(([name]) => !names.has(name));
  if (lost !== undefined) return `sa couche ${lost[0]} manque`;
  const twice = outputs.find(([name], i) => outputs.findIndex(([each]) => each === name) < i);
  if (twice !== undefined) return `sa couche ${twice[0]} est donnée deux fois en sortie`;
  const connected = new Set<string>();
  let waiting = all;
  while (waiting.length > 0) {
    const before = waiting.length;
    waiting = waiting.filter(({ name, class_name, inbound_nodes: [sources] }) => {
      const ready =
        sources === undefined
          ? class_name === 'InputLayer'
          : class_name !== 'InputLayer' && sources.every(([from]) => connected.has(from));
      if (ready) connected.add(name);
      return !ready;
    });
    if (waiting.length === before) return `sa couche ${waiting[0]!.name} n’est reliée à aucune entrée`;
  }
  return null;
} // prettier-ignore
