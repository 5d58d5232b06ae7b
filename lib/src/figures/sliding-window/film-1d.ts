import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { sliderOver } from '../paint/controls';
import { cellBox, type Grid } from '../paint/grid';
import { listText, productText } from '../paint/numbers';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { drawPaddedCells, paddedLabels, paddingLines, type PaddedInput } from './padded-input';
import { allSteps } from './film-1d-still';
import { resultOf, resultRange, stepLines, stepSentence, type WindowStep } from './window-steps';

const left = 130;
const rowTops = { input: 24, kernel: 96, result: 230 };

/** The film of a list convolved with a kernel; both come as matrices of one row. */
export function slidingWindow1d(
  input: PaddedInput,
  kernel: number[][],
  steps: WindowStep[],
): Figure {
  const length = input.cells[0]?.length ?? 0;
  const cell = Math.max(22, Math.min(56, Math.floor(660 / length)));
  const board = new Board(Math.max(560, left + length * cell + 24), 304);
  const result = resultOf(steps) as number[][];
  const inputGrid: Grid = { x: left, y: rowTops.input, cell, values: input.cells, name: 'entrée' };
  const range = resultRange(result);
  const resultPlace = { x: left, y: rowTops.result, cell };

  board.words(
    ['Entrée', 'Noyau', 'Produits', 'Résultat'].map((text, i) => rowTitle(text, i, cell)),
  );
  drawPaddedCells(board, inputGrid, input);
  board.words(paddedLabels(inputGrid, input));
  board.ruledCells({ ...resultPlace, rows: 1, columns: result[0]?.length ?? 0 });

  const changing = (index: number): PlotlyObject[] => {
    const step = steps[index] as WindowStep;
    const kernelGrid: Grid = {
      x: left + step.column * cell,
      y: rowTops.kernel,
      cell,
      values: kernel,
      scale: 'signed',
      name: 'noyau',
    };
    const resultGrid: Grid = {
      ...resultPlace,
      values: resultOf(steps, index),
      scale: range[0] < 0 ? 'signed' : 'amount',
      range,
      name: 'résultat',
    };
    return [
      cellsTrace(kernelGrid),
      wordsTrace(cellLabels(kernelGrid)),
      wordsTrace(products(step, kernel, cell)),
      cellsTrace(resultGrid),
      wordsTrace(cellLabels(resultGrid)),
      ...outlineTraces(cellBox(inputGrid, 0, step.column, 1, kernel[0]?.length)),
      ...outlineTraces(cellBox(resultPlace, 0, step.outColumn)),
    ];
  };
  const indices = changing(0).map((trace) => board.add(trace));
  const frames = steps.map((_, i) => ({ name: String(i + 1), data: changing(i), traces: indices }));
  const labels = steps.map((_, i) => String(i + 1));
  return board.figure({
    alt: [
      `Fenêtre glissante sur une liste, en ${steps.length} étapes.`,
      ...paddingLines(input.zeros, true),
      `Entrée : ${listText(input.cells[0] ?? [])}`,
      `Noyau : ${listText(kernel[0] ?? [])}`,
      ...steps.map((step, i) => stepSentence(step, kernel, i + 1)),
      `Résultat : ${listText(result[0] ?? [])}`,
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Étape', { film: true, width: board.width }),
    still: steps.length <= 9 ? allSteps(input, kernel, steps, cell) : board,
  });
}

function rowTitle(text: string, index: number, cell: number): Label {
  const y = [
    rowTops.input + cell / 2,
    rowTops.kernel + cell / 2,
    rowTops.kernel + cell + 26,
    rowTops.result + cell / 2,
  ][index] as number;
  return { x: left - 16, y, text: `<b>${text}</b>`, size: 15, align: 'right' };
}

/** Products under the kernel's cells, and their sum behind them. */
function products(step: WindowStep, kernel: number[][], cell: number): Label[] {
  const y = rowTops.kernel + cell + 26;
  const x = left + step.column * cell;
  const room = cell * 1.3;
  const weights = kernel[0] ?? [];
  const labels = weights.map((weight, i): Label => {
    const text = productText(step.values[0]?.[i] ?? 0, weight);
    return { x: x + (i + 0.5) * cell, y, text, size: Math.min(15, room / text.length) };
  });
  const line = stepLines(step, kernel)[0] ?? '';
  const below: Label = { x: left, y: y + 27, text: `<b>${line}</b>`, align: 'left', size: 14 };
  return [...labels, below];
}
