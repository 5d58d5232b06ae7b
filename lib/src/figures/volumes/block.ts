import { polygonsTrace, type Point } from '../paint/traces/lines';
import type { Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';

/** A volume as a block in axonometry: its front is height × width, its channels go backwards. */
export interface Block {
  /** Bottom left corner of the front, in pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Length of the edge that goes backwards, before it is drawn aslant. */
  depth: number;
  /** Slabs that it is cut into, front to back; one a channel when there are few. */
  slabs: number;
}

/** Fills of the three faces that one sees, and their edges. */
export interface BlockPaint {
  front: string;
  top: string;
  side: string;
  edge: string;
}

/** Images and maps: blue. */
export const mapPaint: BlockPaint = {
  front: '#cfe3f5',
  top: '#e6f0fa',
  side: '#9fc5e8',
  edge: '#34618c',
};
/** Filters: the accent's pink. */
export const filterPaint: BlockPaint = {
  front: '#f6bcd3',
  top: '#fbe3ee',
  side: '#e58bb0',
  edge: '#c2185b',
};

/** Where a point lies that is `depth` pixels behind another. */
export function behind([x, y]: Point, depth: number): Point {
  return [x + 0.78 * depth, y - 0.42 * depth];
}

/**
 * A block's visible faces: top, side and front, always three traces in this order.
 *
 * @param from first slab that is drawn
 * @param to the slab after the last, by default all
 */
export function blockTraces(
  block: Block,
  paint: BlockPaint,
  [from, to]: readonly [number, number] = [0, block.slabs],
): PlotlyObject[] {
  const slabs = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const at = (slab: number): number => (block.depth * slab) / block.slabs;
  const { x, y, width, height } = block;
  const strip = (a: Point, b: Point, slab: number): Point[] => [
    behind(a, at(slab)),
    behind(b, at(slab)),
    behind(b, at(slab + 1)),
    behind(a, at(slab + 1)),
  ];
  const [topLeft, topRight, bottomRight]: Point[] = [
    [x, y - height],
    [x + width, y - height],
    [x + width, y],
  ] as Point[];
  const front: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y - height],
    [x, y - height],
  ];
  return [
    polygonsTrace(
      slabs.map((slab) => strip(topLeft as Point, topRight as Point, slab)),
      paint.top,
      paint.edge,
    ),
    polygonsTrace(
      slabs.map((slab) => strip(topRight as Point, bottomRight as Point, slab)),
      paint.side,
      paint.edge,
    ),
    polygonsTrace(
      slabs.length === 0 ? [] : [front.map((point) => behind(point, at(from)))],
      paint.front,
      paint.edge,
    ),
  ];
}

/** The three sizes along the edges of a block: height at the left, width below, channels aslant. */
export function blockLabels(
  { x, y, width, height, depth }: Block,
  [tall, wide, channels]: readonly [number, number, number],
  size = 13,
): Label[] {
  const [right, low] = behind([x + width, y], depth / 2);
  return [
    { x: x - 8, y: y - height / 2, text: String(tall), align: 'right', size },
    { x: x + width / 2, y: y + 12, text: String(wide), size },
    { x: right + 6, y: low + 9, text: `<b>${channels}</b>`, align: 'left', size },
  ];
}

/** How long the backward edge of a block is: fourteen pixels a channel, less and less when many. */
export function depthOf(channels: number): number {
  return Math.min(14 * channels, 24 + 20 * Math.log2(channels));
}

/** Slabs drawn for so many channels; beyond sixteen their number is only written. */
export function slabsOf(channels: number): number {
  return channels <= 16 ? channels : 12;
}

/** The box that a block takes on the sheet. */
export function extentOf({ width, height, depth }: Omit<Block, 'x' | 'y' | 'slabs'>): {
  width: number;
  height: number;
} {
  const [right, up] = behind([width, -height], depth);
  return { width: right, height: -up };
}
