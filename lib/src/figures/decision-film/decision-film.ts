import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { Board } from '../paint/board';
import { accent, ink, paper } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { drawScaleBar } from '../paint/matrix-view';
import { extent, numberText } from '../paint/numbers';
import { cellsTrace } from '../paint/traces/cells';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { levelLine, type PlaneArea } from './surface';

export { decisionSurface, type PlaneArea } from './surface';

/** What some networks decide after an epoch. */
export interface DecisionShot {
  /** Epochs of training done: 0 before the first. */
  epoch: number;
  /** By name what `decisionSurface` gave: from 0 to 1. */
  surfaces: Readonly<Record<string, MatrixInput>>;
}

/** A point that the networks are to learn. */
export interface ClassPoint {
  /** Along the horizontal axis. */
  x: number;
  /** Along the vertical axis, upwards. */
  y: number;
  /** 0 or 1. */
  label: number;
}

const [size, gap, margin, top] = [320, 60, 60, 62];

/**
 * Networks that learn to tell two classes apart, side by side: over the plane what they answer, a line
 * where they are undecided (0.5), and the points they learn. A slider over the epochs.
 *
 * @param history in order of epochs, all with surfaces of the same names
 * @param points drawn as a white disc (class 0) or a black square (class 1)
 * @param area the one that `decisionSurface` was given
 * @returns a figure whose static picture shows the last epoch
 * @throws RangeError when there is no epoch or no surface
 */
export function decisionFilm(
  history: readonly DecisionShot[],
  points: readonly ClassPoint[],
  area: PlaneArea = { from: -0.5, to: 1.5 },
): Figure {
  const shots = history.map(({ epoch, surfaces }) => ({
    epoch,
    panels: Object.entries(surfaces).map(([name, map]) => ({ name, map: toMatrix(map, name) })),
  }));
  const last = shots.at(-1);
  const count = last?.panels.length ?? 0;
  if (last === undefined || count === 0) {
    throw new RangeError(
      impossible(
        'dessiner les décisions',
        "il n'y a aucune époque ou aucune surface",
        'donnez au moins une époque, avec decisionSurface(…)',
      ),
    );
  }
  const width = 2 * margin + count * size + (count - 1) * gap;
  const left = (panel: number): number => margin + panel * (size + gap);
  const spot = (panel: number, { x, y }: { x: number; y: number }): [number, number] => [
    left(panel) + ((x - area.from) / (area.to - area.from)) * size,
    top + (1 - (y - area.from) / (area.to - area.from)) * size,
  ];

  const changing = (index: number): PlotlyObject[] => {
    const shot = shots[index]!;
    const titles = shot.panels.map(({ name, map }, panel): Label => {
      const text = `<b>${name}</b> : ${scoreText(map, points, area)}`;
      return { x: left(panel) + size / 2, y: top - 18, text, size: 13 };
    });
    const when = shot.epoch === 0 ? 'Avant l’apprentissage' : `Après ${shot.epoch} époques`;
    const title = { x: margin, y: 18, text: `<b>${when}</b>`, size: 15, align: 'left' } as const;
    return [
      ...shot.panels.flatMap(({ map }, panel) => surfaceTraces(map, left(panel))),
      wordsTrace([title, ...titles]),
    ];
  };
  const board = new Board(width, top + size + 96);
  const indices = changing(0).map((trace) => board.add(trace));
  const finished = new Board(board.width, board.height);
  for (const trace of changing(shots.length - 1)) finished.add(trace);
  for (const sheet of [board, finished]) {
    for (let panel = 0; panel < count; panel++) drawPoints(sheet, points, (p) => spot(panel, p));
    drawTicks(sheet, count, spot, area);
    const bar = { x: width / 2 - 40, y: sheet.height - 44 };
    drawScaleBar(sheet, bar, 'signed', [0, 1]);
    sheet.words([
      { x: bar.x - 12, y: bar.y + 6, text: 'réponse du réseau', align: 'right', size: 13 },
    ]);
  }
  const labels = shots.map((shot) => String(shot.epoch));
  const frames = shots.map((_, i) => ({ name: labels[i], data: changing(i), traces: indices }));
  return board.figure({
    alt: shots.map((shot) => inWords(shot.epoch, shot.panels, points, area)).join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Époque', { film: true, width }),
    still: finished,
  });
}

function surfaceTraces(map: number[][], x: number): PlotlyObject[] {
  const cell = size / map.length;
  const rounded = map.map((row) => row.map((value) => Number(value.toFixed(3))));
  const cells = cellsTrace({ x, y: top, cell, values: rounded, scale: 'signed', range: [0, 1] });
  const [low, high] = extent(map);
  // Where all is undecided, a line would only show the noise of the arithmetic.
  const line = high - low < doubt ? [] : levelLine(map, 0.5);
  const place = (at: number): number => (at + 0.5) * cell;
  return [
    { ...cells, hovertext: undefined, hoverinfo: 'skip' }, // 1681 sentences a panel and epoch
    {
      type: 'scatter',
      mode: 'lines',
      x: line.flatMap(([a, b]) => [x + place(a[0]), x + place(b[0]), null]),
      y: line.flatMap(([a, b]) => [top + place(a[1]), top + place(b[1]), null]),
      line: { color: accent, width: 3 },
      hoverinfo: 'skip',
      showlegend: false,
    },
  ];
}

function drawPoints(
  board: Board,
  points: readonly ClassPoint[],
  spot: (point: ClassPoint) => [number, number],
): void {
  for (const label of [0, 1]) {
    const spots = points.filter((point) => point.label === label).map(spot);
    board.add({
      type: 'scatter',
      mode: 'markers',
      x: spots.map(([x]) => x),
      y: spots.map(([, y]) => y),
      marker: {
        symbol: label === 0 ? 'circle' : 'square',
        size: 22,
        color: label === 0 ? paper : ink,
        line: { color: label === 0 ? ink : paper, width: 2 },
      },
      hoverinfo: 'skip',
    });
    board.words(
      spots.map(([x, y]) => ({ x, y, text: String(label), size: 13, colour: label ? paper : ink })),
    );
  }
}

function drawTicks(
  board: Board,
  count: number,
  spot: (panel: number, point: { x: number; y: number }) => [number, number],
  { from, to }: PlaneArea,
): void {
  const whole = [];
  for (let value = Math.ceil(from); value <= to; value++) whole.push(value);
  const ticks = whole.length < 2 || whole.length > 9 ? [from, to] : whole;
  for (let panel = 0; panel < count; panel++) {
    for (const value of ticks) {
      const [x, below] = spot(panel, { x: value, y: from });
      const [leftEdge, y] = spot(panel, { x: from, y: value });
      board.words([
        { x, y: below + 14, text: numberText(value), size: 12 },
        { x: leftEdge - 8, y, text: numberText(value), size: 12, align: 'right' },
      ]);
    }
  }
}

/** Answers nearer to 0.5 than this decide nothing. */
const doubt = 0.02;

/** « 3 points justes sur 4 » ; « 0 point juste sur 4, 4 indécis ». */
function scoreText(map: number[][], points: readonly ClassPoint[], area: PlaneArea): string {
  const answers = points.map((point) => answerAt(map, point, area));
  const undecided = answers.filter((answer) => Math.abs(answer - 0.5) < doubt).length;
  const right = answers.filter(
    (answer, i) => Math.abs(answer - 0.5) >= doubt && answer > 0.5 === (points[i]?.label === 1),
  ).length;
  const plural = right > 1 ? 's' : '';
  const score = `${right} point${plural} juste${plural} sur ${points.length}`;
  return undecided === 0 ? score : `${score}, ${undecided} indécis`;
}

/** What the nearest cell of the surface answers. */
function answerAt(map: number[][], { x, y }: ClassPoint, { from, to }: PlaneArea): number {
  const last = map.length - 1;
  const cell = (value: number): number => Math.round(((value - from) / (to - from)) * last);
  return map[last - cell(y)]?.[cell(x)] ?? 0.5;
}

function inWords(
  epoch: number,
  panels: readonly { name: string; map: number[][] }[],
  points: readonly ClassPoint[],
  area: PlaneArea,
): string {
  const parts = panels.map(({ name, map }) => {
    const answers = points.map(
      (point) =>
        `(${numberText(point.x)} ; ${numberText(point.y)}) → ${numberText(answerAt(map, point, area))}`,
    );
    return `${name} : ${scoreText(map, points, area)} ; ${answers.join(' ; ')}`;
  });
  return `Époque ${epoch}. ${parts.join('. ')}.`;
}
