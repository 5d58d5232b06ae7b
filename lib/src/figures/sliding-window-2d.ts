import type { Figure, PlotlyObject } from './figure';
import {
  Board,
  cellBox,
  cellLabels,
  cellsTrace,
  outlineTraces,
  wordsTrace,
  type Grid,
  type Label,
} from './paint/board';
import { softInk } from './paint/colours';
import { sliderOver } from './paint/controls';
import { extent, matrixText, productText } from './paint/numbers';
import { resultOf, stepLines, stepSentence, type WindowStep } from './window-steps';

/** The film of a matrix convolved with a kernel. The sizes are already checked. */
export function slidingWindow2d(
  input: number[][],
  kernel: number[][],
  steps: WindowStep[],
): Figure {
  const place = places(input, kernel, steps);
  const board = new Board(place.width, place.height);
  const finalResult = resultOf(steps) as number[][];
  const range = symmetric(finalResult);

  board.words(place.titles);
  board.cells(place.input);
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
      wordsTrace(cellLabels(place.input, textsWithProducts(input, kernel, step))),
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

interface Places {
  width: number;
  height: number;
  input: Grid;
  kernel: Grid;
  result: { x: number; y: number; cell: number };
  titles: Label[];
  calculation: { x: number; y: number };
}

function places(input: number[][], kernel: number[][], steps: WindowStep[]): Places {
  const columns = [input, kernel, resultOf(steps)].map((matrix) => matrix[0]?.length ?? 0);
  const total = columns.reduce((sum, count) => sum + count, 0);
  const cell = Math.max(20, Math.min(54, Math.floor(640 / total), Math.floor(420 / input.length)));
  const top = 44;
  const gap = 46;
  const [inputWidth = 0, kernelWidth = 0, resultWidth = 0] = columns.map((count) => count * cell);
  const kernelX = 24 + inputWidth + gap;
  const resultX = kernelX + kernelWidth + gap;
  const middle = top + (input.length * cell) / 2;
  const centred = (rows: number): number => middle - (rows * cell) / 2;
  const title = (x: number, width: number, text: string): Label => ({
    x: x + width / 2,
    y: 22,
    text: `<b>${text}</b>`,
    size: 15,
  });
  const lines = kernel.length + 1;
  const bottom = top + input.length * cell;
  return {
    width: Math.max(560, resultX + resultWidth + 24),
    height: bottom + 20 + lines * 22 + 6,
    input: { x: 24, y: top, cell, values: input, name: 'entrée' },
    kernel: {
      x: kernelX,
      y: centred(kernel.length),
      cell,
      values: kernel,
      scale: 'signed',
      name: 'noyau',
    },
    result: { x: resultX, y: centred(resultOf(steps).length), cell },
    titles: [
      title(24, inputWidth, 'Entrée'),
      title(kernelX, kernelWidth, 'Noyau'),
      title(resultX, resultWidth, 'Résultat'),
      { x: kernelX - gap / 2, y: middle, text: '∗', size: 26 },
      { x: resultX - gap / 2, y: middle, text: '=', size: 26 },
    ],
    calculation: { x: 24, y: bottom + 30 },
  };
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

/** The static picture: each window on a small copy of the input, under it the result so far. */
function allSteps(
  input: number[][],
  kernel: number[][],
  steps: WindowStep[],
  range: [number, number],
): Board {
  const columns = Math.min(3, steps.length);
  const cell = Math.max(14, Math.min(24, Math.floor(140 / (input[0]?.length ?? 1))));
  const width = cell * (input[0]?.length ?? 0);
  const height = cell * input.length;
  const result = resultOf(steps);
  const cardWidth = width + 30 + cell * (result[0]?.length ?? 0) + 34;
  const cardHeight = height + 56;
  const kernelSide = 22;
  const top = 60 + kernel.length * kernelSide;
  const board = new Board(
    Math.max(420, 24 + columns * cardWidth),
    top + Math.ceil(steps.length / columns) * cardHeight,
  );
  board.words([{ x: 24, y: 22, text: '<b>Noyau</b>', size: 15, align: 'left' }]);
  board.numberedCells({ x: 24, y: 40, cell: kernelSide, values: kernel, scale: 'signed' });
  const size = `${kernel.length} × ${kernel[0]?.length ?? 0}`;
  board.words([
    {
      x: 24 + kernelSide * (kernel[0]?.length ?? 0) + 18,
      y: 40 + (kernelSide * kernel.length) / 2,
      text: `glisse sur l’entrée : ${steps.length} fenêtres de ${size}, ${steps.length} nombres.`,
      align: 'left',
      colour: softInk,
    },
  ]);
  for (const [i, step] of steps.entries()) {
    const x = 24 + (i % columns) * cardWidth;
    const y = top + Math.floor(i / columns) * cardHeight + 26;
    const grid = { x, y, cell, values: input };
    const out = { x: x + width + 30, y: y + (height - cell * result.length) / 2, cell };
    board.words([
      {
        x,
        y: y - 13,
        text: `<b>Étape ${i + 1}</b> : ${
          stepLines(step, kernel)
            .at(-1)
            ?.replace(/<\/?b>|Somme : /g, '') ?? ''
        }`,
        size: 12,
        align: 'left',
      },
      { x: x + width + 15, y: y + height / 2, text: '→', size: 16, colour: softInk },
    ]);
    board.numberedCells(grid);
    board.ruledCells({ ...out, rows: result.length, columns: result[0]?.length ?? 0 });
    const scale = range[0] < 0 ? 'signed' : 'amount';
    board.numberedCells({ ...out, values: resultOf(steps, i), range, scale });
    board.outline(cellBox(grid, step.row, step.column, kernel.length, kernel[0]?.length));
    board.outline(cellBox(out, step.outRow, step.outColumn));
  }
  return board;
}

function lastStep(board: Board, indices: number[], traces: PlotlyObject[]): Board {
  const still = new Board(board.width, board.height);
  board.traces.forEach((trace, i) => still.add(traces[indices.indexOf(i)] ?? trace));
  return still;
}

function labelsOf(steps: WindowStep[]): string[] {
  return steps.map((_, i) => String(i + 1));
}

function symmetric(result: number[][]): [number, number] {
  const [low, high] = extent(result);
  if (low >= 0) return [0, Math.max(high, Number.MIN_VALUE)];
  const reach = Math.max(-low, high);
  return [-reach, reach];
}

function alternative(
  input: number[][],
  kernel: number[][],
  steps: WindowStep[],
  result: number[][],
): string {
  return [
    `Fenêtre glissante en ${steps.length} étapes.`,
    `Entrée : ${matrixText(input)}`,
    `Noyau : ${matrixText(kernel)}`,
    ...steps.map((step, i) => stepSentence(step, kernel, i + 1)),
    `Résultat : ${matrixText(result)}`,
  ].join('\n');
}
