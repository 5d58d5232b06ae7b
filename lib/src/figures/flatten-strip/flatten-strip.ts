import { impossible, shapeText } from '../../errors';
import type { Figure } from '../figure';
import { toChannels, type ImageInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { cellBox } from '../paint/grid';
import { listText } from '../paint/numbers';
import { switchedSliders } from '../paint/switched-sliders';
import { boxesTrace } from '../paint/traces/boxes';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { drawSheets, sheetHeight, sheetTop, tints } from './sheets';
import { drawStrip, ordersOf, type Order } from './strip';

/** More cells than these would not be legible in one strip. */
const mostCells = 36;
const width = sheetWidth;

/**
 * A block of numbers laid in one strip, cell by cell: which cell goes where, and by which formula.
 * One button for the order of tfjs and Keras (channels fastest), one for PyTorch's (channels first).
 *
 * @param block [height, width, channels], at most 36 numbers and 4 channels
 * @throws RangeError when the block has more numbers or channels, or another rank
 *
 * @example
 * ```ts
 * flattenStrip([[[1, 10], [2, 20]], [[3, 30], [4, 40]]]);
 * ```
 */
export function flattenStrip(block: ImageInput): Figure {
  const channels = toChannels(block, 'le bloc');
  const shape = [channels[0]!.length, channels[0]![0]!.length, channels.length] as const;
  check(shape);
  const orders = ordersOf(channels);
  const stripTop = sheetTop + sheetHeight(shape) + 44;
  const board = new Board(width, stripTop + 104);
  const sheets = drawSheets(board, channels, width);

  const draw = (order: Order, k: number): PlotlyObject[] => {
    const place = order.places[k]!;
    const { boxes, labels, cell } = drawStrip(order, { width, top: stripTop });
    return [
      ...boxes.map((own, c) => boxesTrace(own, tints[c]!, softInk)),
      wordsTrace([
        ...labels,
        { x: width / 2, y: stripTop - 22, text: `<b>${order.formula(place)}</b>`, size: 15 },
      ]),
      ...outlineTraces(cellBox(sheets[place.c]!, place.y, place.x)),
      ...outlineTraces(cellBox(cell, 0, k)),
    ];
  };
  const traces = draw(orders[0], 0).map((trace) => board.add(trace));
  const views = orders.map((order) => ({
    button: order.name,
    prefix: 'Case de la bande',
    steps: order.places.map((_, k) => ({ label: String(k), data: draw(order, k) })),
  }));

  const still = new Board(width, stripTop + 240);
  drawSheets(still, channels, width);
  for (const [i, order] of orders.entries()) {
    const top = stripTop + i * 130;
    const { boxes, labels } = drawStrip(order, { width, top });
    for (const [c, own] of boxes.entries()) still.add(boxesTrace(own, tints[c]!, softInk));
    still.words([
      ...labels,
      { x: width / 2, y: top - 22, text: `<b>${order.name}</b> : ${order.rule}`, size: 14 },
    ]);
  }
  return board.figure({
    alt: [
      `Bloc de ${shape.join(' × ')} (hauteur × largeur × canaux)`,
      ...orders.flatMap((order) => [
        `${order.name}, ${order.rule} : ${listText(order.places.map((place) => place.value))}`,
        ...order.places.map(
          (place, k) => `  case ${k} : y = ${place.y}, x = ${place.x}, canal ${place.c}`,
        ),
      ]),
    ].join('\n'),
    ...switchedSliders(views, traces, width),
    still,
  });
}

function check(shape: readonly [number, number, number]): void {
  const cells = shape[0] * shape[1] * shape[2];
  if (cells <= mostCells && shape[2] <= tints.length) return;
  throw new RangeError(
    impossible(
      'dessiner la bande',
      `le bloc est de ${shapeText(shape)} mais la figure montre ${mostCells} nombres et ${tints.length} canaux au plus`,
      'donnez un bloc plus petit',
    ),
  );
}
