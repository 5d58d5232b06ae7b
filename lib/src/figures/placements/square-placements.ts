import { impossible } from '../../errors';
import type { Padding } from '../../shape/pad-axis';
import { axisPlacement, type AxisPlacement } from '../paint/axis-placement';
import type { Board } from '../paint/board';
import { ink, softInk } from '../paint/colours';
import { cellBox, type Box, type GridPlace } from '../paint/grid';

/** The windows of a square filter on a square image: the same placement down and across. */
export interface SquarePlacements {
  axis: AxisPlacement;
  /** Cells a side, zeros included. */
  side: number;
  /** Windows a side: O. */
  count: number;
}

/**
 * Places the windows of an F × F filter on an N × N image.
 *
 * @param doing how an error begins
 * @param mostCells refused when the padded image has more cells a side
 * @throws RangeError when a number is out of its range, no window fits, or there is no room
 */
export function squarePlacements(
  size: number,
  window: number,
  stride: number,
  padding: Padding,
  { doing, mostCells }: { doing: string; mostCells: number },
): SquarePlacements {
  const axis = axisPlacement(size, window, stride, padding, doing);
  const side = axis.before + size + axis.after;
  if (axis.starts.length === 0) {
    throw refusal(
      `le filtre a ${window} cases de côté et l'image, remplissage compris, ${side}`,
      `prenez un filtre d'au plus ${side} cases`,
    );
  }
  if (side > mostCells) {
    throw refusal(
      `l'image, remplissage compris, a ${side} cases de côté, et au plus ${mostCells} se lisent`,
      'prenez une image plus petite ; sizeTable et outputSize calculent les grandes',
    );
  }
  return { axis, side, count: axis.starts.length };

  function refusal(found: string, next: string): RangeError {
    return new RangeError(impossible(doing, found, next));
  }
}

/** The box of a window on a grid that begins with the zeros. */
export function windowBox(
  grid: GridPlace,
  { axis }: SquarePlacements,
  row: number,
  column: number,
): Box {
  const at = (index: number): number => (axis.starts[index] as number) + axis.before;
  return cellBox(grid, at(row), at(column), axis.window, axis.window);
}

/** Ruled cells, each zero with its 0, a line round the image; no numbers: only places matter here. */
export function drawSquare(board: Board, grid: GridPlace, { axis, side }: SquarePlacements): void {
  const { before, size } = axis;
  const inside = (index: number): boolean => index >= before && index < before + size;
  const values = Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, column) => (inside(row) && inside(column) ? 1 : null)),
  );
  board.ruledCells({ ...grid, rows: side, columns: side });
  board.cells({ ...grid, values, scale: 'amount', range: [0, 7], name: 'image' });
  const { x, y, width, height } = cellBox(grid, before, before, size, size);
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ] as const;
  board.line(corners, ink, 1.5);
  if (grid.cell < 14) return;
  board.words(
    values.flatMap((row, y0) =>
      row.flatMap((value, x0) =>
        value === null
          ? {
              x: grid.x + (x0 + 0.5) * grid.cell,
              y: grid.y + (y0 + 0.5) * grid.cell,
              text: '0',
              size: Math.min(14, grid.cell * 0.4),
              colour: softInk,
            }
          : [],
      ),
    ),
  );
}
