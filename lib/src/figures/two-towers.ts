import { impossible, shapeText } from '../errors';
import { modelInside } from '../graph/model/model-inside';
import type { LayerInside } from '../graph/model/tfjs-inside';
import type { LayersModel } from '../tf/models';
import type { Figure } from './figure';
import { Board, sheetWidth } from './paint/board';
import { hairline, ink, seriesColours, softInk } from './paint/colours';
import type { Point } from './paint/traces/lines';

/** A layer as both towers have it. */
interface Storey {
  name: string;
  /** What comes out of one tower, or of both where they join. */
  shape: number[];
  /** Does it look at its own tower, at both, or was there one image still? */
  sees: 'own' | 'both' | 'image';
  /** The last layer is in no tower. */
  joins: boolean;
}

const tallest = 110;
const centres = [108, 238];
const fills = ['#dbeafa', '#fdebd3'];
const crossing = seriesColours[1];
const whole = '#eef0f2';
const titles = ['Carte 1', 'Carte 2'];
const says = { own: 'sa tour seulement', both: 'les deux tours', image: 'l’image entière' };

/**
 * A network in two groups of channels, as AlexNet's on two graphics cards: what each tower holds, and where
 * the towers speak to each other. Read off the model: a convolution of ours in two groups (`groupedConv2d`)
 * looks at its own tower; every other convolution and dense layer looks at both.
 *
 * @param model one that has such a convolution; one built on paper will do
 * @throws RangeError when the model has none
 *
 * @example
 * ```ts
 * twoTowers(onPaper(() => alexNet())).alt.split('\n')[5];
 * // => 'conv3 : dans chaque tour 13\u00a0×\u00a013\u00a0×\u00a0192, voit les deux tours'
 * ```
 */
export function twoTowers(model: LayersModel): Figure {
  const inside = modelInside('dessiner les deux tours', model);
  const image = inside.inputs[0]!.shape.slice(1) as number[];
  const storeys = storeysOf(inside.layers);
  const board = new Board(sheetWidth, 350);
  const step = (sheetWidth - 100) / (storeys.length + 1);
  const placeOf = (column: number): number => 92 + (column + 0.5) * step;
  const sides = [image, ...storeys.map(({ shape }) => shape)].map(sideOf);
  const heightOf = (side: number): number => tallest * Math.sqrt(side / Math.max(...sides));
  const middle = (centres[0]! + centres[1]!) / 2;
  const boxWidth = Math.min(24, step * 0.4);

  board.line([[12, middle], [sheetWidth - 12, middle]], hairline, 1); // prettier-ignore
  board.words(titles.map((text, i) => ({ x: 12, y: centres[i]!, text: `<b>${text}</b>`, align: 'left' }))); // prettier-ignore
  drawBox(board, [placeOf(0), middle], boxWidth, heightOf(sides[0]!), whole);
  board.words([
    { x: placeOf(0), y: 26, text: '<b>image</b>', size: 13 },
    { x: placeOf(0), y: 330, text: shapeText(image), size: 10.5, colour: softInk },
  ]);
  for (const [i, { name, shape, sees, joins }] of storeys.entries()) {
    const [from, to] = [placeOf(i) + boxWidth / 2 + 3, placeOf(i + 1) - boxWidth / 2 - 3];
    for (const [tower, y] of (joins ? [middle] : centres).entries()) {
      const sources = sees === 'own' ? [y] : sees === 'both' ? centres : [middle];
      for (const source of sources) {
        board.arrow([from, source], [to, y], source === y ? ink : crossing);
      }
      drawBox(
        board,
        [placeOf(i + 1), y],
        boxWidth,
        heightOf(sideOf(shape)),
        joins ? whole : fills[tower]!,
      );
    }
    const text = shapeText(shape);
    board.words([
      { x: placeOf(i + 1), y: 26, text: `<b>${name}</b>`, size: 13 },
      { x: placeOf(i + 1), y: i % 2 === 0 ? 310 : 330, text, size: 10.5, colour: softInk },
    ]);
  }
  const lines = storeys.map(
    ({ name, shape, sees, joins }) =>
      `${name} : ${joins ? '' : 'dans chaque tour '}${shapeText(shape)}, voit ${says[sees]}`,
  );
  return board.figure({ alt: [`image : ${shapeText(image)}`, ...lines].join('\n') });
}

/** Layers that change the channels or the size; what lies between them belongs to the one before. */
function storeysOf(layers: readonly LayerInside[]): Storey[] {
  const storeys: Storey[] = [];
  let grouped = false;
  for (const layer of layers) {
    const kind = layer.getClassName();
    const pools = /Pooling2D$/.test(kind);
    if (!pools && !/^(Dense|.*Conv2D)$/.test(kind)) continue;
    const inTwo = layer.getConfig()['groups'] === 2;
    grouped ||= inTwo;
    const shape = layer.outputShape.slice(1) as number[];
    const joins = layer === layers.at(-1);
    const half = [...shape.slice(0, -1), shape.at(-1)! / (joins ? 1 : 2)];
    const sees = storeys.length === 0 ? 'image' : pools || inTwo ? 'own' : 'both';
    storeys.push({ name: layer.name, shape: half, sees, joins });
  }
  if (grouped) return storeys;
  throw new RangeError(
    impossible(
      'dessiner les deux tours',
      'aucune convolution du modèle n’a deux groupes',
      'donnez par exemple onPaper(() => alexNet())',
    ),
  );
}

const sideOf = (shape: readonly number[]): number => (shape.length === 3 ? shape[0]! : 1);

function drawBox(board: Board, [x, y]: Point, width: number, height: number, fill: string): void {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  board.polygon([[left, top], [right, top], [right, bottom], [left, bottom]], fill, softInk); // prettier-ignore
}
