import { z } from 'zod';

import { layerName, layerSchemas } from './layer-schemas';
import { nameOfUse, sharedLayer, unrepeated, unshared } from './unshared';

/** Layers in a model at most: EfficientNet-B7 has 815. */
const maxLayers = 1500;

/** Which use of a layer, from 0. */
const use = z.int().min(0).max(maxLayers);
/** Which layer another one reads: a layer gives one output. tfjs adds settings of its call. */
const source = z
  .tuple([layerName, use, z.literal(0)], z.unknown())
  .transform(([name, at]) => [name, at, 0, {}] as const);

const layer = z
  .object({
    class_name: z.string().max(100),
    config: z.unknown(),
    inbound_nodes: z.array(z.array(source).min(1).max(1000)).max(maxLayers).default([]),
  })
  .transform(({ class_name, config, inbound_nodes }, context) => {
    const known = layerSchemas.get(class_name)?.safeParse(config);
    if (known?.success === true) {
      return { class_name, name: known.data.name, config: known.data, inbound_nodes };
    }
    context.addIssue({ code: 'custom', message: refusal(class_name, config, known?.error) });
    return z.NEVER;
  });
type LayerText = z.infer<typeof layer>;

function refusal(type: string, config: unknown, error?: z.ZodError): string {
  const { name } = (config ?? {}) as { name?: unknown };
  const who = `sa couche ${typeof name === 'string' ? name.slice(0, 100) : ''}`.trim();
  const setting = error?.issues[0]?.path[0];
  return setting === undefined
    ? `${who} est de la classe ${type}, qui n’est pas permise ici`
    : `${who}, de la classe ${type}, a un réglage « ${String(setting)} » qui n’est pas permis ici`;
}

const layers = z
  .array(layer)
  .min(1)
  .max(maxLayers)
  .superRefine((all, context) => {
    const shared = sharedLayer(all);
    if (shared === undefined) return;
    const message = `sa couche ${shared} est branchée plusieurs fois, avec les mêmes poids`;
    context.addIssue({ code: 'custom', message });
  });
const end = z
  .tuple([layerName, use, z.literal(0)])
  .transform(([name, at]) => [nameOfUse(name, at), 0, 0] as const);
const ends = z.array(end).min(1).max(10);
type Ends = z.infer<typeof ends>;

const sequential = z.object({
  class_name: z.literal('Sequential'),
  config: z.object({ name: layerName, layers: layers.transform(unrepeated) }),
});

const functional = z.object({
  class_name: z.enum(['Model', 'Functional']),
  config: z
    .object({
      name: layerName,
      layers: layers.transform(unshared),
      input_layers: ends,
      output_layers: ends,
    })
    .superRefine(({ layers: all, input_layers, output_layers }, context) => {
      const complaint = troubleIn(all, input_layers, output_layers);
      if (complaint !== null) context.addIssue({ code: 'custom', message: complaint });
    }),
});

/** A model without its weights, as tfjs writes it, and nothing in it but what `layerSchemas` allows. */
export const topologySchema = z.discriminatedUnion('class_name', [sequential, functional]);
export type Topology = z.infer<typeof topologySchema>;

/**
 * tfjs connects the layers in whatever order they can be, and never ends where one waits for what will not
 * come: itself, a layer that is not there, an input that is none.
 */
function troubleIn(
  all: readonly LayerText[],
  inputs: Ends,
  outputs: Ends,
): string | null {
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
