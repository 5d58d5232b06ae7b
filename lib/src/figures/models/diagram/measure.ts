import { textWidth } from '../../paint/svg';
import type { Box } from './boxes';

/** A line of a box: words to the left, to the right, or both. */
export interface Row {
  left: string;
  right?: string;
  look: 'name' | 'main' | 'small';
}

/** Size of the letters, and what a line needs, in pixels. */
export const rowLooks = {
  name: { size: 10, height: 13 },
  main: { size: 12, height: 17 },
  small: { size: 10.5, height: 15 },
};
/** Pixels between a box's edge and its words. */
export const padding = { x: 9, y: 6 };
const signSide = 26;
/** A box is not wider, as long as its words can be put below each other. */
const widest = 196;

export interface Size {
  width: number;
  height: number;
}

/** Sums, products: a circle with a sign. */
export function isSign({ kind, lines }: Box): boolean {
  return kind === 'join' && lines[0]!.length === 1;
}

/** The lines of a box, from top to bottom. */
export function rowsOf(box: Box): Row[] {
  const { kind, name, lines, before, after, shape } = box;
  if (kind === 'join') return [{ left: lines[0]!, right: shape, look: 'main' }];
  const small = (left: string, right = ''): Row => ({ left, right, look: 'small' });
  const last = small(after, shape);
  return [
    { left: name, look: 'name' },
    ...(before === '' ? [] : [small(before)]),
    ...lines.map((left): Row => ({ left, look: 'main' })),
    ...(widthOf(last) <= widest ? [last] : [small(after), small('', shape)]),
  ];
}

/** Sizes of the boxes: all those with words are as wide as the widest wants to be. */
export function sizesOf(boxes: readonly Box[]): Size[] {
  const rows = boxes.filter((box) => !isSign(box)).flatMap(rowsOf);
  const width = Math.min(widest, Math.max(96, ...rows.map(widthOf)));
  return boxes.map((box) => {
    if (isSign(box)) return { width: signSide, height: signSide };
    const height = rowsOf(box).reduce((sum, { look }) => sum + rowLooks[look].height, 0);
    return { width, height: height + 2 * padding.y };
  });
}

function widthOf({ left, right = '', look }: Row): number {
  const { size } = rowLooks[look];
  const gap = left === '' || right === '' ? 0 : 12;
  const words =
    textWidth(left, size, look === 'main') + gap + textWidth(right, rowLooks.small.size);
  return Math.ceil(words) + 2 * padding.x;
}
