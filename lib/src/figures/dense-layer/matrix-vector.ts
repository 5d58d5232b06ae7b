import { impossible } from '../../errors';
import type { Figure } from '../figure';
import type { MatrixInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { cellBox, type Grid } from '../paint/grid';
import { listText, matrixText, numberText, productText, termText } from '../paint/numbers';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import type { VectorInput } from '../vector-input';
import { readLayer, type LayerNumbers } from './read-layer';

const most = 8;
const top = 66;
const gap = 54;

/**
 * W·x + b, one unit after the other: the row of W, the input, the products, the bias, the sum.
 *
 * @param weights W, `[units, inputs]`: a row a unit; at most 8 by 8. The kernel of tfjs is its transpose
 * @param input x, `[inputs]`
 * @param options.bias b, `[units]`; default zeros
 * @throws RangeError when the shapes do not go together or are larger
 *
 * @example
 * ```ts
 * matrixVector([[1, -2], [0.5, 3]], [4, 1], { bias: [0, 1] });
 * ```
 */
export function matrixVector(
  weights: MatrixInput,
  input: VectorInput,
  options: { bias?: VectorInput } = {},
): Figure {
  const doing = 'dessiner le produit W·x + b';
  const layer = readLayer(weights, input, options.bias, doing);
  const [units, inputs] = [layer.weights.length, layer.input.length];
  if (Math.max(units, inputs) > most) {
    throw new RangeError(
      impossible(
        doing,
        `W est de ${units} × ${inputs} mais la figure montre ${most} × ${most} au plus`,
        'donnez une couche plus petite',
      ),
    );
  }
  const cell = Math.min(56, Math.floor((sheetWidth - 48 - 3 * gap) / (inputs + 3)));
  const tall = Math.max(units, inputs) * cell;
  const rowWidth = (inputs + 3) * cell + 3 * gap;
  const width = Math.max(760, rowWidth + 48);
  const left = (width - rowWidth) / 2;
  const grid = (values: (number | null)[][], x: number, name: string): Grid => {
    const y = top + (tall - values.length * cell) / 2;
    return { x, y, cell, values, scale: 'signed', name };
  };
  const xAt = left + inputs * cell + gap;
  const grids = {
    w: grid(layer.weights, left, 'W'),
    x: grid(column(layer.input), xAt, 'x'),
    b: grid(column(layer.bias), xAt + cell + gap, 'b'),
    y: grid(column(layer.output), xAt + 2 * (cell + gap), 'W·x + b'),
  };
  const board = new Board(width, top + tall + 92);
  for (const numbers of [grids.w, grids.x, grids.b]) board.numberedCells(numbers);
  board.ruledCells({ ...grids.y, rows: units, columns: 1 });
  const middle = top + tall / 2;
  board.words([
    ...(['w', 'x', 'b', 'y'] as const).map((key) => ({
      x: grids[key].x + ((grids[key].values[0]?.length ?? 1) * cell) / 2,
      y: Math.min(top - 22, grids[key].y - 14),
      text: `<b>${grids[key].name ?? ''}</b>`,
    })),
    ...(['x', 'b', 'y'] as const).map((key, i) => ({
      x: grids[key].x - gap / 2,
      y: middle,
      text: ['·', '+', '='][i]!,
      size: 22,
    })),
  ]);

  const changing = (unit: number, only = false): PlotlyObject[] => {
    const known = layer.output.map((value, u) => (u <= unit ? value : null));
    const done: Grid = { ...grids.y, values: known.map((value) => [value]), range: reach(layer) };
    const traces = [
      cellsTrace(done),
      wordsTrace(cellLabels(done)),
      wordsTrace(equation(layer, unit, { x: width / 2, y: top + tall + 34 })),
    ];
    if (only) return traces;
    return [
      ...traces,
      ...outlineTraces(cellBox(grids.w, unit, 0, 1, inputs)),
      ...outlineTraces(cellBox(grids.x, 0, 0, inputs, 1)),
      ...outlineTraces(cellBox(grids.b, unit, 0)),
      ...outlineTraces(cellBox(grids.y, unit, 0)),
    ];
  };
  const indices = changing(0).map((trace) => board.add(trace));
  const frames = layer.output.map((_, unit) => ({
    name: `neurone ${unit + 1}`,
    data: changing(unit),
    traces: indices,
  }));
  // Without a browser: the last unit, so that every result stands there.
  const still = new Board(width, board.height);
  still.traces.push(...board.traces.filter((_, i) => !indices.includes(i)));
  for (const trace of changing(units - 1)) still.add(trace);
  return board.figure({
    alt: [
      `W (${units} × ${inputs}) : ${matrixText(layer.weights)}`,
      `x : ${listText(layer.input)}`,
      `b : ${listText(layer.bias)}`,
      ...layer.output.map((_, unit) => `Neurone ${unit + 1} : ${sumOf(layer, unit)}`),
      `W·x + b : ${listText(layer.output)}`,
    ].join('\n'),
    frames,
    controls: sliderOver(
      frames,
      layer.output.map((_, unit) => String(unit + 1)),
      'Neurone',
      { width },
    ),
    still,
  });
}

function column(values: readonly number[]): number[][] {
  return values.map((value) => [value]);
}

function reach({ output }: LayerNumbers): [number, number] {
  const largest = Math.max(1e-9, ...output.map(Math.abs));
  return [-largest, largest];
}

/** « 0,5×4 + 3×1 + 1 = 6 ». */
export function sumOf(layer: LayerNumbers, unit: number): string {
  const products = layer.weights[unit]!.map((w, i) => productText(w, layer.input[i]!));
  const terms = [...products, termText(layer.bias[unit]!)].join(' + ');
  return `${terms} = ${numberText(layer.output[unit]!, 4)}`;
}

function equation(
  layer: LayerNumbers,
  unit: number,
  at: { x: number; y: number },
): { x: number; y: number; text: string; size: number; colour?: string }[] {
  const text = sumOf(layer, unit);
  return [
    { ...at, text: `<b>${text}</b>`, size: Math.min(16, 1250 / text.length) },
    {
      x: at.x,
      y: at.y + 26,
      text: `neurone ${unit + 1} : poids × entrée, un produit par colonne, puis le biais`,
      size: 12,
      colour: softInk,
    },
  ];
}
