import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';
import { wordsTrace, type Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { bases, compound, macsOf, type Growth } from './growth';

/** A network of a family, as it is. */
export interface ScaledNetwork {
  /** Times as many layers as the first. */
  depth: number;
  /** Times as many channels. */
  width: number;
  /** Side of its image, in pixels. */
  resolution: number;
  /** Multiply-adds for one image. */
  macs: number;
}

const width = 760;
const bar = { x: 178, width: 400, height: 18 };
const [blue, orange] = seriesColours;
const exponents = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * What the formula of compound scaling asks for and what a family's networks are: depth, width, image,
 * multiply-adds. One slider position for each network; the first is φ = 0.
 *
 * @param networks smallest first: from `efficientNetScales`, with the MACs that `describe` counts
 * @throws RangeError when there are none, or more than ten
 *
 * @example
 * ```ts
 * const b0 = { depth: 1, width: 1, resolution: 224, macs: 385_814_752 };
 * const b1 = { depth: 1.1, width: 1, resolution: 240, macs: 686_802_832 };
 * const second = scalingByFormula([b0, b1]).alt.split('\n')[2]!;
 * second.split(' ; ')[2]; // => 'image 258 (réseau 240)'
 * ```
 */
export function scalingByFormula(networks: readonly ScaledNetwork[]): Figure {
  const [first] = networks;
  if (first === undefined || networks.length > exponents.length) {
    throw new RangeError(
      impossible(
        'comparer la formule et les réseaux',
        `il y a ${networks.length} réseaux, et il en faut de 1 à ${exponents.length}`,
        'donnez les réseaux dans l’ordre, le plus petit d’abord',
      ),
    );
  }
  const rows = networks.map((used, phi) => ({ asked: byFormula(first, phi), used }));
  const board = new Board(width, 350);
  const traces = drawn(rows, 0).map((trace) => board.add(trace));
  const frames = rows.map((_, phi) => ({
    name: `φ = ${phi}`,
    data: drawn(rows, phi),
    traces,
  }));
  return board.figure({
    alt: [
      'Ce que demande la formule, et ce que sont les réseaux ; le curseur change φ',
      ...rows.map(({ asked, used }, phi) => {
        const parts = quantities.map(
          ({ name, of, text }) => `${name} ${text(of(asked))} (réseau ${text(of(used))})`,
        );
        return `φ = ${phi} : ${parts.join(' ; ')}`;
      }),
    ].join('\n'),
    frames,
    controls: sliderOver(
      frames,
      rows.map((_, phi) => String(phi)),
      'φ',
      { width },
    ),
  });
}

interface Row {
  asked: ScaledNetwork;
  used: ScaledNetwork;
}

const billions = (macs: number): string => {
  const count = macs / 1e9;
  return `${numberText(count)} milliard${count < 2 ? '' : 's'}`;
};
const quantities: {
  name: string;
  of: (one: ScaledNetwork) => number;
  text: (v: number) => string;
}[] = [
  { name: 'profondeur', of: (one) => one.depth, text: (v) => numberText(v) },
  { name: 'largeur', of: (one) => one.width, text: (v) => numberText(v) },
  { name: 'image', of: (one) => one.resolution, text: (v) => numberText(v, 0) },
  { name: 'MAC', of: (one) => one.macs, text: billions },
];

function byFormula(first: ScaledNetwork, phi: number): ScaledNetwork {
  const growth: Growth = compound(phi);
  return {
    depth: first.depth * growth.depth,
    width: first.width * growth.width,
    resolution: first.resolution * growth.resolution,
    macs: first.macs * macsOf(growth),
  };
}

/** Bars are as long as their share of the longest of their kind. */
function drawn(rows: readonly Row[], phi: number): PlotlyObject[] {
  const { asked, used } = rows[phi] as Row;
  const longest = quantities.map(({ of }) =>
    Math.max(...rows.flatMap((row) => [of(row.asked), of(row.used)])),
  );
  const bars = (one: ScaledNetwork, line: number) =>
    quantities.map(({ of }, i) => ({
      x: bar.x,
      y: 92 + 62 * i + line * (bar.height + 3),
      width: (bar.width * of(one)) / (longest[i] as number),
      height: bar.height,
    }));
  const boxes = [bars(asked, 0), bars(used, 1)];
  const numbers = [asked, used].flatMap((one, line) =>
    quantities.map(({ of, text }, i): Label => {
      const { x, y, width: long, height } = boxes[line]![i]!;
      return { x: x + long + 8, y: y + height / 2, text: text(of(one)), size: 13, align: 'left' };
    }),
  );
  return [
    boxesTrace(boxes[0]!, blue),
    boxesTrace(boxes[1]!, orange),
    wordsTrace([...numbers, ...words(phi)]),
  ];
}

function words(phi: number): Label[] {
  const power = (base: number): string =>
    `${numberText(base)}${exponents[phi]} = ${numberText(base ** phi)}`;
  const factors = { d: bases.depth, w: bases.width, r: bases.resolution };
  return [
    ...Object.entries(factors).map(([name, base], i): Label => ({
      x: 24 + 190 * i,
      y: 22,
      text: `<b>${name} = ${power(base)}</b>`,
      size: 15,
      align: 'left', // prettier-ignore
    })),
    { x: 24, y: 54, text: '■ la formule', size: 14, colour: blue, align: 'left' },
    { x: 150, y: 54, text: `■ le réseau B${phi}`, size: 14, colour: orange, align: 'left' },
    ...quantities.map(({ name }, i): Label => ({
      x: 24,
      y: 112 + 62 * i,
      text: name,
      colour: softInk,
      align: 'left', // prettier-ignore
    })),
  ];
}
