import type { Box } from '../../paint/grid';

/**
 * Fills a box with rectangles whose areas are as the values, as square as they can be: rows along the shorter side,
 * each filled while its rectangles become less long. Bruls, Huizing, van Wijk, « Squarified Treemaps », 2000.
 *
 * @param values above 0, largest first
 * @returns a rectangle for each value
 */
export function squarify(values: readonly number[], box: Box): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const perValue = (box.width * box.height) / total;
  const places: Box[] = [];
  let left = box;
  for (let first = 0; first < values.length;) {
    const side = Math.min(left.width, left.height);
    let row = [values[first]! * perValue];
    for (let next = first + 1; next < values.length; next++) {
      const longer = [...row, values[next]! * perValue];
      if (longest(longer, side) > longest(row, side)) break;
      row = longer;
    }
    const laid = lay(row, left);
    places.push(...laid.row);
    left = laid.left;
    first += row.length;
  }
  return places;
}

/** How many times as long as wide the longest rectangle of a row is. */
function longest(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  const ratios = areas.map((area) =>
    Math.max((side * side * area) / sum ** 2, sum ** 2 / (side * side * area)),
  );
  return Math.max(...ratios);
}

/** A row along the shorter side of a box, and what is left of the box. */
function lay(areas: readonly number[], { x, y, width, height }: Box): { row: Box[]; left: Box } {
  const sum = areas.reduce((total, area) => total + area, 0);
  const upright = width >= height;
  const thick = sum / (upright ? height : width);
  let at = upright ? y : x;
  const row = areas.map((area): Box => {
    const long = area / thick;
    at += long;
    return upright
      ? { x, y: at - long, width: thick, height: long }
      : { x: at - long, y, width: long, height: thick };
  });
  const left = upright
    ? { x: x + thick, y, width: width - thick, height }
    : { x, y: y + thick, width, height: height - thick };
  return { row, left };
}
