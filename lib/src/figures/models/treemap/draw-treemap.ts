import { ink, paper, softInk } from '../../paint/colours';
import type { Box } from '../../paint/grid';
import { boxesTrace } from '../../paint/traces/boxes';
import { wordsTrace } from '../../paint/traces/words';
import type { PlotlyObject } from '../../plotly-object';
import { percentText } from '../../softmax/rows';
import { kindLooks, type LayerKind } from '../layer-kinds';
import { unitText } from './share-words';
import type { Group, Leaf, Measure } from './shares';
import { squarify } from './squarify';
import { labels, tags, type Tile } from './tile-words';

const drawn: readonly LayerKind[] = ['conv', 'dense', 'norm', 'other'];
const hoverEvery = 24;

/** The traces of one measure; always as many, so that frames can change them. */
export function treemapTraces(groups: readonly Group[], of: Measure, area: Box): PlotlyObject[] {
  const total = sumOf(
    groups.flatMap(({ leaves }) => leaves),
    of,
  );
  const frames: Box[] = [];
  const tiles: Tile[] = [];
  const sorted = groups
    .filter(({ leaves }) => sumOf(leaves, of) > 0)
    .sort((a, b) => sumOf(b.leaves, of) - sumOf(a.leaves, of));
  const places = squarify(
    sorted.map(({ leaves }) => sumOf(leaves, of)),
    area,
  );
  for (const [i, { name, leaves }] of sorted.entries()) {
    const place = places[i]!;
    frames.push(place);
    const working = leaves.filter((leaf) => leaf[of] > 0).sort((a, b) => b[of] - a[of]);
    const inside = squarify(
      working.map((leaf) => leaf[of]),
      place,
    );
    tiles.push(
      ...working.map((leaf, j) => ({
        ...inside[j]!,
        leaf,
        group: name,
        alone: working.length === 1,
      })),
    );
  }
  const tag = tags(sorted, frames);
  return [
    ...drawn.map((kind) => {
      const own = tiles.filter(
        ({ leaf }) => (drawn.includes(leaf.kind) ? leaf.kind : 'other') === kind,
      );
      return boxesTrace(own, kindLooks[kind].fill, kindLooks[kind].edge);
    }),
    { ...boxesTrace(frames, 'rgba(0,0,0,0)', ink), line: { color: ink, width: 2 } },
    wordsTrace(labels(tiles, of, total, tag.boxes)),
    boxesTrace(tag.boxes, ink, ink),
    wordsTrace(tag.words),
    hover(tiles, of, total),
  ];
}

/** Invisible points all over each rectangle, which tell what it is. */
function hover(tiles: readonly Tile[], of: Measure, total: number): PlotlyObject {
  const points = tiles.flatMap(({ x, y, width, height, leaf, group, alone }) => {
    const text = [
      alone ? `<b>${leaf.name}</b>` : `<b>${leaf.name}</b> (${group})`,
      `${unitText(leaf[of], of)}, ${percentText(leaf[of] / total)}`,
    ].join('<br>');
    const [columns, rows] = [width, height].map((length) => Math.max(1, Math.floor(length / hoverEvery))); // prettier-ignore
    return Array.from({ length: columns! * rows! }, (_, i) => ({
      x: x + ((i % columns!) + 0.5) * (width / columns!),
      y: y + (Math.floor(i / columns!) + 0.5) * (height / rows!),
      text,
    }));
  });
  return {
    type: 'scatter',
    mode: 'markers',
    x: points.map((point) => point.x),
    y: points.map((point) => point.y),
    hovertext: points.map(({ text }) => text),
    hoverinfo: 'text',
    hoverlabel: { bgcolor: paper, bordercolor: softInk, font: { color: ink } },
    marker: { opacity: 0, size: hoverEvery },
    showlegend: false,
  };
}

function sumOf(leaves: readonly Leaf[], of: Measure): number {
  return leaves.reduce((sum, leaf) => sum + leaf[of], 0);
}
