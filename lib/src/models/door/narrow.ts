import type { Topology } from './topology';

/** What says how many maps or units a layer gives. */
const widths = ['filters', 'units'] as const;

/**
 * The same network with fewer maps in each layer, so that a large one can be tried: filters and units are
 * divided, and rounded, the same way in each layer. Its images are as large as they were.
 *
 * @param by 16: a sixteenth of the maps; at least one stays
 */
export function narrowed(topology: Topology, by: number): Topology {
  const copy = structuredClone(topology);
  const fewer = (count: number): number => Math.max(1, Math.round(count / by));
  for (const { config } of copy.config.layers) {
    const settings = config as Settings;
    for (const width of widths) {
      const count = settings[width];
      if (count !== undefined) settings[width] = fewer(count);
    }
    const target = settings.target_shape;
    if (target !== undefined) {
      settings.target_shape = [...target.slice(0, -1), fewer(target.at(-1) ?? 1)];
    }
  }
  return copy;
}

type Settings = { target_shape?: number[] } & Partial<Record<(typeof widths)[number], number>>;
