import { impossible } from '../../errors';
import { blockOf } from '../../models/describe/blocks';
import { describe } from '../../models/describe/describe';
import type { LayersModel } from '../../tf/models';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { ink, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import type { Point } from '../paint/traces/lines';

/** A way to have a network learn a task. */
export interface TransferRoute {
  /** The network as it begins: which of its layers are frozen is read off it. */
  model: LayersModel;
  /** What it learns from: « 10 images par classe ». */
  data: string;
  /** Its weights but those of the head come from the network of the first route. Default: they are drawn. */
  copied?: boolean;
}

interface Block {
  name: string;
  parameters: number;
  learns: boolean;
  origin: 'au hasard' | 'copié';
}

const mostBlocks = 7;
const rowHeight = 118;
const box = { left: 168, top: 40, height: 62, gap: 22 };
const looks = {
  drawn: { fill: '#fdebd3', edge: '#e08a2b', word: 'apprend' },
  tuned: { fill: '#dff1e8', edge: '#009e73', word: 'apprend' },
  frozen: { fill: '#e3e8ee', edge: '#7b8794', word: 'gelé' },
};

const lookOf = ({ learns, origin }: Block): (typeof looks)[keyof typeof looks] =>
  looks[!learns ? 'frozen' : origin === 'copié' ? 'tuned' : 'drawn'];

/**
 * Ways to have a network learn, one below the other: its blocks from the image to the classes, which of them learn,
 * which are frozen, and where the weights of each come from. Read off the models.
 *
 * @param routes name of the way, « de zéro », and its network; the first one is where copied weights come from
 * @throws RangeError when there is none, or a network has more than 7 blocks with weights
 *
 * @example
 * ```ts
 * const model = onPaper(() => smallResNet({ depth: 8, inputShape: [14, 14, 1] }));
 * transferRoutes({ 'de zéro': { model, data: 'tout MNIST' } }).alt.split('\n')[1];
 * // => '  conv1 : 208 paramètres, au hasard, apprend'
 * ```
 */
export function transferRoutes(routes: Readonly<Record<string, TransferRoute>>): Figure {
  const rows = Object.entries(routes).map(([name, route]) => ({ name, ...route, blocks: blocksIn(name, route) })); // prettier-ignore
  if (rows.length === 0) refuse('il n’y en a aucune', 'donnez par exemple { ’de zéro’: { model, data } }'); // prettier-ignore
  const board = new Board(sheetWidth, rows.length * rowHeight + 10);
  const most = Math.max(...rows.map(({ blocks }) => blocks.length));
  const step = (sheetWidth - box.left - 12) / most;
  for (const [i, { name, data, blocks }] of rows.entries()) {
    const top = i * rowHeight + box.top;
    const middle = top + box.height / 2;
    board.words([
      { x: 16, y: top - 20, text: `<b>${name}</b>`, size: 15, align: 'left' },
      ...linesOf(data).map((text, line, { length }) => ({
        x: 72,
        y: middle + (line - (length - 1) / 2) * 17,
        text,
        size: 12.5,
      })),
    ]);
    for (const [at, block] of blocks.entries()) {
      const left = box.left + at * step;
      const width = step - box.gap;
      board.arrow([at === 0 ? left - 24 : left - box.gap + 2, middle], [left - 3, middle], softInk);
      drawBlock(board, [left, top], width, block);
    }
  }
  return board.figure({ alt: rows.map(wordsOf).join('\n') });
}

function blocksIn(route: string, { model, copied = false }: TransferRoute): Block[] {
  const blocks = new Map<string, { parameters: number; trainable: number }>();
  for (const { name, parameters, trainable } of describe(model).rows) {
    if (parameters === 0) continue;
    const block = blocks.get(blockOf(name)) ?? { parameters: 0, trainable: 0 };
    block.parameters += parameters;
    block.trainable += trainable;
    blocks.set(blockOf(name), block);
  }
  if (blocks.size === 0 || blocks.size > mostBlocks) {
    refuse(
      `le réseau de « ${route} » a ${blocks.size} blocs à poids`,
      `donnez un réseau de 1 à ${mostBlocks} blocs, que les noms de ses couches distinguent (block1_conv)`,
    );
  }
  return [...blocks].map(([name, { parameters, trainable }], at) => ({
    name,
    parameters,
    learns: trainable > 0,
    origin: copied && at < blocks.size - 1 ? 'copié' : 'au hasard',
  }));
}

function drawBlock(board: Board, [left, top]: Point, width: number, block: Block): void {
  const { fill, edge, word } = lookOf(block);
  const [right, bottom] = [left + width, top + box.height];
  board.polygon([[left, top], [right, top], [right, bottom], [left, bottom]], fill, edge); // prettier-ignore
  const centre = left + width / 2;
  board.words([
    { x: centre, y: top + 13, text: `<b>${block.name}</b>`, size: 12.5 },
    { x: centre, y: top + 31, text: `${block.origin}, ${word}`, size: 11.5, colour: ink },
    { x: centre, y: top + 49, text: numberText(block.parameters), size: 11.5, colour: softInk },
  ]);
}

const linesOf = (text: string): string[] => text.split('|');

const wordsOf = ({ name, data, blocks }: { name: string; data: string; blocks: Block[] }): string =>
  [
    `${name} (${linesOf(data).join(' ')})`,
    ...blocks.map(
      (block) =>
        `  ${block.name} : ${numberText(block.parameters)} paramètres, ${block.origin}, ${lookOf(block).word}`,
    ),
  ].join('\n');

function refuse(found: string, next: string): never {
  throw new RangeError(impossible('dessiner ces façons d’apprendre', found, next));
}
