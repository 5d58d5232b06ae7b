import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { picture } from '../forward-pass/stage-view';
import { Board, sheetWidth } from '../paint/board';
import { hairline, ink, softInk } from '../paint/colours';
import type { Box } from '../paint/grid';
import { sharedRange } from '../paint/matrix-view';
import { numberText } from '../paint/numbers';
import { switchedSliders } from '../paint/switched-sliders';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { answerText, answerTraces } from './answer';
import { readExample, type Head, type HeadExample, type ReadExample } from './read-heads';

export type { Head, HeadAnswer, HeadExample } from './read-heads';

const middle = 218;
const width = sheetWidth;
const image: Box = { x: 20, y: middle - 66, width: 132, height: 132 };
const features: Box = { x: 226, y: middle - 80, width: 160, height: 160 };
const head: Box = { x: 428, y: middle - 62, width: 166, height: 124 };
const answer: Box = { x: 634, y: middle - 92, width: 184, height: 184 };

/**
 * One image, one set of features, several heads: buttons change the head, a slider the image.
 *
 * @param heads name of a head, its layers and its parameters
 * @param examples images with their features and the answer of each head
 * @throws RangeError when there is no head or no example, or an answer is missing
 */
export function headSwap(
  heads: Readonly<Record<string, Head>>,
  examples: readonly HeadExample[],
): Figure {
  const names = Object.keys(heads);
  const read = examples.map((example) => readExample(example, names));
  const first = read[0];
  const [firstHead] = names;
  if (first === undefined || firstHead === undefined) {
    throw new RangeError(
      impossible(
        'dessiner les têtes',
        `il y a ${names.length} tête(s) et ${read.length} image(s)`,
        'donnez au moins une tête et une image',
      ),
    );
  }
  const [, most] = sharedRange(read.flatMap((example) => example.features));
  const range: [number, number] = [-most, most];
  const draw = (name: string, example: ReadExample, shift = 0): PlotlyObject[] => [
    picture(example.image, moved(image, shift), 'grey', [0, 1]),
    ...mapBoxes(example.features.length).map((box, c) =>
      picture(example.features[c]!, moved(box, shift), 'signed', range),
    ),
    wordsTrace(headWords(name, heads[name]!, shift)),
    ...answerTraces(example, example.answers[name]!, moved(answer, shift), moved(head, shift)),
  ];
  const board = new Board(width, 372);
  drawFrame(board, first);
  const traces = draw(firstHead, first).map((trace) => board.add(trace));
  const views = names.map((name) => ({
    button: name,
    prefix: 'Image',
    steps: read.map((example) => ({ label: example.name, data: draw(name, example) })),
  }));

  const step = 268;
  const still = new Board(width, names.length * step + 20);
  for (const [i, name] of names.entries()) {
    const shift = i * step - 84;
    drawFrame(still, first, shift);
    for (const trace of draw(name, first, shift)) still.add(trace);
  }
  return board.figure({
    alt: [
      ...names.map(
        (name) =>
          `Tête « ${name} » : ${heads[name]!.layers}, ${heads[name]!.parameters} paramètres`,
      ),
      ...read.flatMap((example) =>
        names.map((name) => `${example.name}, ${name} : ${answerText(example.answers[name]!)}`),
      ),
    ].join('\n'),
    ...switchedSliders(views, traces, width),
    still,
  });
}

function moved(box: Box, shift: number): Box {
  return { ...box, y: box.y + shift };
}

/** Two maps a row. */
function mapBoxes(maps: number): Box[] {
  const side = (features.width - 8) / 2;
  return Array.from({ length: maps }, (_, c) => ({
    x: features.x + (c % 2) * (side + 8),
    y: features.y + Math.floor(c / 2) * (side + 8),
    width: side,
    height: side,
  }));
}

function drawFrame(board: Board, first: ReadExample, shift = 0): void {
  const y = middle + shift;
  const [top, bottom] = [head.y + shift, head.y + head.height + shift];
  const [left, right] = [head.x, head.x + head.width];
  board.polygon(
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    '#fdebd3',
    hairline,
  );
  const numbers = first.features.length * (first.features[0]?.flat().length ?? 0);
  board.words([
    { x: image.x + 66, y: image.y + shift - 18, text: '<b>image</b>' },
    { x: features.x + 80, y: features.y + shift - 18, text: '<b>caractéristiques</b>' },
    {
      x: features.x + 80,
      y: features.y + features.height + shift + 16,
      text: `${numbers} nombres, les mêmes pour chaque tête`,
      size: 12,
      colour: softInk,
    },
    { x: 189, y: y - 22, text: 'partie 1', size: 12, colour: softInk },
    { x: 189, y: y + 20, text: 'gelée', size: 12, colour: softInk },
  ]);
  board.arrow([image.x + image.width + 6, y], [features.x - 8, y], ink);
  board.arrow([features.x + features.width + 8, y], [left - 6, y], ink);
  board.arrow([right + 6, y], [answer.x - 8, y], ink);
}

function headWords(
  name: string,
  { layers, parameters }: Head,
  shift: number,
): { x: number; y: number; text: string; size: number; colour?: string }[] {
  const x = head.x + head.width / 2;
  const lines = layers.split(', ');
  return [
    { x, y: middle - 40 + shift, text: `<b>${name}</b>`, size: Math.min(15, 230 / name.length) },
    ...lines.map((text, i) => ({
      x,
      y: middle - 12 + i * 19 + shift,
      text,
      size: Math.min(13, 240 / text.length),
    })),
    {
      x,
      y: middle + 44 + shift,
      text: `${numberText(parameters)} paramètres`,
      size: 12,
      colour: softInk,
    },
  ];
}
