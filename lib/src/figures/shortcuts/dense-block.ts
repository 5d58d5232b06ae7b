import { impossible, valueText } from '../../errors';
import { sourcesOf } from '../../models/describe/sources';
import type { LayersModel } from '../../tf/models';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { hairline, seriesColours, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { lineTrace, type Point } from '../paint/traces/lines';
import type { PlotlyObject } from '../plotly-object';

/** A layer of a block: the 1x1 that reads, the 3x3 that adds. */
interface DenseLayer {
  /** Of `nodes`, which it reads. */
  reads: number[];
  channelsRead: number;
  channelsAdded: number;
}

const middle = 300;
const half = 24;

/**
 * A block of a DenseNet, its layers in a row, an arc for each link: all that a layer reads, as the model has it. A
 * slider shows what one layer reads.
 *
 * @param model a DenseNet of ours, with weights or on paper
 * @param block the block's name: `conv2` to `conv5`
 * @throws RangeError when the model has no block of that name, or one of more than 8 layers
 *
 * @example
 * ```ts
 * const model = onPaper(() => denseNet({ blocks: [5], growthRate: 4, inputShape: [32, 32, 3] }));
 * denseBlock(model, 'conv2').alt.split('\n')[0]; // => 'Bloc conv2 : 5 couches, 15 liens'
 * ```
 */
export function denseBlock(model: LayersModel, block: string): Figure {
  const { channelsIn, layers } = readBlock(model, block);
  const links = layers.reduce((sum, { reads }) => sum + reads.length, 0);
  const board = new Board(sheetWidth, middle + 116);
  const step = (sheetWidth - 100) / layers.length;
  const centre = (node: number): number => 50 + node * step;
  const title = `Bloc ${block} : ${layers.length} couches, ${links} liens`;
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const arcs = layers.flatMap(({ reads }, i) =>
    reads.map((source) => ({
      source,
      reader: i + 1,
      points: arc(centre(source), centre(i + 1), i - source),
    })),
  );
  // Position 0 shows all arcs, the others those of one reader.
  const drawn = (position: number): PlotlyObject[] =>
    arcs.map(({ source, reader, points }) => {
      const shown = position === 0 || position === reader;
      const colour = seriesColours[source % seriesColours.length]!;
      return lineTrace(points, shown ? colour : hairline, position === reader ? 3.5 : 2);
    });
  const traces = drawn(0).map((trace) => board.add(trace));
  const nodes = [
    { name: 'entrée', below: `${channelsIn} canaux`, last: '' },
    ...layers.map(({ channelsRead, channelsAdded }, i) => ({
      name: `H${i + 1}`,
      below: `lit ${channelsRead}`,
      last: `ajoute ${channelsAdded}`,
    })),
  ];
  for (const [i, { name, below, last }] of nodes.entries()) {
    const x = centre(i);
    board.polygon([[x - half, middle - 20], [x + half, middle - 20], [x + half, middle + 20], [x - half, middle + 20]], '#ffffff', seriesColours[i % seriesColours.length]); // prettier-ignore
    board.words([
      { x, y: middle, text: `<b>${name}</b>`, size: name.length > 3 ? 11 : 14 },
      { x, y: middle + 40, text: below, size: 13 },
      { x, y: middle + 60, text: last, size: 13, colour: softInk },
    ]);
  }
  const total = channelsIn + layers.reduce((sum, { channelsAdded }) => sum + channelsAdded, 0);
  board.words([{ x: 24, y: middle + 94, text: `À la sortie du bloc, les ${nodes.length} paquets bout à bout : ${total} canaux`, size: 13, align: 'left' }]); // prettier-ignore
  const words = layers.map(({ reads, channelsRead, channelsAdded }, i) =>
    `H${i + 1} lit ${reads.map((node) => nodes[node]!.name).join(', ')} : ${channelsRead} canaux ; ajoute ${channelsAdded}`); // prettier-ignore
  const labels = ['toutes', ...layers.map((_, i) => `H${i + 1}`)];
  const frames = labels.map((name, position) => ({ name, data: drawn(position), traces }));
  return board.figure({
    alt: [title, ...words, `Sortie : ${total} canaux`].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'ce que lit', { width: board.width }),
  });
}

function readBlock(
  model: LayersModel,
  block: string,
): { channelsIn: number; layers: DenseLayer[] } {
  const sources = sourcesOf(model);
  const name = (layer: number, conv: 1 | 2): string => `${block}_block${layer}_${conv}_conv`;
  let count = 0;
  while (sources.has(name(count + 1, 1))) count++;
  if (count === 0 || count > 8) {
    throw new RangeError(
      impossible(
        `dessiner le bloc ${valueText(block)}`,
        count === 0
          ? `le modèle ${model.name} n’a pas de couche ${name(1, 1)}`
          : `il a ${count} couches`,
        'donnez un bloc d’au plus 8 couches d’un DenseNet, par exemple conv2',
      ),
    );
  }
  const nodes = [sources.get(name(1, 1))![0]!, ...range(count).map((i) => name(i, 2))];
  const kernelOf = (layer: string): number[] => model.getLayer(layer).getWeights()[0]!.shape;
  const layers = range(count).map((i) => ({
    reads: sources.get(name(i, 1))!.map((source) => nodes.indexOf(source)),
    channelsRead: kernelOf(name(i, 1))[2]!,
    channelsAdded: kernelOf(name(i, 2))[3]!,
  }));
  return { channelsIn: layers[0]!.channelsRead, layers };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** From one node to a later one: the further, the higher. */
function arc(from: number, to: number, over: number): Point[] {
  const height = over <= 0 ? 0 : 40 + 42 * over;
  const points = over <= 0 ? 1 : 24;
  return Array.from({ length: points + 1 }, (_, i): Point => {
    const angle = (Math.PI * i) / points;
    return [from + ((to - from) * (1 - Math.cos(angle))) / 2, middle - 20 * Number(over > 0) - height * Math.sin(angle)]; // prettier-ignore
  });
}
