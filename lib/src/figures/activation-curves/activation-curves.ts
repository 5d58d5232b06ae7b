import { impossible, valueText } from '../../errors';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { sliderOver, viewButtons } from '../paint/controls';
import { numberText } from '../paint/numbers';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { knownCurves, ownCurve, type Curve, type CurveName, type CurveShape } from './curves';
import { curveTrace, drawLegend, legendLabel, rangeOfCurves, views, type ViewName } from './draw';

export type { CurveName } from './curves';

/** Options of `activationCurves`. */
export interface ActivationCurvesOptions {
  /** Slope of Leaky ReLU below 0. Default 0.1. */
  leak?: number;
  /** Depth of ELU, where its slider stands at first. Default 1. */
  alpha?: number;
  /** The axis of x. Default from -4 to 4. */
  from?: number;
  /** Its other end. */
  to?: number;
}

/** Names of activations, or functions of one's own by name. */
export type CurveChoice = readonly CurveName[] | Readonly<Record<string, (x: number) => number>>;

const sliderAlphas = [0.25, 0.5, 0.75, 1, 1.5, 2];
const told = [-2, -1, 0, 1, 2];

/**
 * Activation functions in one chart: a button shows the values, another the derivatives. Where ELU is
 * among them, a slider changes its alpha.
 *
 * @param curves names of activations (default: all), or functions of your own by name; the derivative
 *   of those is measured
 * @returns a figure whose static picture has both views side by side
 * @throws RangeError when there is no curve of that name, or `from` is not below `to`
 *
 * @example
 * ```ts
 * activationCurves(['relu', 'leakyRelu'], { leak: 0.3 });
 * activationCurves({ ReLU: (x) => Math.max(0, x), 'valeur absolue': (x) => Math.abs(x) });
 * ```
 */
export function activationCurves(
  curves?: CurveChoice,
  options: ActivationCurvesOptions = {},
): Figure {
  const { leak = 0.1, alpha = 1, from = -4, to = 4 } = options;
  if (!(from < to)) refuse(`l'axe va de ${from} à ${to}`, 'donnez from plus petit que to');
  const curvesWith = (shape: CurveShape): Curve[] => read(curves, shape);
  const shown = curvesWith({ leak, alpha });
  const alphas = [...new Set([...sliderAlphas, alpha])].sort((a, b) => a - b);
  const hasAlpha = curves === undefined || (isNames(curves) && curves.includes('elu'));
  const eluAt = hasAlpha ? shown.findIndex(({ name }) => name.startsWith('ELU')) : -1;
  const all = eluAt < 0 ? shown : alphas.flatMap((a) => curvesWith({ leak, alpha: a }));
  const interval = [from, to] as const;
  const ranges = {
    value: rangeOfCurves(all, 'value', interval),
    slope: rangeOfCurves(all, 'slope', interval),
  };

  const board = new Board(800, 420);
  const box = { x: 64, y: 56, width: 480, height: 300 };
  const axes = board.chart(box, {
    x: { title: 'x', range: [from, to], zeroline: true, zerolinecolor: '#9aa4af' },
    y: { range: ranges.value, zeroline: true, zerolinecolor: '#9aa4af' },
  });
  const legend = { x: 570, y: 76 };
  const traces: { view?: ViewName; index: number }[] = board.traces.map((_, index) => ({ index }));
  const add = (trace: PlotlyObject, view?: ViewName): number => {
    const index = board.add(view === 'slope' ? { ...trace, visible: false } : trace);
    traces.push(view === undefined ? { index } : { view, index });
    return index;
  };
  for (const { view, title } of views) {
    add(wordsTrace([{ x: 24, y: 26, text: `<b>${title}</b>`, size: 15, align: 'left' }]), view);
  }
  const lines = views.map(({ view }) =>
    shown.map((curve, i) => add({ ...axes, ...curveTrace(curve, i, view, interval) }, view)),
  );
  for (const trace of drawLegend(legend, shown.length)) add(trace);
  const names = shown.map((curve, i) => add(wordsTrace([legendLabel(legend, curve, i)])));

  const frames = eluAt < 0 ? [] : alphas.map(frameAt);
  function frameAt(a: number): PlotlyObject {
    const curve = curvesWith({ leak, alpha: a })[eluAt] as Curve;
    return {
      name: `alpha ${a}`,
      data: [
        ...views.map(({ view }) => ({ y: curveTrace(curve, eluAt, view, interval)['y'] })),
        { text: [curve.name] },
      ],
      traces: [lines[0]?.[eluAt], lines[1]?.[eluAt], names[eluAt]],
    };
  }
  const menu = viewButtons(
    views.map(({ view, button }) => ({
      label: button,
      visible: traces.map((trace) => trace.view === undefined || trace.view === view),
      layout: { [`${axes.yaxis.replace('y', 'yaxis')}.range`]: ranges[view] },
    })),
  );
  const slider = { width: board.width, active: alphas.indexOf(alpha), menu };
  return board.figure({
    alt: shown.map(inWords).join('\n'),
    frames,
    controls:
      eluAt < 0
        ? { updatemenus: [menu] }
        : sliderOver(frames, alphas.map((a) => numberText(a)), 'α de ELU', slider), // prettier-ignore
    still: bothViews(shown, ranges, interval),
  });
}

/** The static picture: the values on the left, the derivatives on the right. */
function bothViews(
  curves: Curve[],
  ranges: Record<ViewName, [number, number]>,
  interval: readonly [number, number],
): Board {
  const board = new Board(sheetWidth, 380 + 24 * Math.ceil(curves.length / 3));
  for (const [side, { view, title }] of views.entries()) {
    const box = { x: 60 + side * 410, y: 56, width: 340, height: 260 };
    board.words([{ x: box.x - 36, y: 26, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
    const zero = { zeroline: true, zerolinecolor: '#9aa4af' };
    const x = { title: 'x', range: [...interval], ...zero };
    const axes = board.chart(box, { x, y: { range: ranges[view], ...zero } });
    curves.forEach((curve, i) => board.add({ ...axes, ...curveTrace(curve, i, view, interval) }));
  }
  for (const [i, curve] of curves.entries()) {
    const place = { x: 60 + (i % 3) * 270, y: 380 + 24 * Math.floor(i / 3) };
    for (const trace of drawLegend(place, 1, i)) board.add(trace);
    board.words([legendLabel(place, curve, 0)]);
  }
  return board;
}

function read(curves: CurveChoice | undefined, shape: CurveShape): Curve[] {
  const choice = curves ?? (Object.keys(knownCurves) as CurveName[]);
  if (!isNames(choice)) return Object.entries(choice).map(([name, f]) => ownCurve(name, f));
  return choice.map((name) => {
    if (Object.hasOwn(knownCurves, name)) return knownCurves[name](shape);
    const known = Object.keys(knownCurves).map(valueText).join(', ');
    return refuse(`${valueText(name)} n'est pas une de ${known}`, 'choisissez parmi elles');
  });
}

function isNames(choice: CurveChoice): choice is readonly CurveName[] {
  return Array.isArray(choice);
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible("tracer les fonctions d'activation", found, next));
}

function inWords({ name, f, slope }: Curve): string {
  const list = (g: (x: number) => number): string =>
    told.map((x) => `${numberText(x)} → ${numberText(g(x), 4)}`).join(' ; ');
  return `${name} : ${list(f)}. Dérivée : ${list(slope)}.`;
}
