import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { cellBox, type Box, type Grid } from '../paint/grid';
import { signedRange } from '../paint/matrix-view';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';

/** Cells of a matrix: first row and column, how many of each. */
export type Cells = readonly [row: number, column: number, rows: number, columns: number];

/** One of the three matrices of the film. */
export interface Panel {
  title: string;
  values: number[][];
}

/** One step of the way back. */
export interface BackwardStep {
  /** What is framed in each of the three matrices. */
  framed: readonly [Cells, Cells, Cells];
  /** What the cells of the first two matrices say instead of their numbers. */
  texts: readonly [string[][] | undefined, string[][] | undefined];
  /** The third matrix so far; `null` where nothing has come yet. */
  result: (number | null)[][];
  /** The calculation. */
  words: string;
}

const [margin, top, gap, lineHeight] = [24, 46, 56, 24];
/** A static picture has room for the calculations of so many steps. */
const mostToldSteps = 16;

/** The film of a backward pass: two matrices give the third, cell by cell. */
export function backwardFilm(
  panels: readonly [Panel, Panel, Panel],
  steps: readonly BackwardStep[],
  options: { prefix: string; alt: readonly string[] },
): Figure {
  const grids = placed(panels);
  // One scale for all frames: windows that overlap may go further than their sum in the end.
  const range = signedRange([panels[2].values, ...steps.map(({ result }) => numbersOf(result))]);
  Object.assign(grids[2], { range });
  const last = grids[2];
  const right = last.x + last.cell * (panels[2].values[0]?.length ?? 0);
  const bottom = top + grids[0].cell * Math.max(...panels.map(({ values }) => values.length)) + 22;
  const width = Math.max(600, right + margin);
  const board = new Board(width, bottom + lineHeight + 14);
  drawGround(board, panels, grids);
  const changing = (index: number): PlotlyObject[] => tracesOf(steps[index]!, grids, bottom);
  const traces = changing(0).map((trace) => board.add(trace));
  const frames = steps.map((_, i) => ({ name: String(i + 1), data: changing(i), traces }));
  return board.figure({
    alt: [...options.alt, ...steps.map(({ words }) => plain(words))].join('\n'),
    frames,
    controls: sliderOver(
      frames,
      frames.map(({ name }) => name),
      options.prefix,
      { film: true, width: board.width },
    ),
    still: stillOf(panels, steps, grids, { width, bottom }),
  });
}

/** The whole result, and under it the calculation of each step. */
function stillOf(
  panels: readonly [Panel, Panel, Panel],
  steps: readonly BackwardStep[],
  grids: readonly [Grid, Grid, Grid],
  { width, bottom }: { width: number; bottom: number },
): Board {
  const told = steps.length <= mostToldSteps ? steps.map(({ words }) => words) : [];
  const columns = Math.max(0, ...told.map((words) => plain(words).length)) * 15 < width ? 2 : 1;
  const lines = Math.ceil(told.length / columns);
  const still = new Board(width, bottom + lines * lineHeight + 8);
  drawGround(still, panels, grids);
  for (const grid of grids) still.numberedCells(grid);
  still.words(
    told.map((text, i) => ({
      ...line(text, bottom + (i % lines) * lineHeight),
      x: margin + Math.floor(i / lines) * ((width - margin) / columns),
      size: 13,
    })),
  );
  return still;
}

function tracesOf(
  { framed, texts, result, words }: BackwardStep,
  grids: readonly [Grid, Grid, Grid],
  bottom: number,
): PlotlyObject[] {
  const outcome: Grid = { ...grids[2], values: result };
  const boxes = framed.map((cells, i) => around(cellBox(grids[i]!, ...cells)));
  return [
    ...[grids[0], grids[1]].flatMap((grid, i) => [
      cellsTrace(grid),
      wordsTrace(cellLabels(grid, texts[i])),
    ]),
    ...[cellsTrace(outcome), wordsTrace(cellLabels(outcome))],
    ...boxes.flatMap((box) => outlineTraces(box)),
    wordsTrace([line(words, bottom)]),
  ];
}

function placed(panels: readonly [Panel, Panel, Panel]): [Grid, Grid, Grid] {
  const widths = panels.map(({ values }) => values[0]?.length ?? 0);
  const tallest = Math.max(...panels.map(({ values }) => values.length));
  const all = widths.reduce((sum, count) => sum + Math.max(3, count), 0);
  const room = Math.floor((sheetWidth - 2 * margin - 2 * gap) / all);
  const cell = Math.max(26, Math.min(58, room, Math.floor(380 / tallest)));
  let x = margin;
  return panels.map(({ title, values }, i): Grid => {
    const own = widths[i]! * cell;
    const wide = Math.max(3 * cell, own);
    const y = top + ((tallest - values.length) * cell) / 2;
    const grid = {
      x: x + (wide - own) / 2,
      y,
      cell,
      values,
      name: title,
      scale: 'signed' as const,
    };
    x += wide + gap;
    return grid;
  }) as [Grid, Grid, Grid];
}

/** What no frame changes: titles, signs, the empty result. */
function drawGround(
  board: Board,
  panels: readonly [Panel, Panel, Panel],
  grids: readonly [Grid, Grid, Grid],
): void {
  for (const [i, { title, values }] of panels.entries()) {
    const { x, cell } = grids[i]!;
    const middle = x + (cell * (values[0]?.length ?? 0)) / 2;
    board.words([{ x: middle, y: 22, text: `<b>${title}</b>`, size: 14 }]);
  }
  const tallest = Math.max(...panels.map(({ values }) => values.length));
  const { cell } = grids[2];
  const size = { rows: panels[2].values.length, columns: panels[2].values[0]?.length ?? 0 };
  board.ruledCells({ ...grids[2], ...size });
  const arrow = { y: top + (tallest * cell) / 2, text: '→', size: 22, colour: softInk };
  board.words([{ ...arrow, x: grids[2].x - gap / 2 }]);
}

const line = (text: string, y: number): Label => ({
  x: margin,
  y,
  text,
  size: 15,
  align: 'left',
});

/** A frame lies outside its cells, so that it covers no sign in them. */
const around = ({ x, y, width, height }: Box): Box => ({
  x: x - 3,
  y: y - 3,
  width: width + 6,
  height: height + 6,
});

const numbersOf = (matrix: readonly (readonly (number | null)[])[]): number[][] =>
  matrix.map((row) => row.map((value) => value ?? 0));

const plain = (text: string): string => text.replace(/<\/?b>/g, '');
