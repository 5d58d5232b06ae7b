import type { PoolPlan } from '../../ops/pool-plan';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { cellBox, type Grid, type GridPlace } from '../paint/grid';
import { sharedRange } from '../paint/matrix-view';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { poolModes, resultUpTo, stepWords, type PoolMode, type PoolStep } from './pool-steps';

interface Scene {
  values: number[][];
  plan: PoolPlan;
  steps: PoolStep[];
  results: { mode: PoolMode; values: number[][] }[];
}

const [margin, top, gap, lineHeight] = [24, 46, 56, 24];
/** A static picture has room for the calculations of so many windows. */
const mostToldWindows = 6;

/** The sheet of the film, its frames, and the sheet of its static picture. */
export function filmOf(scene: Scene): { board: Board; frames: PlotlyObject[]; still: Board } {
  const { steps, results } = scene;
  const places = placesOf(scene);
  const board = new Board(places.width, places.below + results.length * lineHeight + 14);
  drawGround(board, scene, places);
  const changing = (index: number): PlotlyObject[] => {
    const step = steps[index] as PoolStep;
    const words = results.map((result) => stepWords(result.mode, step, result.values));
    return [
      ...results.flatMap((result, i) => resultTraces(scene, places, i, index)),
      ...outlineTraces(windowBox(scene, places, step)),
      ...places.results.flatMap((place) =>
        outlineTraces(cellBox(place, step.outRow, step.outColumn)),
      ),
      wordsTrace(words.map((text, line) => lineLabel(text, places.below + 8, line))),
    ];
  };
  const indices = changing(0).map((trace) => board.add(trace));
  const frames = steps.map((_, i) => ({ name: String(i + 1), data: changing(i), traces: indices }));

  return { board, frames, still: stillOf(scene, places) };
}

/** The static picture: the whole results, and in two columns how each window gave its numbers. */
function stillOf(scene: Scene, places: Places): Board {
  const { steps, results, plan } = scene;
  const told = steps.length <= mostToldWindows ? steps : [];
  const wide = plan.rows.windowSize * plan.cols.windowSize > 6; // long lines need the whole width
  const columns = wide ? 1 : 2;
  const block = (results.length + 1) * lineHeight + 12;
  const rows = Math.ceil(told.length / columns);
  const still = new Board(places.width, places.below + rows * block + 8);
  drawGround(still, scene, places);
  for (const [i] of results.entries()) {
    for (const trace of resultTraces(scene, places, i, steps.length - 1)) still.add(trace);
  }
  // Windows that overlap would hide one another: then only the last is framed.
  for (const step of isTiling(plan) ? steps : steps.slice(-1)) {
    const { x, y, width, height } = windowBox(scene, places, step);
    still.outline({ x: x + 2, y: y + 2, width: width - 4, height: height - 4 });
  }
  for (const [i, step] of told.entries()) {
    const words = results.map((result) => stepWords(result.mode, step, result.values));
    const y = places.below + 8 + Math.floor(i / columns) * block;
    const x = margin + (i % columns) * (places.width / 2);
    still.words(
      [`<b>Fenêtre ${i + 1}</b>`, ...words].map((text, line) => ({
        ...lineLabel(text, y, line),
        x,
      })),
    );
  }
  return still;
}

interface Places {
  width: number;
  /** Under input and results. */
  below: number;
  cell: number;
  /** Of the padded image. */
  ring: GridPlace & { rows: number; columns: number };
  input: GridPlace;
  results: GridPlace[];
}

function placesOf({ values, plan: { rows, cols }, results }: Scene): Places {
  const span = (axis: PoolPlan['rows'], before = axis.before): number =>
    Math.max(
      axis.inputSize + before,
      before + (axis.outputSize - 1) * axis.stride - before + axis.windowSize,
    );
  const [ringRows, ringColumns] = [span(rows), span(cols)];
  const wide = ringColumns + results.length * Math.max(2, cols.outputSize);
  const room = 820 - 2 * margin - results.length * gap;
  const cell = Math.max(22, Math.min(52, Math.floor(room / wide), Math.floor(400 / ringRows)));
  const ring = { x: margin, y: top, cell, rows: ringRows, columns: ringColumns };
  const height = Math.max(ringRows, rows.outputSize) * cell;
  const step = Math.max(2, cols.outputSize) * cell + gap;
  const firstResult = margin + ringColumns * cell + gap;
  return {
    width: Math.max(600, firstResult + results.length * step - gap + margin),
    below: top + height + 24,
    cell,
    ring,
    input: { x: margin + cols.before * cell, y: top + rows.before * cell, cell },
    results: results.map((_, i) => ({
      x: firstResult + i * step + ((Math.max(2, cols.outputSize) - cols.outputSize) * cell) / 2,
      y: top + (values.length === 0 ? 0 : (ringRows - rows.outputSize) * cell) / 2,
      cell,
    })),
  };
}

/** What no frame changes: the image with its numbers, the padding, titles, the empty results. */
function drawGround(board: Board, { values, plan, results }: Scene, places: Places): void {
  const middle = top + (places.ring.rows * places.cell) / 2;
  const title = (x: number, text: string): Label => ({
    x,
    y: 22,
    text: `<b>${text}</b>`,
    size: 15,
  });
  const inputMiddle = margin + (places.ring.columns * places.cell) / 2;
  board.ruledCells(places.ring);
  board.numberedCells({ ...places.input, values, name: 'entrée' });
  board.words([
    title(inputMiddle, 'Entrée'),
    ...places.results.map((place, i) =>
      title(place.x + (plan.cols.outputSize * places.cell) / 2, poolModes[results[i]!.mode].title),
    ),
    { x: (places.results[0]?.x ?? 0) - gap / 2, y: middle, text: '→', size: 22, colour: softInk },
  ]);
  for (const place of places.results) {
    const { rows, cols } = plan;
    board.ruledCells({ ...place, rows: rows.outputSize, columns: cols.outputSize });
  }
}

function resultTraces(scene: Scene, places: Places, index: number, upTo: number): PlotlyObject[] {
  const { mode, values } = scene.results[index]!;
  // Maximum and mean stay within the image's range and share its colours; a sum leaves it.
  const range = sharedRange(mode === 'sum' ? [values] : [scene.values]);
  const grid: Grid = {
    ...places.results[index]!,
    values: resultUpTo(values, scene.steps, upTo),
    range,
    scale: range[0] < 0 ? 'signed' : 'amount',
    name: poolModes[mode].title,
  };
  return [cellsTrace(grid), wordsTrace(cellLabels(grid))];
}

function windowBox({ plan }: Scene, places: Places, step: PoolStep): ReturnType<typeof cellBox> {
  return cellBox(places.input, step.row, step.column, plan.rows.windowSize, plan.cols.windowSize);
}

function isTiling({ rows, cols }: PoolPlan): boolean {
  return rows.stride >= rows.windowSize && cols.stride >= cols.windowSize;
}

function lineLabel(text: string, y: number, line: number): Label {
  return { x: margin, y: y + line * lineHeight, text, size: 14, align: 'left' };
}
