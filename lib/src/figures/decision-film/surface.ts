import { impossible, valueText } from '../../errors';

/** A square of the plane: both coordinates run from `from` to `to`. */
export interface PlaneArea {
  /** Smallest x and y. */
  from: number;
  /** Largest x and y. */
  to: number;
}

/** Points a side of the grid on which an answer is asked for. */
const side = 41;

/**
 * What a network answers all over a square of the plane, asked now: it may go on learning afterwards.
 *
 * @param answer from points [x, y] to one number each, from 0 (« class 0 ») to 1
 * @param area of both coordinates; default from -0.5 to 1.5, round the four points of XOR
 * @returns [41, 41], rows from the greatest y down to the least, as on a map
 * @throws RangeError when there is not one answer a point
 *
 * @example
 * ```ts
 * const surface = decisionSurface((points) => points.map(([x = 0]) => x), { from: 0, to: 1 });
 * surface[0][40]; // => 1
 * surface[40][0]; // => 0
 * ```
 */
export function decisionSurface(
  answer: (points: number[][]) => ArrayLike<number>,
  area: PlaneArea = { from: -0.5, to: 1.5 },
): number[][] {
  const at = (i: number): number => area.from + ((area.to - area.from) * i) / (side - 1);
  const places = Array.from({ length: side }, (_, i) => i);
  const points = places.flatMap((row) => places.map((column) => [at(column), at(side - 1 - row)]));
  const answers = answer(points);
  if (answers.length !== points.length) {
    throw new RangeError(
      impossible(
        'dessiner les décisions du réseau',
        `il y a ${points.length} points mais ${valueText(answers.length)} réponses`,
        'rendez un seul nombre par point, par exemple la probabilité de la classe 1',
      ),
    );
  }
  return places.map((row) => places.map((column) => answers[row * side + column] as number));
}

/** Where a surface crosses a level, as short lines from one side of a cell to another; in cells. */
export function levelLine(surface: readonly (readonly number[])[], level: number): Segment[] {
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < surface.length; row++) {
    for (let column = 0; column + 1 < (surface[row]?.length ?? 0); column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const heights = corners.map(([x, y]) => surface[y]![x]! - level);
      const crossings = corners.flatMap(([x, y], i) => {
        const [toX, toY] = corners[(i + 1) % 4]!;
        const [a, b] = [heights[i]!, heights[(i + 1) % 4]!];
        if (a < 0 === b < 0) return [];
        const share = a / (a - b);
        return [[x + share * (toX - x), y + share * (toY - y)] as const];
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        segments.push([crossings[i]!, crossings[i + 1]!]);
      }
    }
  }
  return segments;
}

type Spot = readonly [x: number, y: number];
type Segment = readonly [from: Spot, to: Spot];
