import { blockOf } from '../../../models/describe/blocks';
import type { Box } from './boxes';

/** Boxes that stand together, and how many times. */
export interface Section {
  /** The boxes of the first time. */
  boxes: Box[];
  times: number;
}

/**
 * The boxes as sections one behind the other: between two sections all that passes comes from one box. With
 * `folded`, sections that do the same are told once.
 *
 * @param boxes each behind those that it reads
 * @returns sections whose boxes' inputs count through all boxes that are left
 */
export function sectionsOf(boxes: readonly Box[], folded: boolean): Section[] {
  const ordered = sidesFirst(boxes);
  const atoms = cutWhereOnePasses(ordered);
  if (!folded)
    return atoms.map((members) => ({ boxes: members.map((i) => ordered[i]!), times: 1 }));
  const runs = foldRuns(ordered, blockwise(ordered, atoms)).flatMap((run) =>
    run.times > 1 ? [run] : foldRuns(ordered, splitAgain(run.members, atoms)),
  );
  return renumbered(ordered, runs);
}

/** Members of the first time, how often, and the box of the first time that each box of the others is. */
interface Run {
  members: number[];
  times: number;
  same: Map<number, number>;
}

function foldRuns(boxes: readonly Box[], sections: readonly number[][]): Run[] {
  const runs: Run[] = [];
  let last = '';
  for (const members of sections) {
    const told = tell(boxes, members);
    const run = runs.at(-1);
    if (run !== undefined && told === last) {
      run.times += 1;
      for (const [i, member] of members.entries()) run.same.set(member, run.members[i]!);
    } else runs.push({ members, times: 1, same: new Map() });
    last = told;
  }
  return runs;
}

/** What a section does, in a form that two can be compared by. */
function tell(boxes: readonly Box[], members: readonly number[]): string {
  return JSON.stringify(
    members.map((i) => [boxes[i]!.does, boxes[i]!.inputs.map((input) => members.indexOf(input))]),
  );
}

/** Sections that follow each other in one block, as one. */
function blockwise(boxes: readonly Box[], atoms: readonly number[][]): number[][] {
  const merged: number[][] = [];
  let last: string | undefined;
  for (const members of atoms) {
    const blocks = new Set(members.map((i) => blockOf(boxes[i]!.name)));
    const block = blocks.size === 1 ? [...blocks][0] : undefined;
    if (block !== undefined && block === last) merged.at(-1)!.push(...members);
    else merged.push([...members]);
    last = block;
  }
  return merged;
}

function splitAgain(members: readonly number[], atoms: readonly number[][]): number[][] {
  return atoms.filter(([first]) => members.includes(first!));
}

function renumbered(boxes: readonly Box[], runs: readonly Run[]): Section[] {
  const same = new Map(runs.flatMap((run) => [...run.same]));
  const kept = runs.flatMap(({ members }) => members);
  const place = new Map(kept.map((box, i) => [box, i]));
  return runs.map(({ members, times, same: others }) => ({
    times,
    boxes: members.map((i) => {
      const inputs = boxes[i]!.inputs.map((input) => place.get(same.get(input) ?? input)!);
      const all = [boxes[i]!, ...[...others].flatMap(([box, first]) => (first === i ? [boxes[box]!] : []))]; // prettier-ignore
      return {
        ...boxes[i]!,
        inputs,
        shape: fromTo(boxes[i]!.shape, all.at(-1)!.shape),
        parameters: all.reduce((sum, box) => sum + box.parameters, 0),
      };
    }),
  }));
}

/** « 56×56×96 à 256 » where maps grow from one time to the next. */
function fromTo(first: string, last: string): string {
  return first === last ? first : `${first} à ${last.split('×').at(-1)}`;
}

/** Where the order can be cut: all that passes on comes from one box. */
function cutWhereOnePasses(boxes: readonly Box[]): number[][] {
  const lastReader = boxes.map((_, i) => i);
  for (const [i, { inputs }] of boxes.entries()) for (const j of inputs) lastReader[j] = i;
  const sections: number[][] = [[]];
  for (const i of boxes.keys()) {
    sections.at(-1)!.push(i);
    const passing = lastReader.filter((reader, from) => from <= i && reader > i).length;
    if (passing === 1 && i + 1 < boxes.length) sections.push([]);
  }
  return sections;
}

/** The same boxes in an order in which what leads nowhere further comes as soon as it can. */
function sidesFirst(boxes: readonly Box[]): Box[] {
  const readers = boxes.map((): number[] => []);
  for (const [i, { inputs }] of boxes.entries())
    for (const j of new Set(inputs)) readers[j]!.push(i);
  const ahead = boxes.map(() => 0);
  for (let i = boxes.length - 1; i >= 0; i--) {
    ahead[i] = 1 + Math.max(0, ...readers[i]!.map((reader) => ahead[reader]!));
  }
  const waiting = boxes.map(({ inputs }) => new Set(inputs).size);
  const order: number[] = [];
  const stack = [...boxes.keys()].filter((i) => waiting[i] === 0).reverse();
  while (stack.length > 0) {
    const box = stack.pop()!;
    order.push(box);
    const ready = readers[box]!.filter((reader) => --waiting[reader]! === 0);
    stack.push(...ready.sort((a, b) => ahead[b]! - ahead[a]! || b - a));
  }
  const place = new Map(order.map((box, i) => [box, i]));
  return order.map((box) => ({
    ...boxes[box]!,
    inputs: boxes[box]!.inputs.map((i) => place.get(i)!),
  }));
}
