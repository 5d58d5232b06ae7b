import type { Graph } from './graph';
import type { Value } from './value';

/** Values numbered, as a signature calls them: `x0`, `x1` … */
export function named(name: string, values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value, i) => [`${name}${i}`, value]));
}

/** The value as something that a run can give back, which what it was fed is not. */
export function answer(graph: Graph, fed: readonly Value[], value: Value): Value {
  if (!fed.includes(value)) return value;
  return graph.add('Identity', [value], {
    shape: value.shape,
    attributes: { T: { type: value.dtype } },
  });
}
