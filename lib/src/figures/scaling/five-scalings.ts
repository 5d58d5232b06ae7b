import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { compound, macsOf, type Growth } from './growth';

const phis = [0, 0.5, 1, 1.5, 2, 2.5, 3];
/** The network that all five start from. */
const layers = 4;
const layer = { width: 44, height: 7 };
const image = 24;

const ground = 344;
const panelWidth = sheetWidth / 5;
const [blue, orange] = seriesColours;

/** Its letter and name, and how it grows when the multiply-adds may grow `times`. */
const ways: readonly [title: string, grow: (times: number, phi: number) => Growth][] = [
  ['a. au départ', () => only({})],
  ['b. plus large', (times) => only({ width: Math.sqrt(times) })],
  ['c. plus profond', (times) => only({ depth: times })],
  ['d. image plus grande', (times) => only({ resolution: Math.sqrt(times) })],
  ['e. les trois', (_, phi) => compound(phi)],
];

/**
 * Five networks side by side: a small one, then wider, deeper, with a larger image, and all three at once by
 * compound scaling, the four at the same multiply-adds. A slider moves φ from 0 to 3.
 *
 * An image is a square, a layer a bar: as long as it has channels.
 *
 * @example
 * ```ts
 * fiveScalings().alt.split('\n')[3]!.split(' ; ')[0]; // => 'c. plus profond : 14,75 couches pour 4'
 * ```
 */
export function fiveScalings(): Figure {
  const board = new Board(sheetWidth, 450);
  board.words(ways.map(([title], i) => ({ x: middle(i), y: 48, text: `<b>${title}</b>` })));
  board.words([
    {
      x: 24,
      y: 18,
      text: '■ une couche, aussi longue qu’elle a de canaux',
      colour: blue,
      align: 'left',
    },
    { x: 420, y: 18, text: '■ l’image', colour: orange, align: 'left' },
  ]);
  const shown = 2;
  const traces = drawn(shown).map((trace) => board.add(trace));
  const labels = phis.map((phi) => numberText(phi));
  const frames = phis.map((phi, i) => ({ name: `φ ${labels[i]}`, data: drawn(phi), traces }));
  return board.figure({
    alt: [
      `Cinq réseaux ; φ = ${shown}, de 0 à 3 avec le curseur`,
      ...ways.map(([title, grow]) => `${title} : ${inWords(grow(timesAt(shown), shown))}`),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'φ', {
      width: board.width,
      active: phis.indexOf(shown),
    }),
  });
}

const only = (growth: Partial<Growth>): Growth => ({
  depth: 1,
  width: 1,
  resolution: 1,
  ...growth,
});
const timesAt = (phi: number): number => macsOf(compound(phi));
const middle = (panel: number): number => (panel + 0.5) * panelWidth;
const by = (factor: number): string => `×${numberText(factor)}`;

function drawn(phi: number): PlotlyObject[] {
  const growths = ways.map(([, grow]) => grow(timesAt(phi), phi));
  const stacks = growths.flatMap((growth, i) => stack(growth, middle(i)));
  const images = growths.map(({ resolution }, i) => square(resolution * image, middle(i)));
  return [
    boxesTrace(stacks, blue),
    boxesTrace(images, orange),
    wordsTrace(growths.flatMap((growth, i) => under(growth, middle(i)))),
  ];
}

/** Bars from the ground up. */
function stack({ depth, width }: Growth, x: number) {
  const long = layer.width * width;
  return Array.from({ length: Math.round(layers * depth) }, (_, k) => ({
    x: x - long / 2,
    y: ground - 80 - (k + 1) * layer.height,
    width: long,
    height: layer.height,
  }));
}

function square(side: number, x: number) {
  return { x: x - side / 2, y: ground - side, width: side, height: side };
}

function under(growth: Growth, x: number): Label[] {
  const lines = [
    `profondeur ${by(growth.depth)}`,
    `largeur ${by(growth.width)}`,
    `image ${by(growth.resolution)}`,
  ];
  return [
    ...lines.map((text, i) => ({ x, y: ground + 22 + 20 * i, text, size: 13, colour: softInk })),
    { x, y: ground + 88, text: `<b>MAC ${by(macsOf(growth))}</b>`, size: 14 },
  ];
}

function inWords(growth: Growth): string {
  const { depth, width, resolution } = growth;
  const deep = `${numberText(layers * depth)} couches pour ${layers}`;
  return `${deep} ; canaux ${by(width)} ; côté de l’image ${by(resolution)} ; MAC ${by(macsOf(growth))}`;
}
