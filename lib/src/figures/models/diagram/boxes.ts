import { blockOf } from '../../../models/describe/blocks';
import { numberText } from '../../paint/numbers';
import { mainWords, wordsAfter, wordsBefore } from './unit-words';
import { kindOf, type LayerKind } from '../layer-kinds';
import type { PartUnit } from './part';
import type { Unit } from './units';

/** What the diagram draws: a unit, or a whole block closed into one box. */
export interface Box {
  kind: LayerKind;
  /** The layer's, or the block's. */
  name: string;
  /** What it does, in bold, a line each. */
  lines: readonly string[];
  /** What goes with it: normalisation, activation, before and behind it. */
  before: string;
  after: string;
  /** Of what comes out: « 56×56×64 ». */
  shape: string;
  /** Parts that work side by side without seeing each other: groups of a convolution. */
  groups: number;
  /** The boxes that it reads, by their place in the list; each before it. */
  inputs: readonly number[];
  /** All that is inside, in a form that two boxes can be compared by; not the sizes of what is put together. */
  does: string;
  /** Its place in the model's own order: branches stand side by side in it. */
  order: number;
  /** Of all times together, where it is repeated. */
  parameters: number;
}

export function openBoxes(units: readonly PartUnit[]): Box[] {
  return units.map((unit, order) => ({
    order,
    kind: unit.outside ? 'outside' : kindOf(unit.main.type),
    name: unit.main.name,
    lines: [mainWords(unit.main)],
    before: wordsBefore(unit),
    after: wordsAfter(unit),
    does: doing([unit]),
    groups: Number(unit.main.config['groups'] ?? 1),
    inputs: unit.inputs,
    ...ofUnits([unit]),
  }));
}

/** Each block of several units as one box, where that leaves no way round that comes back into it. */
export function closedBoxes(units: readonly PartUnit[]): Box[] {
  const groups = closable(units);
  const boxAt = new Map(groups.flatMap((members, box) => members.map((unit) => [unit, box])));
  const open = openBoxes(units);
  return groups.map((members) => {
    if (members.length === 1) {
      return { ...open[members[0]!]!, inputs: open[members[0]!]!.inputs.map((i) => boxAt.get(i)!) };
    }
    const inside = members.map((i) => units[i]!);
    const outer = inside.flatMap(({ inputs }) => inputs.map((i) => boxAt.get(i)!));
    const own = boxAt.get(members[0]!)!;
    return {
      order: members[0]!,
      kind: inside.some((unit) => kindOf(unit.main.type) === 'conv')
        ? 'conv'
        : kindOf(inside[0]!.main.type),
      name: blockOf(inside[0]!.main.name),
      ...blockWords(inside),
      does: doing(inside),
      groups: 1,
      inputs: [...new Set(outer)].filter((i) => i !== own),
      ...ofUnits(inside),
    };
  });
}

function ofUnits(units: readonly PartUnit[]): Pick<Box, 'shape' | 'parameters'> {
  const inside = units.filter(({ outside }) => !outside).flatMap(({ layers }) => layers);
  return {
    shape: shapeWords(units.at(-1)!.layers.at(-1)!.shape),
    parameters: inside.reduce((sum, layer) => sum + layer.parameters, 0),
  };
}

function shapeWords(shape: readonly (number | null)[]): string {
  const lengths = shape.map((length) => (length === null ? '?' : numberText(length)));
  return lengths.join('×');
}

/** Kinds, options and sizes of all layers inside, without their names. */
function doing(units: readonly Unit[]): string {
  const grows = units.some(({ main }) => main.type === 'Concatenate');
  return JSON.stringify(
    units.map((unit) => {
      const { main } = unit;
      return [mainWords(main), wordsBefore(unit), wordsAfter(unit), grows ? '' : main.shape];
    }),
  );
}

function blockWords(units: readonly Unit[]): Pick<Box, 'lines' | 'before' | 'after'> {
  const joins = units.filter((unit) => kindOf(unit.main.type) === 'join');
  const branches = Math.max(0, ...joins.map(({ inputs }) => inputs.length));
  if (branches > 2) return { lines: [`${branches} branches`], before: '', after: 'concat' };
  const types = new Set(joins.map(({ main }) => main.type));
  // A gate: what is said of all places at once is told by its one word.
  const seen = units.filter(
    (unit) => kindOf(unit.main.type) !== 'join' && !(types.has('Multiply') && isOnePlace(unit)),
  );
  const after = [...types].map((type) => joinWords[type] ?? type.toLowerCase()).join(', ');
  return { lines: seen.map(({ main }) => mainWords(main)), before: '', after };
}

const joinWords: Record<string, string> = {
  Add: '+ raccourci',
  Multiply: '× excitation',
  Concatenate: 'concat à l’entrée',
};

function isOnePlace({ main: { shape } }: Unit): boolean {
  return shape.slice(0, -1).every((length) => length === 1);
}

/** The units by block, in order; a block that cannot be closed stays as its units. */
function closable(units: readonly PartUnit[]): number[][] {
  const blocks = new Map<string, number[]>();
  for (const [i, { main, outside }] of units.entries()) {
    const block = outside ? `${i}` : blockOf(main.name);
    blocks.set(block, [...(blocks.get(block) ?? []), i]);
  }
  return [...blocks.values()]
    .flatMap((members) => (returns(units, members) ? members.map((i) => [i]) : [members]))
    .sort((a, b) => a.at(-1)! - b.at(-1)!);
}

/** Does a path lead out of these units and back into them? */
function returns(units: readonly Unit[], members: readonly number[]): boolean {
  const within = new Set(members);
  const outside = new Set<number>();
  for (let i = members[0]! + 1; i <= members.at(-1)!; i++) {
    const behind = units[i]!.inputs.some((input) => outside.has(input));
    if (within.has(i) && behind) return true;
    const left = units[i]!.inputs.some((input) => within.has(input));
    if (!within.has(i) && (behind || left)) outside.add(i);
  }
  return false;
}
