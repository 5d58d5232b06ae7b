import type { Board } from './board';
import { colourScales, type ScaleName } from './colours';
import type { Box, Grid } from './grid';
import { extent, numberText } from './numbers';
import { scalePicture } from './scale-picture';

/** From this cell size on there is room for a number. */
const smallestNumbered = 20;
/** Beyond so many cells a side, a matrix is a picture; the mouse no longer reads its values. */
const mostCells = 64;

/** A matrix to be fitted into a box. */
export interface MatrixView {
  values: number[][];
  scale: ScaleName;
  range: [number, number];
  name: string;
}

/**
 * Draws a matrix as large as a box allows, cells square, centred: with its numbers when they fit,
 * as bare cells when not, as a picture when it is large.
 *
 * @returns where it lies: top left corner and cell side
 */
export function drawMatrix(
  board: Board,
  box: Box,
  view: MatrixView,
): { x: number; y: number; cell: number } {
  const rows = view.values.length;
  const columns = view.values[0]?.length ?? 1;
  const exact = Math.min(box.width / columns, box.height / rows);
  const cell = exact >= 4 ? Math.floor(exact) : exact;
  const place = {
    x: box.x + (box.width - cell * columns) / 2,
    y: box.y + (box.height - cell * rows) / 2,
    cell,
  };
  const grid: Grid = { ...place, ...view };
  if (Math.max(rows, columns) > mostCells) {
    const size = { width: cell * columns, height: cell * rows };
    const pixels = shrink(view.values, Math.ceil(columns / (2 * size.width)));
    board.picture(
      { x: place.x, y: place.y, ...size },
      scalePicture(pixels, colourScales[view.scale], view.range),
    );
  } else if (cell >= smallestNumbered && longestNumber(view.values) * cell <= cell * (cell / 6)) {
    board.numberedCells(grid);
  } else {
    board.cells(grid);
  }
  return place;
}

/** The ends of a scale that suits some matrices: symmetric round zero when one is negative. */
export function sharedRange(matrices: readonly number[][][]): [number, number] {
  const extents = matrices.map(extent);
  const low = Math.min(...extents.map(([least]) => least));
  const high = Math.max(...extents.map(([, most]) => most));
  if (low >= 0) return [0, Math.max(high, Number.MIN_VALUE)];
  const reach = Math.max(-low, high);
  return [-reach, reach];
}

/**
 * Symmetric ends for signed maps. Of large ones the strongest hundredth is cut off: a few whiskers
 * would otherwise leave the rest of a photo without colour.
 */
export function signedRange(matrices: readonly number[][][]): [number, number] {
  const sizes = matrices.flat(2).map(Math.abs);
  sizes.sort((a, b) => a - b);
  const isLarge = (matrices[0]?.length ?? 0) > mostCells;
  const last = Math.floor((sizes.length - 1) * (isLarge ? 0.99 : 1));
  const reach = Math.max(sizes[last] ?? 0, 1e-9);
  return [-reach, reach];
}

/** « de −3 à 12 ». */
export function rangeText(matrix: number[][]): string {
  const [low, high] = extent(matrix);
  return `de ${numberText(low)} à ${numberText(high)}`;
}

/**
 * A colour scale with its ends and, for signed values, its middle, in words under it.
 *
 * @param at top left corner; it takes 200 by 34 pixels
 * @param isCut values beyond the ends exist, and have the ends' colours
 */
export function drawScaleBar(
  board: Board,
  at: { x: number; y: number },
  scale: ScaleName,
  range: [number, number],
  isCut = false,
): void {
  const width = 200;
  const steps = Array.from({ length: 100 }, (_, i) => range[0] + ((range[1] - range[0]) * i) / 99);
  board.picture(
    { x: at.x, y: at.y, width, height: 12 },
    scalePicture([steps], colourScales[scale], range),
  );
  const middle =
    scale === 'signed'
      ? [{ x: at.x + width / 2, text: numberText((range[0] + range[1]) / 2) }]
      : [];
  const ends = [
    { x: at.x, text: `${isCut ? '≤ ' : ''}${numberText(range[0])}` },
    ...middle,
    { x: at.x + width, text: `${isCut ? '≥ ' : ''}${numberText(range[1])}` },
  ];
  board.words(ends.map((end) => ({ ...end, y: at.y + 24, size: 12 })));
}

function longestNumber(values: number[][]): number {
  return Math.max(...values.flat().map((value) => numberText(value).length));
}

/** Means of squares of pixels: no finer than the screen can show. A rest at the edges is left out. */
function shrink(values: number[][], factor: number): number[][] {
  if (factor <= 1) return values;
  const rows = Math.floor(values.length / factor);
  const columns = Math.floor((values[0]?.length ?? 0) / factor);
  return Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (__, x) => {
      const square = values
        .slice(y * factor, (y + 1) * factor)
        .flatMap((row) => row.slice(x * factor, (x + 1) * factor));
      return square.reduce((sum, value) => sum + value, 0) / square.length;
    }),
  );
}
