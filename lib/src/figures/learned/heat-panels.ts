import type { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { colourAt, colourScales, softInk } from '../paint/colours';
import type { Box } from '../paint/grid';
import { drawMatrix, drawScaleBar } from '../paint/matrix-view';
import { drawPhoto } from '../paint/photo-view';
import { escaped } from '../paint/svg';
import { overlay } from './shown-image';

/** An image, a map computed of it, and the two over one another. */
export interface HeatPanels {
  title: string;
  /** What {@link shownImage} gave. */
  shown: Volume;
  caption: string;
  /** The place on the image that counts most, in its pixels. */
  strongest: Box | undefined;
  map: { values: number[][]; title: string; caption: string };
  /** The map, as large as the image. */
  heat: Volume;
  scale: 'signed' | 'warm';
  range: [number, number];
  /** What the numbers are: « baisse de la probabilité, en points ». */
  unit: string;
  alt: string;
}

const side = 248;
const gap = 16;
const top = 72;
/** Where the map is strongest, the image still shows a little. */
const mostCover = 0.85;

/** Three panels side by side: the image, the map by itself, the map over the image. */
export function heatPanels(panels: HeatPanels): Figure {
  const { shown, heat, map, scale, range } = panels;
  const [rows = 1, columns = 1] = shown.shape;
  const height = Math.ceil(side * Math.min(1.2, rows / columns));
  const board = new Board(48 + 3 * side + 2 * gap, top + height + 100);
  const box = (i: number): Box => ({ x: 24 + i * (side + gap), y: top, width: side, height });
  board.words([
    { x: 24, y: 20, text: `<b>${escaped(panels.title)}</b>`, size: 15, align: 'left' },
    ...['Image', map.title, 'La carte sur l’image'].map((text, i) => ({
      x: box(i).x + side / 2,
      y: top - 18,
      text: `<b>${text}</b>`,
      size: 14,
    })),
    ...[panels.caption, map.caption].map((text, i) => ({
      x: box(i).x + side / 2,
      y: top + height + 16,
      text: escaped(text),
      size: 12,
      colour: softInk,
    })),
  ]);
  const { box: drawn, scale: pixel } = drawPhoto(board, box(0), shown);
  drawMatrix(board, box(1), { values: map.values, scale, range, name: map.title });

  const colourOf = (value: number): { colour: number[]; cover: number } => {
    const colour = colourAt(colourScales[scale], (value - range[0]) / (range[1] - range[0]));
    return { colour, cover: mostCover * Math.min(1, Math.abs(value) / range[1]) };
  };
  const over = overlay(shown, heat, colourOf);
  drawPhoto(board, box(2), over);
  if (panels.strongest !== undefined) {
    const { x, y, width, height: high } = panels.strongest;
    const onBoard = { x: x * pixel, y: y * pixel, width: width * pixel, height: high * pixel };
    for (const shift of [0, box(2).x - box(0).x]) {
      board.outline({ ...onBoard, x: drawn.x + shift + onBoard.x, y: drawn.y + onBoard.y });
    }
  }
  const bar = { x: 44, y: board.height - 48 };
  drawScaleBar(board, bar, scale, range);
  board.words([
    { x: bar.x + 224, y: bar.y + 6, text: panels.unit, size: 12, colour: softInk, align: 'left' },
  ]);
  return board.figure({ alt: panels.alt });
}
