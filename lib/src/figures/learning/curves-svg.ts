import { hairline, ink, seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { svgSheet, svgWords } from '../paint/svg';
import { curvePanels, sheet, type Course, type CurvePanel, type Within } from './curve-panels';

const [blue, orange] = seriesColours;

/**
 * The learning curves as an SVG file, drawn in a moment: for a training that runs, where plotly would
 * take the time that learning needs, and JupyterLab's plotly draws a figure once and no more.
 *
 * @param options.epochs length of the axis
 */
export function curvesSvg(
  course: Course,
  options: { title: string; note: string; epochs: number; within: Within },
): string {
  const { title, note, epochs, within } = options;
  const { width, height } = sheet;
  const validates = course.metrics['valLoss'] !== undefined;
  return svgSheet({ width, height }, title, [
    svgWords(24, 25, title, 15, ink, 'font-weight="bold"'),
    svgWords(24, 46, note, 12, softInk),
    ...legend(validates),
    ...curvePanels(course, within).flatMap((panel) => drawPanel(panel, epochs)),
  ]).svg;
}

function drawPanel(panel: CurvePanel, epochs: number): string[] {
  const { box, range, title, unit } = panel;
  const end = epochs * 1.02;
  const xOf = (value: number): number => box.x + (value / end) * box.width;
  const yOf = (value: number): number =>
    box.y + box.height * (1 - (value - range[0]) / (range[1] - range[0]));
  const place = ([x, y]: readonly [number, number]): [number, number] => [xOf(x), yOf(y)];
  const bottom = box.y + box.height;
  return [
    ...ticks(0, end).flatMap((value) => [
      stroke([[xOf(value), box.y], [xOf(value), bottom]], '#e3e7eb', 1), // prettier-ignore
      svgWords(xOf(value), bottom + 18, numberText(value), 12, ink, 'text-anchor="middle"'),
    ]),
    ...ticks(...range).flatMap((value) => [
      stroke([[box.x, yOf(value)], [box.x + box.width, yOf(value)]], '#e3e7eb', 1), // prettier-ignore
      svgWords(box.x - 8, yOf(value) + 4, numberText(value) + unit, 12, ink, 'text-anchor="end"'),
    ]),
    stroke([[box.x, box.y], [box.x, bottom], [box.x + box.width, bottom]], ink, 1), // prettier-ignore
    svgWords(box.x - 50, box.y - 12, title, 13, ink),
    svgWords(box.x + box.width / 2, bottom + 42, 'époques', 13, ink, 'text-anchor="middle"'),
    stroke(panel.within.map(place), hairline, 1.5),
    stroke(panel.train.map(place), blue, 2),
    stroke(panel.validation.map(place), orange, 2, 'stroke-dasharray="9 6"'),
    ...panel.train.map(place).map(circle),
    ...panel.validation.map(place).map(square),
  ];
}

function legend(validates: boolean): string[] {
  const at = (x: number): [number, number][] => [
    [x, 42],
    [x + 34, 42],
  ];
  return [
    stroke(at(500), blue, 2),
    circle([517, 42]),
    svgWords(542, 47, 'apprentissage', 13, ink),
    ...(validates
      ? [
          stroke(at(680), orange, 2, 'stroke-dasharray="9 6"'),
          square([697, 42]),
          svgWords(722, 47, 'validation', 13, ink),
        ]
      : []),
  ];
}

/** Round numbers between two ends, four to eight of them. */
function ticks(from: number, to: number): number[] {
  const rough = (to - from) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

function stroke(
  points: readonly (readonly [number, number])[],
  colour: string,
  width: number,
  more = '',
): string {
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}" ${more}/>`;
}

function circle([x, y]: [number, number]): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5" fill="${blue}"/>`;
}

function square([x, y]: [number, number]): string {
  return `<rect x="${(x - 3.5).toFixed(1)}" y="${(y - 3.5).toFixed(1)}" width="7" height="7" fill="${orange}"/>`;
}
