/**
 * The value behind what a cases file holds: JSON, with a tag for each number that JSON cannot say.
 *
 * The tags are those of the evaluator's protocol, which a small library has no reason to load; a
 * test of the exercises holds the two together.
 *
 * @param wire parsed JSON: numbers, texts, booleans, null, arrays, and `{"$": tag}`
 * @returns fresh data: nothing of it is shared with `wire`
 * @throws TypeError when a tag is unknown
 * @example
 * decodeWire([1, { $: 'NaN' }]) // => [1, NaN]
 */
export function decodeWire(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(decodeWire);
  if (typeof wire !== 'object' || wire === null) return wire;
  const tag = (wire as { $?: unknown }).$;
  if (typeof tag === 'string' && tags.has(tag)) return tags.get(tag);
  throw new TypeError(
    `Cannot read a value of the cases file: its tag is ${JSON.stringify(tag)}; ` +
      `use one of ${[...tags.keys()].join(', ')}.`,
  );
}

const tags = new Map<string, number | undefined>([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
  ['undefined', undefined],
]);
