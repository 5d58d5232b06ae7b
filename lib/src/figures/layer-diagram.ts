import type { Figure } from './figure';
import { Board, sheetWidth } from './paint/board';
import { ink, softInk } from './paint/colours';

/** One box of the diagram. */
export interface DiagramLayer {
  /** « conv 5×5 + ReLU »; a soft hyphen (\\u00ad) says where a long word may be cut. */
  name: string;
  /** Shape of what comes out: [height, width, channels], or [units]. */
  shape: readonly number[];
  /** Which part of the network it belongs to; the input belongs to none. */
  part?: 'extraction' | 'classification';
}

const parts = {
  extraction: { title: '1. Extraction des caractéristiques', fill: '#dbeafa', sheet: '#5b9bd5' },
  classification: { title: '2. Classification', fill: '#fdebd3', sheet: '#e08a2b' },
};
const plain = { fill: '#ffffff', sheet: '#9aa4af' };
/** Drawn sheets of a volume; its real number of channels is written under it. */
const mostSheets = 7;
const floor = 240;

/**
 * A network from left to right: stacks of maps for the volumes, columns for the vectors, the two
 * parts on grounds of their own, each layer with its name and output shape under it.
 *
 * @param layers in the order of the computation
 *
 * @example
 * ```ts
 * layerDiagram([
 *   { name: 'entrée', shape: [28, 28, 1] },
 *   { name: 'conv 5×5 + ReLU', shape: [24, 24, 6], part: 'extraction' },
 *   { name: 'dense + softmax', shape: [10], part: 'classification' },
 * ]);
 * ```
 */
export function layerDiagram(layers: readonly DiagramLayer[]): Figure {
  const step = Math.min(130, Math.floor((sheetWidth - 24) / layers.length));
  const board = new Board(Math.max(420, layers.length * step + 24), floor + 96);
  const tallest = Math.max(
    ...layers.map((layer) => (layer.shape.length === 3 ? (layer.shape[0] ?? 1) : 1)),
  );
  const centre = (index: number): number => 12 + (index + 0.5) * step;
  drawParts(board, layers, step);
  layers.forEach((layer, i) => {
    const style = layer.part === undefined ? plain : parts[layer.part];
    const halfWidth =
      layer.shape.length === 3
        ? drawVolume(board, centre(i), layer.shape, tallest, step, style.sheet)
        : drawVector(board, centre(i), layer.shape[0] ?? 1, style.sheet);
    const next = layers[i + 1];
    if (next !== undefined) {
      const from = centre(i) + halfWidth + 5;
      const to = Math.max(from + 12, centre(i + 1) - halfWidthOf(next, tallest, step) - 5);
      board.arrow([from, 150], [to, 150], softInk);
    }
    board.words([
      ...wrapped(layer.name).map((text, line) => ({
        x: centre(i),
        y: floor + 14 + line * 16,
        text,
        size: Math.min(12, step / 8),
      })),
      {
        x: centre(i),
        y: floor + 66,
        text: `<b>${layer.shape.join('×')}</b>`,
        size: Math.min(13, step / 7),
        colour: ink,
      },
    ]);
  });
  return board.figure({
    alt: layers
      .map(({ name, shape, part }, i) => {
        const where =
          part === undefined
            ? ''
            : ` (${part === 'extraction' ? 'extraction des caractéristiques' : part})`;
        return `${i + 1}. ${name.replace(/\u00ad/g, '')}${where} : sortie ${shape.join(' × ')}`;
      })
      .join('\n'),
  });
}

function drawParts(board: Board, layers: readonly DiagramLayer[], step: number): void {
  for (const part of ['extraction', 'classification'] as const) {
    const indices = layers.flatMap((layer, i) => (layer.part === part ? [i] : []));
    const first = indices[0];
    const last = indices.at(-1);
    if (first === undefined || last === undefined) continue;
    const [left, right] = [12 + first * step + 3, 12 + (last + 1) * step - 3];
    const corners = [
      [left, 12],
      [right, 12],
      [right, floor + 84],
      [left, floor + 84],
    ] as const;
    board.polygon(corners, parts[part].fill, parts[part].sheet);
    const title = parts[part].title;
    const size = Math.min(15, ((right - left) * 1.5) / title.length);
    board.words([{ x: (left + right) / 2, y: 30, text: `<b>${title}</b>`, size }]);
  }
}

/** Side in pixels of a map; not in proportion, or the small ones would vanish. */
function sideOf(shape: readonly number[], tallest: number, step: number): number {
  return Math.max(10, Math.sqrt((shape[0] ?? 1) / tallest) * Math.min(90, step * 0.66));
}

function sheetsOf(shape: readonly number[]): number {
  return Math.min(mostSheets, Math.max(1, Math.round(Math.sqrt(2 * (shape[2] ?? 1)))));
}

function halfWidthOf(layer: DiagramLayer, tallest: number, step: number): number {
  if (layer.shape.length !== 3) return 8;
  return (sideOf(layer.shape, tallest, step) + (sheetsOf(layer.shape) - 1) * 4) / 2;
}

/** A stack of maps, the nearest last. Returns half its width. */
function drawVolume(
  board: Board,
  x: number,
  shape: readonly number[],
  tallest: number,
  step: number,
  colour: string,
): number {
  const side = sideOf(shape, tallest, step);
  const sheets = sheetsOf(shape);
  const width = side + (sheets - 1) * 4;
  for (let sheet = sheets - 1; sheet >= 0; sheet--) {
    const left = x - width / 2 + sheet * 4;
    const topEdge = 150 - side / 2 - (sheet - (sheets - 1) / 2) * 4;
    const corners = [
      [left, topEdge],
      [left + side, topEdge],
      [left + side, topEdge + side],
      [left, topEdge + side],
    ] as const;
    board.polygon(corners, colour, '#ffffff');
  }
  return width / 2;
}

/** A column for a vector, taller for more units. Returns half its width. */
function drawVector(board: Board, x: number, units: number, colour: string): number {
  const height = Math.min(160, 24 + 20 * Math.log2(units));
  const [top, bottom] = [150 - height / 2, 150 + height / 2];
  board.polygon(
    [
      [x - 7, top],
      [x + 7, top],
      [x + 7, bottom],
      [x - 7, bottom],
    ],
    colour,
    '#ffffff',
  );
  return 8;
}

/** A name on two or three lines, cut at spaces, and at soft hyphens where a word is too long. */
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.replace(/\u00ad/g, '- ').split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== undefined && line.length + word.length < 11)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 3);
}
