import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { accent, colourScales, seriesColours, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { numberText } from '../paint/numbers';
import type { PlotlyObject } from '../plotly-object';
import { gradientDescent, type Descent, type Loss2 } from '../../learning/gradient-descent';

/** What `lossSurface` takes beside the loss. */
export interface LossSurfaceOptions {
  /** The corner values of the map: `[from, to]` for each parameter. */
  range: { x: [number, number]; y: [number, number] };
  /** Where the descent begins. */
  start: [number, number];
  /** A descent for each: the slider goes through them. */
  learningRates: readonly number[];
  /** Steps of a descent. Default 30. */
  steps?: number;
  /** Names of the parameters. Default `['w', 'b']`. */
  names?: [string, string];
  /** Of the loss, where you have it; default: measured by differences. */
  gradient?: (x: number, y: number) => [number, number];
}

const side = 380;
const fine = 61;

/**
 * The loss as a map over two parameters, lines of equal loss like those of equal height, with the path
 * of gradient descent: `parameter ← parameter - learningRate × gradient`, computed for each learning
 * rate. Beside it the loss after each step.
 *
 * @param loss of the two parameters, finite over the map
 * @throws RangeError when there is no learning rate, or the loss is not finite on the map
 *
 * @example
 * ```ts
 * const options = { range: { x: [-2, 2], y: [-2, 2] }, start: [-1, 1], learningRates: [0.25] };
 * lossSurface((x, y) => x * x + y * y, { ...options, steps: 1 } as never).alt.split('\n')[1];
 * // => 'taux 0,25 : perte 2 au départ, 0,5 après 1 pas, en (−0,5 ; 0,5)'
 * ```
 */
export function lossSurface(loss: Loss2, options: LossSurfaceOptions): Figure {
  const { range, start, learningRates, steps = 30, names = ['w', 'b'], gradient } = options;
  const descents = learningRates.map((rate) =>
    gradientDescent(loss, { start, rate, steps, gradient }),
  );
  const xs = spaced(range.x);
  const ys = spaced(range.y);
  const heights = ys.map((y) => xs.map((x) => loss(x, y)));
  if (descents.length === 0 || !heights.flat().every(Number.isFinite)) {
    throw new RangeError(
      impossible(
        'dessiner la surface de la perte',
        descents.length === 0
          ? "il n'y a aucun taux d'apprentissage (learningRates)"
          : "la perte n'est pas un nombre fini partout sur la carte (range)",
        'donnez learningRates: [0.1, 1], et une carte où la perte se calcule',
      ),
    );
  }
  const board = new Board(sheetWidth, 486);
  const [low, high] = [Math.min(...heights.flat()), Math.max(...heights.flat())];
  const map = board.chart(
    { x: 74, y: 60, width: side, height: side - 20 },
    { x: { title: names[0], range: range.x }, y: { title: names[1], range: range.y } },
  );
  board.add({
    ...map,
    type: 'contour',
    x: xs,
    y: ys,
    // Lines closer together near the bottom: there the descent is decided.
    z: heights.map((row) => row.map((value) => Math.sqrt((value - low) / (high - low || 1)))),
    autocontour: false,
    contours: { start: 0, end: 1, size: 0.06, coloring: 'fill' },
    line: { width: 0.7, color: '#ffffff' },
    colorscale: [...colourScales.amount].reverse().map(([at, c]) => [1 - at, c]),
    showscale: false,
  });
  const most =
    Math.max(...descents.flatMap((d) => d.losses.filter(Number.isFinite).slice(0, 1))) * 1.6;
  const curve = board.chart(
    { x: 520, y: 60, width: 296, height: side - 20 },
    { x: { title: 'pas', range: [-0.5, steps + 0.5] }, y: { title: 'perte', range: [0, most] } },
  );
  const draw = (descent: Descent): PlotlyObject[] => {
    const shown = descent.points.filter(([x, y]) => inside(x, range.x) && inside(y, range.y));
    return [
      {
        ...map,
        type: 'scatter',
        mode: 'lines+markers',
        x: descent.points.map(([x]) => clip(x, range.x)),
        y: descent.points.map(([, y]) => clip(y, range.y)),
        line: { color: accent, width: 2 },
        marker: {
          color: descent.points.map((_, i) => (i === 0 ? '#ffffff' : accent)),
          size: descent.points.map((_, i) => (i === 0 ? 12 : 6)),
          line: { color: accent, width: 2 },
        },
        hoverinfo: 'text',
        hovertext: descent.points.map(
          ([x, y], i) =>
            `pas ${i} : ${names[0]} = ${numberText(x)}, ${names[1]} = ${numberText(y)}, perte ${numberText(descent.losses[i]!, 4)}`,
        ),
      },
      {
        ...curve,
        type: 'scatter',
        mode: 'lines+markers',
        x: descent.losses.map((_, i) => i),
        y: descent.losses.map((value) => Math.min(value, most)),
        line: { color: seriesColours[0], width: 2 },
        marker: { size: 5, color: seriesColours[0] },
      },
      {
        type: 'scatter',
        mode: 'text',
        x: [24, 520],
        y: [20, 20],
        text: [
          `<b>Taux d’apprentissage ${numberText(descent.rate, 4)}</b>`,
          `après ${steps} pas : perte <b>${numberText(descent.losses.at(-1)!, 4)}</b>${shown.length < descent.points.length ? ' (sort de la carte)' : ''}`,
        ],
        textposition: 'middle right',
        textfont: { size: 15 },
        cliponaxis: false,
      },
    ];
  };
  board.words([
    {
      x: 120,
      y: 42,
      text: '○ départ\u00a0\u00a0\u00a0● un pas\u00a0\u00a0\u00a0plus sombre : perte plus faible',
      size: 12,
      colour: softInk,
      align: 'left',
    },
  ]);
  const middle = Math.floor((descents.length - 1) / 2);
  const traces = draw(descents[middle]!).map((trace) => board.add(trace));
  const labels = descents.map(({ rate }) => numberText(rate, 4));
  const frames = descents.map((descent, i) => ({ name: labels[i], data: draw(descent), traces }));
  return board.figure({
    alt: [
      `Perte selon ${names[0]} et ${names[1]}, descente de gradient depuis (${numberText(start[0])} ; ${numberText(start[1])})`,
      ...descents.map(inWords),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Taux', { width: board.width, active: middle }),
  });
}

function inWords({ rate, points, losses }: Descent): string {
  const [x, y] = points.at(-1)!;
  return `taux ${numberText(rate, 4)} : perte ${numberText(losses[0]!, 4)} au départ, ${numberText(losses.at(-1)!, 4)} après ${points.length - 1} pas, en (${numberText(x)} ; ${numberText(y)})`;
}

function spaced([from, to]: [number, number]): number[] {
  return Array.from({ length: fine }, (_, i) => from + ((to - from) * i) / (fine - 1));
}

function inside(value: number, [from, to]: [number, number]): boolean {
  return value >= from && value <= to;
}

/** A little beyond the edge of the map, so that one sees that the path leaves it. */
function clip(value: number, [from, to]: [number, number]): number {
  const beyond = (to - from) * 0.02;
  return Math.min(to + beyond, Math.max(from - beyond, value));
}
