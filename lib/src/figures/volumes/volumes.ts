import { impossible, shapeText } from '../../errors';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import {
  blockLabels,
  blockTraces,
  depthOf,
  extentOf,
  filterPaint,
  mapPaint,
  slabsOf,
  type Block,
} from './block';

/** One volume of the row. */
export interface VolumeStage {
  /** What is written under it. */
  name: string;
  /** `[height, width, channels]`, or `[units]` for a vector. */
  shape: readonly number[];
  /** What is written on the arrow that leads to it: « conv 5×5, 10 filtres ». */
  via?: string;
  /** A filter is drawn in pink; maps, the default, in blue. */
  kind?: 'map' | 'filter';
}

const tallest = 150;
const margin = 44;
const top = 34;

/**
 * Volumes side by side, in axonometry: height × width in front, channels going backwards, the three
 * sizes on the edges; vectors as columns. Sizes are true in their order, not in their proportion.
 *
 * @param stages from left to right
 * @throws RangeError when a shape is neither `[height, width, channels]` nor `[units]`
 *
 * @example
 * ```ts
 * volumes([
 *   { name: 'image', shape: [32, 32, 3] },
 *   { name: 'cartes', shape: [32, 32, 10], via: '10 filtres 5×5×3' },
 *   { name: 'vecteur', shape: [10240], via: 'aplatir' },
 * ]);
 * ```
 */
export function volumes(stages: readonly VolumeStage[]): Figure {
  const most = Math.max(...stages.flatMap(({ shape }) => shape.slice(0, -1)), 1);
  const sizes = stages.map((stage) => measure(stage, most));
  const gap = Math.max(72, ...stages.map(({ via = '' }) => via.length * 6.8 + 76));
  const total = sizes.reduce((sum, { width }) => sum + width, 0) + gap * (stages.length - 1);
  const fit = Math.min(1, (sheetWidth - 2 * margin) / total);
  const floor = Math.ceil(top + Math.max(...sizes.map(({ height }) => height)) * fit + 10);
  const board = new Board(Math.max(420, Math.ceil(total * fit + 2 * margin)), floor + 74);
  let left = margin;
  for (const [i, stage] of stages.entries()) {
    const { block, width } = sizes[i] as (typeof sizes)[number];
    const placed: Block = {
      ...block,
      x: left,
      y: floor,
      width: block.width * fit,
      height: block.height * fit,
      depth: block.depth * fit,
      // Slabs thinner than eight pixels would be all edges.
      slabs: Math.max(1, Math.min(block.slabs, Math.floor((block.depth * fit) / 8))),
    };
    if (i > 0) drawArrow(board, left - gap * fit, left, floor - 34 * fit, stage.via ?? '');
    for (const trace of blockTraces(placed, stage.kind === 'filter' ? filterPaint : mapPaint)) {
      board.add(trace);
    }
    const isVector = stage.shape.length === 1;
    if (!isVector) board.words(blockLabels(placed, stage.shape as [number, number, number], 12));
    const middle = left + placed.width / 2;
    board.words([
      { x: middle, y: floor + 36, text: stage.name, size: 13, colour: softInk },
      { x: middle, y: floor + 56, text: `<b>${stage.shape.join('×')}</b>`, size: 13 },
    ]);
    left += (width + gap) * fit;
  }
  return board.figure({
    alt: stages
      .map(({ name, shape, via }, i) => {
        const how = via === undefined ? '' : ` (${via})`;
        return `${i + 1}. ${name}${how} : ${shapeText(shape)}`;
      })
      .join('\n'),
  });
}

function drawArrow(board: Board, from: number, to: number, y: number, text: string): void {
  // Short of the next block, whose height stands at its left.
  const [start, end] = [from + 12, to - 32];
  board.arrow([start, y], [end, y], softInk);
  board.words([{ x: (start + end) / 2, y: y - 14, text, size: 11 }]);
}

/** How large a stage is drawn: small maps larger than in proportion, so that they do not vanish. */
function measure(
  { name, shape }: VolumeStage,
  most: number,
): { block: Block; width: number; height: number } {
  const [tall = 1, wide = 1, channels = 1] = shape;
  if (shape.length !== 3 && shape.length !== 1) {
    throw new RangeError(
      impossible(
        'dessiner des volumes',
        `« ${name} » a la forme ${shapeText(shape)}, de rang ${shape.length}`,
        'donnez [hauteur, largeur, canaux], ou [unités] pour un vecteur',
      ),
    );
  }
  const length = (cells: number): number => Math.max(8, tallest * Math.sqrt(cells / most));
  const solid =
    shape.length === 1
      ? { width: 12, height: Math.min(200, 24 + 13 * Math.log2(Math.max(1, tall))), depth: 8 }
      : { width: length(wide), height: length(tall), depth: depthOf(channels) };
  const slabs = shape.length === 1 ? 1 : slabsOf(channels);
  return { block: { x: 0, y: 0, ...solid, slabs }, ...extentOf(solid) };
}
