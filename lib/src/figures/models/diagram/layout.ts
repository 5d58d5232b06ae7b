import type { Box } from './boxes';
import { moved, ranksep, type Edge, type Placed, type Point } from './column';
import type { Section } from './fold';
import { sizesOf, type Size } from './measure';
import { place } from './place';
import { stack, type Span } from './stack';

/** A drawing's parts in pixels. */
export interface Layout extends Size {
  /** Of each box. */
  boxes: Placed[];
  /** What each box reads. */
  edges: Edge[];
  /** From the foot of a column to the head of the next one. */
  turns: { from: Point; to: Point; gap: number; bottom: number }[];
  /** Round sections that happen several times. */
  frames: (Placed & { times: number })[];
}

const columnGap = 40;
const margin = 16;
/** Columns taller than this are cut, as long as they fit side by side. */
const tallest = 620;
/** A column more has to make the drawing so much lower. */
const worthIt = 0.85;

/**
 * Puts the sections below each other, in as many columns as fit side by side and are of use; dagre places the
 * boxes of a column.
 */
export function layOut(sections: readonly Section[], widest: number): Layout {
  const boxes = sections.flatMap((section) => section.boxes);
  const sizes = sizesOf(boxes);
  const firsts = startsOf(sections);
  const spans = sections.map(
    (section, i) => [firsts[i]!, firsts[i]! + section.boxes.length] as const,
  );
  const heights = spans.map(([from, to]) => place(boxes, sizes, from, to).height);
  let best = columnsOf(boxes, sizes, spans, heights, 1);
  for (let count = 2; best.height > tallest && count <= sections.length; count++) {
    const next = columnsOf(boxes, sizes, spans, heights, count);
    if (next.width > widest) break;
    if (next.height < worthIt * best.height) best = next;
  }
  return { ...best, frames: framesOf(sections, spans, best) };
}

function startsOf(sections: readonly Section[]): number[] {
  let first = 0;
  return sections.map((section) => (first += section.boxes.length) - section.boxes.length);
}

function columnsOf(
  boxes: readonly Box[],
  sizes: readonly Size[],
  spans: readonly Span[],
  heights: readonly number[],
  count: number,
): Omit<Layout, 'frames'> {
  const result: Omit<Layout, 'frames'> = { boxes: [], edges: [], turns: [], width: 0, height: 0 };
  let left = margin;
  let foot: Point | undefined;
  for (const [first, last] of cut(heights, count)) {
    const { width, ...column } = moved(stack(boxes, sizes, spans.slice(first, last + 1)), left, margin); // prettier-ignore
    result.boxes.push(...column.boxes);
    result.edges.push(...column.edges);
    if (foot !== undefined && column.head !== undefined) {
      const gap = left - columnGap / 2;
      result.turns.push({ from: foot, to: column.head, gap, bottom: foot.y + ranksep / 2 });
    }
    foot = column.foot;
    result.height = Math.max(result.height, column.height + ranksep / 2 + margin);
    left += width + columnGap;
  }
  return { ...result, width: left - columnGap + margin };
}

/** Cuts a list into at most `count` runs, so that the largest sum is as small as can be. */
function cut(heights: readonly number[], count: number): [first: number, last: number][] {
  let [low, high] = [Math.max(...heights), heights.reduce((a, b) => a + b, 0)];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (runsBelow(heights, middle).length <= count) high = middle;
    else low = middle;
  }
  return runsBelow(heights, high);
}

function runsBelow(heights: readonly number[], most: number): [number, number][] {
  const runs: [number, number][] = [];
  let sum = Infinity;
  for (const [i, height] of heights.entries()) {
    if (sum + height > most) {
      runs.push([i, i]);
      sum = height;
    } else {
      runs.at(-1)![1] = i;
      sum += height;
    }
  }
  return runs;
}

function framesOf(
  sections: readonly Section[],
  spans: readonly Span[],
  layout: Omit<Layout, 'frames'>,
): Layout['frames'] {
  return sections.flatMap(({ times }, i) => {
    if (times === 1) return [];
    const [from, to] = spans[i]!;
    const inside = layout.boxes.slice(from, to);
    const top = Math.min(...inside.map((box) => box.y));
    const rounds = layout.edges
      .filter((edge) => edge.to !== undefined && edge.to >= from && edge.to < to)
      .flatMap(({ points }) => points.filter((point) => point.y >= top));
    const x = Math.min(...inside.map((box) => box.x), ...rounds.map((point) => point.x)) - 7;
    const y = top - 7;
    const right =
      Math.max(...inside.map((box) => box.x + box.width), ...rounds.map((point) => point.x)) + 7;
    const bottom = Math.max(...inside.map((box) => box.y + box.height)) + 7;
    return [{ x, y, width: right - x, height: bottom - y, times }];
  });
}
