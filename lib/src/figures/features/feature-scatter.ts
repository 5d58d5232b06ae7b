import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { classPlane, planeLabels, planeSource } from './class-plane';
import { ink, paper, seriesColours } from '../paint/colours';
import type { Box } from '../paint/grid';
import { numberText } from '../paint/numbers';

/** Two features of an example: where it lies in the plane. */
export type FeaturePoint = readonly [x: number, y: number];

/** How the plane is drawn. */
export interface FeatureScatterOptions {
  /** Above the chart; nothing by default. */
  title?: string;
  /** What the first feature is, and its unit. */
  x?: string;
  /** What the second feature is. */
  y?: string;
  /**
   * A classifier, to colour the plane by the class it would answer at each place; it gives one of the
   * names of the groups.
   */
  classify?: (point: FeaturePoint) => string | number;
  /** Points to be added as hollow stars, « ? » in the legend: those to be classified. */
  unknown?: readonly FeaturePoint[];
}

const symbols = [
  'circle',
  'diamond',
  'square',
  'x',
  'triangle-up',
  'cross',
  'star',
  'hexagon',
  'bowtie',
  'pentagon',
];
const colours = [
  ...seriesColours,
  '#56b4e9',
  '#8a6d00',
  '#4b2e83',
  '#7f7f7f',
  '#a50026',
  '#1b7837',
];
const box: Box = { x: 76, y: 76, width: 560, height: 372 };

/**
 * Examples in the plane of two features, each class with its colour and its symbol; with a classifier,
 * the plane in tints by its answers, parted by dark lines: its decision boundary.
 *
 * @param groups name of the class and its examples; at most ten
 *
 * @example
 * ```ts
 * featureScatter({ petits: [[1, 2], [2, 1]], grands: [[8, 9]] }, { classify: ([x]) => (x < 5 ? 'petits' : 'grands') });
 * ```
 */
export function featureScatter(
  groups: Readonly<Record<string, readonly FeaturePoint[]>>,
  options: FeatureScatterOptions = {},
): Figure {
  const entries = Object.entries(groups);
  const all = [...entries.flatMap(([, points]) => points), ...(options.unknown ?? [])];
  if (all.length === 0 || entries.length > symbols.length) {
    throw new RangeError(
      impossible(
        'dessiner les caractéristiques',
        `il y a ${entries.length} classe(s) et ${all.length} point(s)`,
        `donnez de 1 à ${symbols.length} classes et au moins un point`,
      ),
    );
  }
  const { title = 'Deux caractéristiques', x = 'x', y = 'y', classify } = options;
  const [xs, ys] = [range(all.map((point) => point[0])), range(all.map((point) => point[1]))];
  const board = new Board(820, box.y + box.height + 56);
  board.words([{ x: 24, y: 22, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const names = entries.map(([name]) => name);
  const answers = classify === undefined ? undefined : classPlane(xs, ys, names, classify);
  if (answers !== undefined) board.picture(box, planeSource(answers, colours));
  const axes = board.chart(box, {
    x: { range: xs, title: x, showgrid: false },
    y: { range: ys, title: y, showgrid: false },
  });
  for (const [i, [name, points]] of entries.entries()) {
    const marker = {
      color: colours[i],
      symbol: symbols[i],
      size: 9,
      opacity: 0.85,
      line: { color: paper, width: 0.8 },
    };
    board.add({
      ...axes,
      type: 'scatter',
      mode: 'markers',
      marker,
      ...columns(points),
      hoverinfo: 'text',
      hovertext: points.map((point) => `${name} : ${pointText(point)}`),
    });
    legend(board, i, marker, `${name} (${points.length})`);
  }
  if (answers !== undefined) board.words(planeLabels(answers, names, box));
  if (options.unknown !== undefined) {
    const marker = { color: paper, symbol: 'star', size: 15, line: { color: ink, width: 2 } };
    board.add({ ...axes, type: 'scatter', mode: 'markers', marker, ...columns(options.unknown) });
    legend(board, entries.length, marker, '? à classer');
  }
  return board.figure({
    alt: [
      `${title} : ${x} et ${y}`,
      ...entries.map(
        ([name, points]) =>
          `${name} : ${points.length} points, centre ${pointText(centre(points))}`,
      ),
      ...(answers === undefined ? [] : [sharesText(answers, names)]),
    ].join('\n'),
  });
}

function legend(board: Board, line: number, marker: object, text: string): void {
  const y = box.y + 14 + line * 24;
  board.add({ type: 'scatter', mode: 'markers', x: [box.x + box.width + 24], y: [y], marker });
  board.words([{ x: box.x + box.width + 36, y, text, size: 13, align: 'left' }]);
}

const columns = (points: readonly FeaturePoint[]): { x: number[]; y: number[] } => ({
  x: points.map((point) => point[0]),
  y: points.map((point) => point[1]),
});

/** A little more than the values take. */
function range(values: readonly number[]): [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const room = (high - low || 1) * 0.05;
  return [low - room, high + room];
}

function centre(points: readonly FeaturePoint[]): FeaturePoint {
  const mean = (axis: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

const pointText = ([x, y]: FeaturePoint): string => `(${numberText(x, 3)} ; ${numberText(y, 3)})`;

function sharesText(answers: readonly (readonly number[])[], names: readonly string[]): string {
  const cells = answers.flat();
  const shares = names.map((name, i) => {
    const part = cells.filter((answer) => answer === i).length / cells.length;
    return `« ${name} » ${numberText(100 * part, 0)} %`;
  });
  return `Part du plan donnée à chaque classe : ${shares.join(', ')}`;
}
