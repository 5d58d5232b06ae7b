import type { Box } from './boxes';
import { fromLeft, moved, type Column } from './column';
import type { Size } from './measure';
import { place } from './place';

/** Boxes from one place in the list to another. */
export type Span = readonly [from: number, to: number];

/**
 * Sections below each other, what goes on straight down from one to the next. A side that leads nowhere stands beside
 * the sections that follow it.
 */
export function stack(
  boxes: readonly Box[],
  sizes: readonly Size[],
  spans: readonly Span[],
): Column {
  const parts = besideWhatFollows(
    spans.map((span) => ({ span, column: place(boxes, sizes, ...span) })),
    (span) => place(boxes, sizes, ...span),
  );
  const whole = parts.reduce((above, below) => {
    const [foot, head] = [above.foot!, below.head!];
    const next = moved(below, foot.x - head.x, foot.y - head.y);
    const joined = next.edges.map((edge) => ({ ...edge, from: edge.from ?? above.exit }));
    return {
      ...next,
      head: above.head,
      boxes: [...above.boxes, ...next.boxes],
      edges: [...above.edges, ...joined],
    };
  });
  return fromLeft(whole);
}

interface Part {
  span: Span;
  column: Column;
}

function besideWhatFollows(parts: readonly Part[], place: (span: Span) => Column): Column[] {
  const columns: Column[] = [];
  for (let i = 0; i < parts.length; i++) {
    const { span, column } = parts[i]!;
    let last = i;
    if (column.exit !== undefined && column.exit < span[0]) {
      // It leads nowhere: what goes on came from before it.
      for (let beside = 0; beside < column.height && last + 1 < parts.length; last++) {
        beside += parts[last + 1]!.column.height;
      }
    }
    columns.push(last === i ? column : place([span[0], parts[last]!.span[1]]));
    i = last;
  }
  return columns;
}
