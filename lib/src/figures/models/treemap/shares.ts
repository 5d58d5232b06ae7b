import { blockOf, stageOf } from '../../../models/describe/blocks';
import type { Description, DescriptionRow } from '../../../models/describe/description';
import { kindOf, type LayerKind } from '../layer-kinds';

/** What is shared out. */
export type Measure = 'parameters' | 'macs';

/** A layer, or a block where there are too many layers. */
export interface Leaf {
  name: string;
  kind: LayerKind;
  parameters: number;
  macs: number;
}

/** A block and its layers, or a stage and its blocks. */
export interface Group {
  name: string;
  leaves: Leaf[];
}

/** With more blocks than this, stages stand for blocks and blocks for layers. */
const mostBlocks = 24;

/** Who holds the parameters of a model and does its work, from its input to its outputs. */
export function groupsOf({ rows }: Description): Group[] {
  const working = rows.filter(({ parameters, macs }) => parameters > 0 || macs > 0);
  const blocks = new Set(working.map(({ name }) => blockOf(name)));
  const coarse = blocks.size > mostBlocks;
  const groups = new Map<string, Map<string, Leaf>>();
  for (const row of working) {
    const block = blockOf(row.name);
    const group = coarse ? stageOf(block) : block;
    const leaves = groups.get(group) ?? new Map<string, Leaf>();
    groups.set(group, leaves);
    add(leaves, coarse ? block : row.name, row);
  }
  return [...groups].map(([name, leaves]) => ({ name, leaves: [...leaves.values()] }));
}

function add(leaves: Map<string, Leaf>, name: string, row: DescriptionRow): void {
  const kind = kindOf(row.type);
  const leaf = leaves.get(name) ?? { name, kind, parameters: 0, macs: 0 };
  leaf.parameters += row.parameters;
  leaf.macs += row.macs;
  // A block is what most of it is: convolutions with their normalisation are convolutions.
  if (kind === 'conv') leaf.kind = 'conv';
  leaves.set(name, leaf);
}

/** What each kind of layer has of it all, largest first. */
export function kindShares(
  { rows }: Description,
  of: Measure,
): { kind: LayerKind; share: number }[] {
  const sums = new Map<LayerKind, number>();
  for (const row of rows) {
    const kind = kindOf(row.type);
    sums.set(kind, (sums.get(kind) ?? 0) + row[of]);
  }
  const total = rows.reduce((sum, row) => sum + row[of], 0);
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .map(([kind, sum]) => ({ kind, share: sum / total }))
    .sort((a, b) => b.share - a.share);
}
