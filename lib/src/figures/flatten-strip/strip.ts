import { softInk } from '../paint/colours';
import { cellBox, type Box, type GridPlace } from '../paint/grid';
import { numberText } from '../paint/numbers';
import type { Label } from '../paint/traces/words';

/** Where a number of the strip comes from. */
export interface Place {
  y: number;
  x: number;
  c: number;
  value: number;
}

/** A way to lay a block in one row. */
export interface Order {
  name: string;
  /** The index in letters. */
  rule: string;
  /** The index of a place, in letters and numbers. */
  formula: (place: Place) => string;
  /** What lies at each index. */
  places: Place[];
}

/** The orders of the two families of libraries. */
export function ordersOf(channels: readonly number[][][]): [Order, Order] {
  const [height, width, depth] = [
    channels[0]!.length,
    channels[0]![0]!.length,
    channels.length,
  ] as const;
  const places = channels.flatMap((rows, c) =>
    rows.flatMap((row, y) => row.map((value, x): Place => ({ y, x, c, value }))),
  );
  const sorted = (index: (place: Place) => number): Place[] =>
    [...places].sort((a, b) => index(a) - index(b));
  const lastFastest = ({ y, x, c }: Place): number => (y * width + x) * depth + c;
  const firstSlowest = ({ y, x, c }: Place): number => (c * height + y) * width + x;
  return [
    {
      name: 'tfjs, Keras : (y, x, c)',
      rule: 'k = (y × W + x) × C + c',
      formula: (p) =>
        `k = (y × W + x) × C + c = (${p.y} × ${width} + ${p.x}) × ${depth} + ${p.c} = ${lastFastest(p)}`,
      places: sorted(lastFastest),
    },
    {
      name: 'PyTorch : (c, y, x)',
      rule: 'k = (c × H + y) × W + x',
      formula: (p) =>
        `k = (c × H + y) × W + x = (${p.c} × ${height} + ${p.y}) × ${width} + ${p.x} = ${firstSlowest(p)}`,
      places: sorted(firstSlowest),
    },
  ];
}

/** The strip: its boxes for each channel, its words, and where its cells lie. */
export function drawStrip(
  order: Order,
  at: { width: number; top: number },
): { boxes: Box[][]; labels: Label[]; cell: GridPlace } {
  const side = Math.min(52, Math.floor((at.width - 40) / order.places.length));
  const cell = { x: (at.width - side * order.places.length) / 2, y: at.top, cell: side };
  const boxes: Box[][] = Array.from(
    { length: 1 + Math.max(...order.places.map(({ c }) => c)) },
    () => [],
  );
  const labels = order.places.flatMap((place, k): Label[] => {
    boxes[place.c]!.push(cellBox(cell, 0, k));
    const text = numberText(place.value);
    const x = cell.x + (k + 0.5) * side;
    const small = Math.min(11, side * 0.42);
    return [
      {
        x,
        y: at.top + side / 2,
        text,
        size: Math.min(15, (side * 1.4) / Math.max(2, text.length)),
      },
      { x, y: at.top + side + 11, text: String(k), size: small, colour: softInk },
      { x, y: at.top + side + 27, text: `c${place.c}`, size: small },
    ];
  });
  return { boxes, labels, cell };
}
