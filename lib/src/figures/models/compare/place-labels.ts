import type { Box } from '../../paint/grid';
import { escaped, textWidth } from '../../paint/svg';
import type { Point } from '../../paint/traces/lines';
import type { Label } from '../../paint/traces/words';

/** A point that wants its name beside it. */
export interface NamedPoint {
  x: number;
  y: number;
  name: string;
}

const size = 11;
const height = 14;
/** Pixels from a point to its name: near first, then further off, with a line between them. */
const distances = [9, 22, 36];
const directions = [0, 180, -90, 90, -45, 45, -135, 135].map(
  (degrees) => (degrees * Math.PI) / 180,
);

/** The name of each point where it covers least of points and names, near it if it can be, inside the box. */
export function placeLabels(
  points: readonly NamedPoint[],
  inside: Box,
): { labels: Label[]; leaders: [Point, Point][] } {
  const taken: Box[] = points.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 }));
  const labels: Label[] = [];
  const leaders: [Point, Point][] = [];
  for (const { x, y, name } of points) {
    const width = textWidth(name, size) + 2;
    const places = distances.flatMap((distance, step) =>
      directions.map((angle) => {
        const [right, down] = [Math.cos(angle), Math.sin(angle)];
        const [cx, cy] = [x + right * distance + (right * width) / 2, y + down * (distance + 5)];
        const box = { x: cx - width / 2, y: cy - height / 2, width, height };
        const bad = covered(box, taken) + 6 * step + (contains(inside, box) ? 0 : 1e6);
        return { box, bad, step, near: [x + right * 6, y + down * 6] as const };
      }),
    );
    const best = places.reduce((a, b) => (b.bad < a.bad ? b : a));
    taken.push(best.box);
    labels.push({
      x: best.box.x,
      y: best.box.y + height / 2,
      text: escaped(name),
      size,
      align: 'left',
    });
    if (best.step > 0) leaders.push([best.near, nearest(best.box, best.near)]);
  }
  return { labels, leaders };
}

/** The place of a box that is nearest to a point. */
function nearest(box: Box, [x, y]: Point): Point {
  const between = (value: number, low: number, high: number) =>
    Math.min(high, Math.max(low, value));
  return [between(x, box.x, box.x + box.width), between(y, box.y, box.y + box.height)];
}

function covered(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => {
    const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
    const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    return sum + Math.max(0, across) * Math.max(0, down);
  }, 0);
}

function contains(outer: Box, box: Box): boolean {
  return (
    box.x >= outer.x &&
    box.y >= outer.y &&
    box.x + box.width <= outer.x + outer.width &&
    box.y + box.height <= outer.y + outer.height
  );
}
