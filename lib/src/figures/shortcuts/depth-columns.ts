import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { polygonsTrace, type Point } from '../paint/traces/lines';

/** A network as a column. */
export interface DepthColumn {
  /** « AlexNet ». */
  name: string;
  /** How many layers with weights stand one behind the other. */
  layers: number;
  /** Under the name: « 2012 ». */
  year: number;
  /** Top-5 error, in per cent. */
  error: number;
}

/** The tallest column, in pixels. */
const tallest = 456;
const top = 64;

/**
 * Networks as columns of layers, one brick a layer, all to one scale, the first layer at the foot; under each
 * its year, above it its number of layers, and beside the foot its error.
 *
 * @example
 * ```ts
 * depthColumns([{ name: 'AlexNet', layers: 8, year: 2012, error: 16.4 }]);
 * ```
 */
export function depthColumns(networks: readonly DepthColumn[]): Figure {
  const step = 210;
  const board = new Board(Math.max(420, 40 + networks.length * step), top + tallest + 76);
  const brick = tallest / Math.max(...networks.map(({ layers }) => layers));
  const floor = top + tallest;
  board.words([{ x: 24, y: 20, text: '<b>Une brique par couche à poids</b>', size: 15, align: 'left' }]); // prettier-ignore
  for (const [i, { name, layers, year, error }] of networks.entries()) {
    const x = 40 + i * step;
    const colour = seriesColours[i % seriesColours.length]!;
    const bricks = Array.from({ length: layers }, (_, layer): Point[] => {
      const [low, high] = [floor - layer * brick, floor - (layer + 1) * brick];
      return [[x, low], [x + 70, low], [x + 70, high], [x, high]]; // prettier-ignore
    });
    board.add(polygonsTrace(bricks, colour, '#ffffff'));
    board.words([
      { x: x + 35, y: floor - layers * brick - 16, text: `<b>${layers}</b>`, size: 16 },
      { x, y: floor + 20, text: `<b>${name}</b>`, size: 14, align: 'left' },
      { x, y: floor + 42, text: `ILSVRC ${year}`, size: 12, colour: softInk, align: 'left' },
      { x: x + 80, y: floor - 12, text: `<b>${numberText(error)}\u00a0%</b>`, size: 14, align: 'left' }, // prettier-ignore
    ]);
  }
  board.words([{ x: 24, y: floor + 64, text: 'en bas de chaque colonne : erreur top-5 du concours', size: 12, colour: softInk, align: 'left' }]); // prettier-ignore
  return board.figure({
    alt: networks
      .map(
        ({ name, year, layers, error }) =>
          `${name} (ILSVRC ${year}) : ${layers} couches à poids, erreur top-5 ${numberText(error)}\u00a0%`,
      ) // prettier-ignore
      .join('\n'),
  });
}
