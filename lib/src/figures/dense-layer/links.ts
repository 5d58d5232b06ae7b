import { hairline, paper } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { lineTrace, type Point } from '../paint/traces/lines';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import type { Nodes } from './nodes';

/** Widths of links, weak to strong; each strength has its shade too. A crowd of links is thinner. */
const widths = [0.8, 1.8, 3.2, 5];
const crowd = 40;
const positive = ['#fbd5a5', '#fdb863', '#e08214', '#b35806'];
const negative = ['#c6dcec', '#92c5de', '#4393c3', '#2166ac'];

/**
 * The links of some units, in classes of strength: always as many traces. Strength is measured
 * against the strongest weight of the whole layer.
 *
 * @param shown units whose links are in colour; `pale` those whose links are only hinted at
 */
export function linkTraces(
  weights: readonly (readonly number[])[],
  nodes: Nodes,
  shown: readonly number[],
  pale: readonly number[],
): PlotlyObject[] {
  const strongest = Math.max(1e-12, ...weights.flat().map(Math.abs));
  const classOf = (weight: number): number =>
    Math.min(widths.length - 1, Math.floor((Math.abs(weight) / strongest) * widths.length));
  const segments = (wanted: (weight: number) => boolean, units: readonly number[]): Point[] =>
    units.flatMap((u) =>
      weights[u]!.flatMap((weight, i) =>
        wanted(weight) ? [...link(nodes, u, i), [null, null] as unknown as Point] : [],
      ),
    );
  const traces = [
    lineTrace(
      segments(() => true, pale),
      hairline,
      1,
    ),
  ];
  const thin = shown.length * weights[0]!.length > crowd ? 0.45 : 1;
  for (const [strength, full] of widths.entries()) {
    const width = full * thin;
    for (const isPositive of [false, true]) {
      const points = segments(
        (weight) => weight !== 0 && weight > 0 === isPositive && classOf(weight) === strength,
        shown,
      );
      const colour = (isPositive ? positive : negative)[strength]!;
      const trace = lineTrace(points, colour, width);
      const dash = isPositive ? 'solid' : `${6 * thin}px,${4 * thin}px`;
      traces.push({ ...trace, line: { color: colour, width, dash } });
    }
  }
  traces.push(
    lineTrace(
      segments((weight) => weight === 0, shown),
      hairline,
      0.8,
    ),
  );
  return traces;
}

/** The weights written on the links of some units: a white ground and the words. */
export function weightTags(
  weights: readonly (readonly number[])[],
  nodes: Nodes,
  units: readonly number[],
): [PlotlyObject, PlotlyObject] {
  const tags = units.flatMap((u, order) => {
    // Staggered, so that the tags of links that cross do not cover one another.
    const alone = weights[u]!.length > 8 ? 0.2 : 0.45;
    const share = units.length === 1 ? alone : 0.22 + (0.5 * order) / Math.max(1, units.length - 1);
    return weights[u]!.map((weight, i) => {
      const [[x0, y0], [x1, y1]] = link(nodes, u, i);
      const text = `${weight > 0 ? '+' : ''}${numberText(weight)}`;
      return { x: x0 + (x1 - x0) * share, y: y0 + (y1 - y0) * share, text };
    });
  });
  const boxes = tags.map(({ x, y, text }) => {
    const width = 10 + text.length * 7.5;
    return { x: x - width / 2, y: y - 9, width, height: 18 };
  });
  return [
    boxesTrace(boxes, paper, hairline),
    wordsTrace(tags.map((tag) => ({ ...tag, text: `<b>${tag.text}</b>`, size: 12 }))),
  ];
}

/** A link's two ends: at the edge of the input's circle and of the unit's. */
function link(nodes: Nodes, unit: number, input: number): [Point, Point] {
  return [nodes.input(input), nodes.unit(unit)];
}
