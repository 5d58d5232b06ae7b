import { ink, paper } from '../../paint/colours';
import type { Box } from '../../paint/grid';
import { textWidth } from '../../paint/svg';
import type { Label } from '../../paint/traces/words';
import { percentText } from '../../softmax/rows';
import type { Group, Leaf, Measure } from './shares';

/** A rectangle and what it stands for. */
export interface Tile extends Box {
  leaf: Leaf;
  group: string;
  alone: boolean;
}

const tagSize = 10.5;

/** The name where it fits, and its share where that fits too; what the block's tag says is left out. */
export function labels(
  tiles: readonly Tile[],
  of: Measure,
  total: number,
  tagged: readonly Box[],
): Label[] {
  return tiles.flatMap((tile) => {
    const { leaf, group, alone } = tile;
    const { x, y, width, height } = below(tile, tagged);
    const name = alone ? leaf.name : leaf.name.replace(`${group}_`, '');
    const size = Math.min(13, (width - 8) / (name.length * 0.66));
    if (size < 8.5 || height < size + 6) return [];
    const middle = { x: x + width / 2, y: y + height / 2 };
    const share = percentText(leaf[of] / total);
    if (height < 2.6 * size + 8) return [{ ...middle, text: name, size }];
    return [
      { ...middle, y: middle.y - 0.65 * size, text: `<b>${name}</b>`, size: size * 0.94 },
      {
        ...middle,
        y: middle.y + 0.75 * size,
        text: share,
        size: Math.min(size, 11.5),
        colour: ink,
      },
    ];
  });
}

/** What tags leave free of a tile. */
function below(tile: Box, tagged: readonly Box[]): Box {
  const over = tagged.filter(
    (tag) => tag.x < tile.x + tile.width && tile.x < tag.x + tag.width && tag.y < tile.y + tile.height && tile.y < tag.y + tag.height,
  ); // prettier-ignore
  const y = Math.max(tile.y, ...over.map((tag) => tag.y + tag.height));
  return { ...tile, y, height: tile.y + tile.height - y };
}

/** The names of blocks of several layers, each in the corner of its frame, where they cover no more than a corner. */
export function tags(
  groups: readonly Group[],
  frames: readonly Box[],
): { boxes: Box[]; words: Label[] } {
  const boxes: Box[] = [];
  const words: Label[] = [];
  for (const [i, { name, leaves }] of groups.entries()) {
    const { x, y, width, height } = frames[i]!;
    const wide = textWidth(name, tagSize, true) + 10;
    if (leaves.length < 2 || wide > width * 0.8 || height < 44) continue;
    boxes.push({ x, y, width: wide, height: 17 });
    words.push({
      x: x + wide / 2,
      y: y + 8.5,
      text: `<b>${name}</b>`,
      size: tagSize,
      colour: paper,
    });
  }
  return { boxes, words };
}
