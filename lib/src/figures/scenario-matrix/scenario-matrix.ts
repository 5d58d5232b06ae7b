import { impossible } from '../../errors';
import {
  sizeNames,
  likenessNames,
  strategies,
  strategyNames,
  type Measurement,
} from '../../transfer/matrix/scenario';
import { summarizeScenarios, type SummaryRow } from '../../transfer/matrix/summarize';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { colourAt, colourScales, ink, inkOn, softInk } from '../paint/colours';
import { buttonsFor } from '../paint/controls';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { cellWords, matrixViews, matrixWords, type MatrixView } from './views';

const left = 192;
const top = 104;
const cellWidth = 156;
const cellHeight = 62;
const height = top + 4 * cellHeight + 54;

/** What stands round the matrix. */
export interface ScenarioMatrixOptions {
  /** Stands above. */
  title?: string;
  /** What « peu », « beaucoup », « semblables » and « différentes » are here, below each name: « 50 images ». */
  notes?: Partial<Record<'small' | 'large' | 'similar' | 'different', string>>;
  /** Why some situations were not measured. */
  missing?: string;
}

/**
 * The recap of the course, measured: a row for each situation, a column for each strategy, buttons for accuracy, time and
 * multiplications. The star marks the best mean of a row, an open star those that a few seeds cannot tell from it.
 *
 * @param measurements as `measureScenarios` or `recordedScenarios` give them; at least two seeds a cell
 * @throws RangeError when no cell has two
 */
export function scenarioMatrix(
  measurements: readonly Measurement[],
  {
    title = 'Quatre situations, quatre stratégies',
    notes = {},
    missing,
  }: ScenarioMatrixOptions = {},
): Figure {
  const rows = summarizeScenarios(measurements);
  if (rows.every((row) => Object.keys(row.strategies).length === 0)) {
    throw new RangeError(
      impossible(
        'dessiner la matrice des situations',
        `aucune case n’a deux mesures ou plus, sur les ${measurements.length} données`,
        'mesurez avec au moins deux graines',
      ),
    );
  }
  const views = matrixViews(rows);
  const changing = (view: MatrixView, shift = 0): PlotlyObject[] => [
    cellsTrace(view, rows, shift),
    wordsTrace(cellLabels(view, shift)),
    wordsTrace([
      { x: 24, y: 48 + shift, text: view.title, size: 13, align: 'left' },
      {
        x: 24,
        y: height - 30 + shift,
        text: view.legend,
        size: 12,
        colour: softInk,
        align: 'left',
      },
      ...(missing === undefined ? [] : [{ x: 24, y: height - 11 + shift, text: `— : ${missing}`, size: 12, colour: softInk, align: 'left' as const }]), // prettier-ignore
    ]),
  ];
  const board = new Board(sheetWidth, height);
  drawFrame(board, rows, title, notes, 0);
  const traces = changing(views[0]!).map((trace) => board.add(trace));
  const frames = views.map((view) => ({ name: view.button, data: changing(view), traces }));

  const still = new Board(sheetWidth, views.length * height);
  for (const [i, view] of views.entries()) {
    drawFrame(still, rows, i === 0 ? title : '', notes, i * height);
    for (const trace of changing(view, i * height)) still.add(trace);
  }
  return board.figure({
    alt: [title, ...matrixWords(rows, missing)].join('\n'),
    frames,
    controls: buttonsFor(
      frames,
      views.map(({ button }) => button),
    ),
    still,
  });
}

function drawFrame(
  board: Board,
  rows: readonly SummaryRow[],
  title: string,
  notes: NonNullable<ScenarioMatrixOptions['notes']>,
  shift: number,
): void {
  const line = (words: readonly (string | undefined)[]): string =>
    words.filter((word) => word !== undefined).join(', ');
  board.words([
    { x: 24, y: 22 + shift, text: `<b>${title}</b>`, size: 15, align: 'left' },
    ...strategies.map((strategy, i) => ({
      x: left + (i + 0.5) * cellWidth,
      y: top - 16 + shift,
      text: `<b>${strategyNames[strategy]}</b>`,
      size: 13,
    })),
    ...rows.flatMap(({ size, likeness }, i): Label[] => {
      const y = top + (i + 0.5) * cellHeight + shift;
      const note = line([notes[size], notes[likeness]]);
      const name = `${sizeNames[size]}, ${likenessNames[likeness]}`;
      return [
        {
          x: left - 12,
          y: note === '' ? y : y - 9,
          text: `<b>${name}</b>`,
          size: 13,
          align: 'right',
        },
        { x: left - 12, y: y + 10, text: note, size: Math.min(12, 270 / note.length), colour: softInk, align: 'right' }, // prettier-ignore
      ];
    }),
  ]);
}

function cellsTrace(view: MatrixView, rows: readonly SummaryRow[], shift: number): PlotlyObject {
  return {
    type: 'heatmap',
    x0: left + cellWidth / 2,
    dx: cellWidth,
    y0: top + cellHeight / 2 + shift,
    dy: cellHeight,
    z: view.colours,
    zmin: view.range[0],
    zmax: view.range[1],
    colorscale: colourScales[view.scale],
    showscale: false,
    xgap: 2,
    ygap: 2,
    hoverongaps: false,
    hoverinfo: 'text',
    hovertext: rows.map((row) =>
      strategies.map((strategy) => {
        const cell = row.strategies[strategy];
        return cell === undefined ? '' : `${strategyNames[strategy]} : ${cellWords(cell)}`;
      }),
    ),
  };
}

function cellLabels({ colours, texts, scale, range }: MatrixView, shift: number): Label[] {
  const [low, high] = range;
  return texts.flatMap((row, i) =>
    row.flatMap(([main, below], k): Label[] => {
      const value = colours[i]?.[k] ?? null;
      const colour =
        value === null
          ? ink
          : inkOn(colourAt(colourScales[scale], high === low ? 0.5 : (value - low) / (high - low)));
      const x = left + (k + 0.5) * cellWidth;
      const y = top + (i + 0.5) * cellHeight + shift;
      return [
        { x, y: y - 10, text: `<b>${main}</b>`, size: 17, colour },
        { x, y: y + 13, text: below, size: 12, colour },
      ];
    }),
  );
}
