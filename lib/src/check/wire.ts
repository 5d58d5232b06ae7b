/**
 * The value behind what a cases file holds: JSON, with a tag for what JSON cannot say.
 *
 * The tags are those of the evaluator's protocol, which a small library has no reason to load; a
 * test of the exercises holds the two together.
 *
 * @param wire parsed JSON: numbers, texts, booleans, null, arrays, and `{"$": tag}` (objects and typed
 *   arrays too, which hold their content beside the tag)
 * @returns fresh data: nothing of it is shared with `wire`
 * @throws TypeError when a tag is unknown
 * @example
 * decodeWire([1, { $: 'NaN' }]) // => [1, NaN]
 */
export function decodeWire(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(decodeWire);
  if (typeof wire !== 'object' || wire === null) return wire;
  const { $: tag, v: fields, b: bytes } = wire as { $?: unknown; v?: unknown; b?: unknown };
  if (typeof tag === 'string') {
    if (constants.has(tag)) return constants.get(tag);
    if (tag === 'object') return decodeFields(fields as object);
    if (tag === 'fixture') return decodeWire(fields); // its name, resolved where the case is run
    const type = typedArrays.find(({ name }) => name === tag);
    if (type !== undefined)
      return new type(new Uint8Array(Buffer.from(String(bytes), 'base64')).buffer);
  }
  throw new TypeError(
    `Cannot read a value of the cases file: its tag is ${JSON.stringify(tag)}; use one of ` +
      `${[...constants.keys(), 'object', 'fixture', ...typedArrays.map(({ name }) => name)].join(', ')}.`,
  );
}

const decodeFields = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, decodeWire(value)]));

const constants = new Map<string, number | undefined>([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
  ['undefined', undefined],
]);

const typedArrays = [
  Float32Array,
  Float64Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
] as const;
