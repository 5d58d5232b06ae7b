import { hashOf } from '../base/hash';
import { activationType, type Part } from './parts';

/** Of these, the order of what they read does not count. */
const commutative = new Set(['Add', 'Average', 'Maximum', 'Multiply']);

/**
 * The parts of a network, written in one way only: the same for networks that compute the same but were written
 * otherwise. An activation belongs to the layer before it, if nothing else reads that; behind a concatenation, to
 * each of its branches; a concatenation of concatenations is one, and stands before a pooling. They come in the order in which the outputs need
 * them, the longest branch of a sum first, whatever the order in which they were built.
 *
 * @param outputs what the outputs are made of (`partsOf`)
 * @returns all of them, images included, each behind those it reads; and the outputs
 */
export function canonical(outputs: readonly Part[]): { parts: Part[]; outputs: Part[] } {
  const uses = usesOf(outputs);
  const free = (part: Part): boolean =>
    part.type !== 'InputLayer' && part.activation === '' && uses.get(part) === 1;
  const simple = remember((part: Part): Part => {
    const [before] = part.from;
    if (part.type === activationType && free(before!)) return activated(before!, part.activation);
    const pool = samePool(part);
    if (pool !== null) return { ...pool, from: pool.from.map(simple) };
    const from = part.from.map(simple);
    if (part.type === 'Concatenate') return { ...part, from: from.flatMap(branchesOf) };
    return { ...part, from: commutative.has(part.type) ? byLength(from) : from };
  });
  /** Branches that are pooled alike, then concatenated: they are concatenated, then pooled. */
  const samePool = (part: Part): Part | null => {
    const [first, ...others] = part.from.filter(isPool);
    const alike = (pool: Part) => isPool(pool) && free(pool) && likeIn(pool) === likeIn(first!);
    if (part.type !== 'Concatenate' || others.length === 0 || !part.from.every(alike)) return null;
    const from = part.from.map((pool) => pool.from[0]!);
    const maps = mapsOf(part.shape);
    const joined = { ...part, from, shape: `${sizeOf(from[0]!.shape)}${maps}` };
    return { ...first!, shape: part.shape, from: [joined] };
  };
  const activated = (part: Part, activation: string): Part => {
    const apart =
      part.type === 'Concatenate' &&
      activation !== 'softmax' &&
      part.from.every((branch) => free(branch) && branch.type !== 'Concatenate');
    if (!apart) return { ...simple(part), activation };
    return { ...part, from: part.from.map((branch) => ({ ...simple(branch), activation })) };
  };
  const ends = outputs.map(simple);
  return { parts: inOrder(ends), outputs: ends };
}

const isPool = ({ type }: Part): boolean => /^(Max|Average)Pooling2D/.test(type);
/** How a pooling works, and on maps of which size. */
const likeIn = ({ type, layer, from }: Part): string =>
  [type, layer.getConfig()['padding'], sizeOf(from[0]!.shape)].join();
const sizeOf = (shape: string): string => shape.replace(/\d+$/, '');
const mapsOf = (shape: string): string => /\d+$/.exec(shape)![0];

const branchesOf = (part: Part): readonly Part[] =>
  part.type === 'Concatenate' && part.activation === '' ? part.from : [part];

/** How many read each part; an output is read too. */
function usesOf(outputs: readonly Part[]): Map<Part, number> {
  const uses = new Map<Part, number>();
  const read = (part: Part): void => {
    const before = uses.get(part) ?? 0;
    uses.set(part, before + 1);
    if (before === 0) part.from.forEach(read);
  };
  outputs.forEach(read);
  return uses;
}

const depthOf = remember(
  (part: Part): number => 1 + Math.max(0, ...part.from.map((each) => depthOf(each))),
);

/** The same for parts that are built the same. */
const printOf = remember((part: Part): number => {
  const { type, shape, parameters, activation, from } = part;
  return hashOf([type, shape, parameters, activation, ...from.map((each) => printOf(each))].join());
});

const byLength = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => depthOf(b) - depthOf(a) || printOf(a) - printOf(b));

function inOrder(outputs: readonly Part[]): Part[] {
  const placed = new Set<Part>();
  const place = (part: Part): void => {
    if (placed.has(part)) return;
    part.from.forEach(place);
    placed.add(part);
  };
  outputs.forEach(place);
  return [...placed];
}

/** What was found once is not looked for again: paths through a network are without number. */
function remember<T>(find: (part: Part) => T): (part: Part) => T {
  const found = new WeakMap<Part, { value: T }>();
  return (part) => {
    const known = found.get(part);
    if (known !== undefined) return known.value;
    const value = find(part);
    found.set(part, { value });
    return value;
  };
}
