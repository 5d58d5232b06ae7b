import type { Indexed } from './choose-palette';

const most = 256;

/**
 * Colours that agree in these bits count as one: in all, where that leaves few enough cells to sort,
 * else in the seven, six or five highest of each channel.
 */
const masks = [0xffffff, 0xfefefe, 0xfcfcfc, 0xf8f8f8];
const mostCells = 40_000;

/** Red, green, blue. */
const axes = [0, 1, 2] as const;

/** Colours that count as one. */
interface Cell {
  pixels: number;
  /** Sums over its pixels: red, green, blue. */
  sums: [number, number, number];
}

/** Cells that will become one colour, and the axis on which they lie furthest apart. */
interface Box {
  cells: [number, Cell][];
  axis: 0 | 1 | 2;
  /** How much there is to gain by a cut: width on that axis, for each pixel. */
  gain: number;
}

/**
 * Chooses 256 colours for an image: the box of colours that is widest, and has the most pixels, is cut
 * in two halves of as many pixels, until there are 256 boxes; each becomes the mean of its colours.
 *
 * Source: Heckbert, Color image quantization for frame buffer display, 1982 (the median cut).
 */
export function medianCut(colours: Uint32Array): Indexed {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let mask = 0;
  let cells = new Map<number, Cell>();
  for (mask of masks) {
    cells = gather(counts, mask);
    if (cells.size <= mostCells) break;
  }

  const boxes = [boxOf([...cells])];
  while (boxes.length < Math.min(most, cells.size)) {
    const widest = boxes.reduce((best, box, i) => (box.gain > boxes[best]!.gain ? i : best), 0);
    boxes.splice(widest, 1, ...cut(boxes[widest]!));
  }

  const places = new Map<number, number>();
  for (const [place, box] of boxes.entries()) {
    for (const [key] of box.cells) places.set(key, place);
  }
  return {
    palette: boxes.map(meanOf),
    pixels: Uint8Array.from(colours, (colour) => places.get(colour & mask)!),
  };
}

function gather(counts: ReadonlyMap<number, number>, mask: number): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const [colour, pixels] of counts) {
    let cell = cells.get(colour & mask);
    if (cell === undefined) cells.set(colour & mask, (cell = { pixels: 0, sums: [0, 0, 0] }));
    cell.pixels += pixels;
    for (const axis of axes) cell.sums[axis] += pixels * coordinate(colour, axis);
  }
  return cells;
}

function boxOf(cells: [number, Cell][]): Box {
  let pixels = 0;
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  for (const [key, cell] of cells) {
    pixels += cell.pixels;
    for (const axis of axes) {
      low[axis] = Math.min(low[axis]!, coordinate(key, axis));
      high[axis] = Math.max(high[axis]!, coordinate(key, axis));
    }
  }
  const widths = axes.map((axis) => high[axis]! - low[axis]!);
  const axis = widths.indexOf(Math.max(...widths)) as Box['axis'];
  return { cells, axis, gain: widths[axis]! * pixels };
}

/** A channel of a colour, 0xRRGGBB. */
function coordinate(colour: number, axis: Box['axis']): number {
  return (colour >> (16 - 8 * axis)) & 255;
}

/** Two boxes of as many pixels each as can be, neither empty. */
function cut({ cells, axis }: Box): [Box, Box] {
  const sorted = [...cells].sort(([a], [b]) => coordinate(a, axis) - coordinate(b, axis) || a - b);
  const half = sorted.reduce((sum, [, cell]) => sum + cell.pixels, 0) / 2;
  let end = 1;
  for (let below = sorted[0]![1].pixels; end < sorted.length - 1 && below < half; end++) {
    below += sorted[end]![1].pixels;
  }
  return [boxOf(sorted.slice(0, end)), boxOf(sorted.slice(end))];
}

function meanOf({ cells }: Box): number {
  const pixels = cells.reduce((sum, [, cell]) => sum + cell.pixels, 0);
  return axes
    .map((axis) => cells.reduce((sum, [, cell]) => sum + cell.sums[axis], 0))
    .reduce((colour, sum) => (colour << 8) | Math.round(sum / pixels), 0);
}
