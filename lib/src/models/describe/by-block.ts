import { blockOf, stageOf } from './blocks';
import type { DescriptionRow } from './description';

/** A layer; or several together, which stand inside. */
export interface GroupedRow extends DescriptionRow {
  inside: readonly GroupedRow[];
}

/**
 * The layers by block, the blocks by stage, each with the sums of what it holds and does and the output, the
 * receptive field of its last layer. A group of one is that one.
 */
export function byBlock(rows: readonly DescriptionRow[]): GroupedRow[] {
  const layers = rows.map((row): GroupedRow => ({ ...row, inside: [] }));
  const blocks = gather(layers, ({ name }) => blockOf(name), 'couches');
  return gather(blocks, ({ name }) => stageOf(blockOf(name)), 'blocs');
}

function gather(
  rows: readonly GroupedRow[],
  groupOf: (row: GroupedRow) => string,
  what: string,
): GroupedRow[] {
  const groups = new Map<string, GroupedRow[]>();
  for (const row of rows) {
    const group = groupOf(row);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([name, inside]) => {
    if (inside.length === 1) return inside[0]!;
    const sum = (of: 'parameters' | 'trainable' | 'macs' | 'activationBytes') =>
      inside.reduce((total, row) => total + row[of], 0);
    return {
      ...inside.at(-1)!,
      name,
      type: `${inside.length}\u00a0${what}`,
      parameters: sum('parameters'),
      trainable: sum('trainable'),
      macs: sum('macs'),
      activationBytes: sum('activationBytes'),
      inside,
    };
  });
}
