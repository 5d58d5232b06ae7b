import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { sliderOver } from '../paint/controls';
import { cellBox, type Grid } from '../paint/grid';
import { matrixText, productText } from '../paint/numbers';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { drawPaddedCells, paddedLabels, paddingLines, type PaddedInput } from './padded-input';
import { filmPlaces } from './film-2d-places';
import { allSteps } from './film-2d-still';
import { resultOf, resultRange, stepLines, stepSentence, type WindowStep } from './window-steps';

/** The film of a matrix convolved with a kernel. The sizes are already checked. */
export function slidingWindow2d(
  input: PaddedInput,
  kernel: number[][],
  steps: WindowStep[],
): Figure {
  const place = filmPlaces(input.cells, kernel, steps);
  const board = new Board(place.width, place.height);
  const finalResult = resultOf(steps) as number[][];
  const range = resultRange(finalResult);

  board.words(place.titles);
  drawPaddedCells(board, place.input, input);
  board.numberedCells(place.kernel);
  board.ruledCells({
    ...place.result,
    rows: finalResult.length,
    columns: finalResult[0]?.length ?? 0,
  });
  const resultGrid = (upTo: number): Grid => ({
    ...place.result,
    values: resultOf(steps, upTo),
    range,
    scale: range[0] < 0 ? 'signed' : 'amount',
  });

  const changing = (index: number): PlotlyObject[] => {
    const step = steps[index] as WindowStep;
    const window = cellBox(place.input, step.row, step.column, kernel.length, kernel[0]?.length);
    const target = cellBox(place.result, step.outRow, step.outColumn);
    return [
      wordsTrace(paddedLabels(place.input, input, textsWithProducts(input.cells, kernel, step))),
      cellsTrace(resultGrid(index)),
      wordsTrace(cellLabels(resultGrid(index))),
      ...outlineTraces(window),
      ...outlineTraces(target),
      wordsTrace(calculation(step, kernel, place.calculation)),
    ];
  };
  const indices = changing(0).map((trace) => board.add(trace));
  const frames = steps.map((_, i) => ({ name: String(i + 1), data: changing(i), traces: indices }));

  const still =
    steps.length <= 9
      ? allSteps(input, kernel, steps, range)
      : lastStep(board, indices, changing(steps.length - 1));
  return board.figure({
    alt: alternative(input, kernel, steps, finalResult),
    frames,
    controls: sliderOver(frames, labelsOf(steps), 'Étape', { film: true, width: board.width }),
    still,
  });
}

/** The input's numbers, and in the window « value×weight » in bold. */
function textsWithProducts(input: number[][], kernel: number[][], step: WindowStep): string[][] {
  return input.map((values, row) =>
    values.map((value, column) => {
      const weight = kernel[row - step.row]?.[column - step.column];
      return weight === undefined
        ? productText(value, 0).replace(/×0$/, '')
        : `<b>${productText(value, weight)}</b>`;
    }),
  );
}

function calculation(step: WindowStep, kernel: number[][], at: { x: number; y: number }): Label[] {
  return stepLines(step, kernel).map((text, i) => ({
    x: at.x,
    y: at.y + i * 22,
    text,
    size: 14,
    align: 'left',
  }));
}

/** The static picture of a long film: its last frame. */
function lastStep(board: Board, indices: number[], traces: PlotlyObject[]): Board {
  const still = new Board(board.width, board.height);
  board.traces.forEach((trace, i) => still.add(traces[indices.indexOf(i)] ?? trace));
  return still;
}

function labelsOf(steps: WindowStep[]): string[] {
  return steps.map((_, i) => String(i + 1));
}

function alternative(
  { cells, zeros }: PaddedInput,
  kernel: number[][],
  steps: WindowStep[],
  result: number[][],
): string {
  return [
    `Fenêtre glissante en ${steps.length} étapes.`,
    ...paddingLines(zeros, false),
    `Entrée : ${matrixText(cells)}`,
    `Noyau : ${matrixText(kernel)}`,
    ...steps.map((step, i) => stepSentence(step, kernel, i + 1)),
    `Résultat : ${matrixText(result)}`,
  ].join('\n');
}
