import { colourScales, ink, seriesColours, softInk, type ScaleName } from '../paint/colours';
import type { Box } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { percentText } from '../softmax/rows';
import type { ReadStage } from './read-stages';

/** The height of the tallest drawing, in pixels. */
export const bodyHeight = 344;
const mapGap = 8;
const barLabels = 18;
const barNumbers = 52;

/** How wide a stage is drawn, in pixels. */
export function stageWidth(stage: ReadStage): number {
  if (stage.kind === 'bars') return 132;
  if (stage.kind === 'strip') return 20;
  return stage.kind === 'image' ? 100 : mapSide(stage);
}

function mapSide({ maps }: ReadStage): number {
  return Math.min(92, Math.floor((bodyHeight - mapGap * (maps.length - 1)) / maps.length));
}

/** How the colours of a stage run, the same for all its runs. */
export interface StageScale {
  scale: ScaleName;
  range: [number, number];
}

/** A stage's traces at a place: always as many for the same kind. `at.y` is the middle. */
export function stageTraces(
  stage: ReadStage,
  at: { x: number; y: number },
  { scale, range }: StageScale,
): PlotlyObject[] {
  if (stage.kind === 'bars') return barTraces(stage, at, range);
  const width = stageWidth(stage);
  if (stage.kind === 'strip') {
    const height = Math.min(bodyHeight, stage.maps[0]!.length * 14);
    return [
      picture(stage.maps[0]!, { x: at.x, y: at.y - height / 2, width, height }, scale, range),
    ];
  }
  const tall = stage.maps.length * width + (stage.maps.length - 1) * mapGap;
  return stage.maps.map((map, c) => {
    const y = at.y - tall / 2 + c * (width + mapGap);
    return picture(map, { x: at.x, y, width, height: width }, scale, range);
  });
}

/** A heat map that fills a box; no words under the mouse: a film of them would weigh megabytes. */
export function picture(
  values: number[][],
  box: Box,
  scale: ScaleName,
  [low, high]: [number, number],
): PlotlyObject {
  const dx = box.width / values[0]!.length;
  const dy = box.height / values.length;
  const digits = 1000 / Math.max(Math.abs(low), Math.abs(high), 1e-9);
  return {
    type: 'heatmap',
    x0: box.x + dx / 2,
    dx,
    y0: box.y + dy / 2,
    dy,
    z: values.map((row) => row.map((value) => Math.round(value * digits))),
    zmin: Math.round(low * digits),
    zmax: Math.round(high * digits),
    colorscale: colourScales[scale],
    showscale: false,
    hoverinfo: 'skip',
  };
}

/** Bars from a common zero, each with its index at the left and its number behind it; `tall` pixels at most. */
export function barTraces(
  stage: ReadStage,
  at: { x: number; y: number },
  [low, high]: [number, number],
  tall = bodyHeight,
): PlotlyObject[] {
  const values = stage.maps[0]!.map((row) => row[0]!);
  const row = Math.min(32, tall / values.length);
  const top = at.y - (row * values.length) / 2;
  const room = stageWidth(stage) - barLabels - barNumbers;
  const span = Math.max(1e-9, high - Math.min(0, low));
  const zero = at.x + barLabels + (Math.max(0, -low) / span) * room;
  const isShare = low >= 0 && high <= 1;
  const largest = values.indexOf(Math.max(...values));
  const bar = (value: number, i: number): Box => {
    const width = (value / span) * room;
    const y = top + (i + 0.5) * row - row * 0.34;
    return { x: Math.min(zero, zero + width), y, width: Math.abs(width), height: row * 0.68 };
  };
  const boxes = values.map(bar);
  const right = at.x + barLabels + room + 4;
  return [
    boxesTrace(
      boxes.filter((_, i) => i !== largest),
      seriesColours[0],
    ),
    boxesTrace([boxes[largest]!], seriesColours[1]),
    wordsTrace(
      values.flatMap((value, i): Label[] => {
        const y = top + (i + 0.5) * row;
        const text = isShare ? percentText(value) : numberText(value, 1);
        const isBold = i === largest;
        return [
          { x: at.x + 6, y, text: isBold ? `<b>${i}</b>` : String(i), size: 12 },
          {
            x: right,
            y,
            text: isBold ? `<b>${text}</b>` : text,
            size: 11,
            align: 'left',
            colour: isBold ? ink : softInk,
          },
        ];
      }),
    ),
  ];
}
