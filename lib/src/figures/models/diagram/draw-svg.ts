import { accent, ink, softInk } from '../../paint/colours';
import { svgSheet, svgWords, tenth } from '../../paint/svg';
import { kindLooks } from '../layer-kinds';
import type { Box } from './boxes';
import type { Edge, Placed, Point } from './column';
import type { Layout } from './layout';
import { isSign, padding, rowLooks, rowsOf } from './measure';

const lineColour = '#6b7682';

const top = 34;
/** Pixels between the arrows of two groups. */
const groupGap = 30;
const cardShift = 5;
/** Room for a title over a narrow drawing. */
const narrowest = 300;

/** The drawing as an SVG file. */
export function drawSvg(
  boxes: readonly Box[],
  layout: Layout,
  title: string,
  alt: string,
): ReturnType<typeof svgSheet> {
  const width = Math.max(narrowest, Math.ceil(layout.width));
  const view = { width, height: Math.ceil(layout.height) + top };
  return svgSheet(
    view,
    title,
    [
      svgWords(14, 23, title, 14, ink, 'font-weight="bold"'),
      `<g transform="translate(${(width - layout.width) / 2} ${top})">`,
      ...layout.frames.flatMap(frame),
      ...layout.turns.map(turn),
      ...layout.edges.flatMap((edge) => arrow(edge, boxes)),
      ...boxes.flatMap((box, i) =>
        isSign(box) ? sign(box, layout.boxes[i]!) : card(box, layout.boxes[i]!),
      ),
      '</g>',
    ],
    alt,
  );
}

function card(box: Box, { x, y, width, height }: Placed): string[] {
  const { fill, edge } = kindLooks[box.kind];
  const inner = { left: x + padding.x, right: x + width - padding.x };
  const dashed = box.kind === 'outside' ? 'stroke-dasharray="4 3"' : '';
  // One card a group, as a hand of cards; all that is told stands on the first.
  const cards = Array.from({ length: cardsOf(box) }, (_, group) => cardShift * group).reverse();
  const lines = cards.map(
    (shift) =>
      `<rect x="${x + shift}" y="${y - shift}" width="${width}" height="${height}" rx="5" fill="${fill}" stroke="${edge}" stroke-width="1.2" ${dashed}/>`,
  );
  let base = y + padding.y;
  for (const { left, right = '', look } of rowsOf(box)) {
    const { size, height } = rowLooks[look];
    base += height;
    const bold = look === 'main' ? 'font-weight="bold"' : '';
    lines.push(svgWords(inner.left, base - 4, left, size, look === 'name' ? softInk : ink, bold));
    lines.push(
      svgWords(inner.right, base - 4, right, rowLooks.small.size, softInk, 'text-anchor="end"'),
    );
  }
  return lines;
}

function cardsOf({ groups }: Box): number {
  return Math.min(4, groups);
}

function sign(box: Box, { x, y, width, height }: Placed): string[] {
  const [cx, cy] = [x + width / 2, y + height / 2];
  return [
    `<circle cx="${cx}" cy="${cy}" r="${width / 2}" fill="#fff" stroke="${ink}" stroke-width="1.4"/>`,
    svgWords(cx, cy + 6, box.lines[0]!, 18, ink, 'text-anchor="middle" font-weight="bold"'),
    svgWords(x - 6, cy - 2, box.after, 10.5, ink, 'text-anchor="end"'),
    svgWords(x - 6, cy + 12, box.shape, 10.5, softInk, 'text-anchor="end"'),
  ];
}

function frame({ x, y, width, height, times }: Placed & { times: number }): string[] {
  const badge = `× ${times}`;
  const wide = 14 + badge.length * 8;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="9" fill="none" stroke="${accent}" stroke-width="1.5" stroke-dasharray="6 4"/>`,
    `<rect x="${x - 6}" y="${y - 10}" width="${wide}" height="20" rx="10" fill="${accent}"/>`,
    svgWords(
      x - 6 + wide / 2,
      y + 4.5,
      badge,
      12,
      '#ffffff',
      'text-anchor="middle" font-weight="bold"',
    ),
  ];
}

/** Straight down where it can be, else in curves that leave and arrive straight down. */
function curve(points: readonly Point[]): string {
  const [first, ...others] = points as [Point, ...Point[]];
  let d = `M${tenth(first.x)} ${tenth(first.y)}`;
  let at = first;
  for (const point of others) {
    if (Math.abs(point.x - at.x) < 0.5) d += `V${tenth(point.y)}`;
    else {
      const middle = tenth((at.y + point.y) / 2);
      d += `C${tenth(at.x)} ${middle} ${tenth(point.x)} ${middle} ${tenth(point.x)} ${tenth(point.y)}`;
    }
    at = point;
  }
  return d;
}

function arrow({ points, from, to }: Edge, boxes: readonly Box[]): string[] {
  const groups = to === undefined ? 1 : boxes[to]!.groups;
  const behind = to === undefined ? 0 : cardShift * (cardsOf(boxes[to]!) - 1);
  const [start, end] = [points[0]!, { ...points.at(-1)!, y: points.at(-1)!.y - behind }];
  const lines: string[] = [];
  if (from === undefined && groups > 1) {
    const half = ((groups - 1) * groupGap) / 2;
    lines.push(`<path d="M${start.x - half} ${start.y}h${2 * half}" stroke="${lineColour}" stroke-width="1.5"/>`); // prettier-ignore
  }
  for (let group = 0; group < groups; group++) {
    const shift = (group - (groups - 1) / 2) * groupGap;
    const moved = [...points.slice(0, -1), end].map((point) => ({ ...point, x: point.x + shift }));
    lines.push(`<path d="${curve(moved)}" fill="none" stroke="${lineColour}" stroke-width="1.5"/>`);
    if (to !== undefined) lines.push(head({ x: end.x + shift, y: end.y }));
  }
  return lines;
}

function head({ x, y }: Point): string {
  return `<path d="M${tenth(x)} ${tenth(y)}l-4 -7h8z" fill="${lineColour}"/>`;
}

/** Down, over to the gap between two columns, up, and over to the head of the next one. */
function turn({ from, to, gap, bottom }: Layout['turns'][number]): string {
  const top = to.y - 8;
  const corners = [[from.x, from.y], [from.x, bottom], [gap, bottom], [gap, top], [to.x, top], [to.x, to.y]]; // prettier-ignore
  const path = corners.map(([x, y]) => `${tenth(x!)},${tenth(y!)}`).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${lineColour}" stroke-width="1.5" stroke-linejoin="round"/>`;
}
