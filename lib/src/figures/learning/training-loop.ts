import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { accent, ink, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import type { Box } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { polygonTrace } from '../paint/traces/lines';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';

/** The numbers of a training. */
export interface LoopNumbers {
  /** Images to learn from. */
  images: number;
  /** Images that a step learns from. */
  batchSize: number;
  /** How often all images are gone through. */
  epochs: number;
}

interface Stage {
  name: string;
  when: string;
  text: string;
  box: Box;
}

const size = { width: 112, height: 62 };

/**
 * A whole training as a diagram, stage by stage: what is done once before, at each step, after each
 * epoch, once at the end, and how often.
 *
 * @example
 * ```ts
 * trainingLoop({ images: 5000, batchSize: 64, epochs: 6 }).alt.split('\n')[0];
 * // => '79 pas par époque, 6 époques : 474 pas en tout'
 * ```
 */
export function trainingLoop({ images, batchSize, epochs }: LoopNumbers): Figure {
  const steps = Math.ceil(images / batchSize);
  const stages = stagesOf(batchSize);
  const board = new Board(sheetWidth, 400);
  drawTracks(board, steps, epochs);
  for (const { box, name } of stages) {
    board.polygon(corners(box, 0), '#ffffff');
    const lines = name.split('\n');
    board.words(
      lines.map((text, i) => ({
        x: box.x + size.width / 2,
        y: box.y + size.height / 2 + (i - (lines.length - 1) / 2) * 18,
        text,
        size: 13,
      })),
    );
  }
  const draw = ({ box, name, when, text }: Stage, i: number): PlotlyObject[] => [
    polygonTrace(corners(box, 3), 'rgba(194,24,91,0.13)', accent),
    wordsTrace([
      {
        x: 16,
        y: 20,
        text: `<b>${i + 1}. ${name.replace('\n', ' ')}</b> (${when})`,
        size: 15,
        align: 'left',
      },
      { x: 16, y: 380, text, size: 13, colour: ink, align: 'left' },
    ]),
  ];
  const traces = draw(stages[0]!, 0).map((trace) => board.add(trace));
  const labels = stages.map((_, i) => String(i + 1));
  const frames = stages.map((stage, i) => ({ name: labels[i], data: draw(stage, i), traces }));
  const total = `${numberText(steps)} pas par époque, ${numberText(epochs)} époques : ${numberText(steps * epochs)} pas en tout`;
  return board.figure({
    alt: [
      total,
      ...stages.map(
        ({ name, when, text }, i) => `${i + 1}. ${name.replace('\n', ' ')} (${when}) : ${text}`,
      ),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Étape', { width: board.width, film: true }),
  });
}

function stagesOf(batchSize: number): Stage[] {
  const at = (column: number, row: number): Box => ({ x: column, y: row, ...size });
  const lot = `${numberText(batchSize)} images`;
  return [
    {
      name: 'Initialisation',
      when: 'une fois, avant',
      text: 'Les poids reçoivent des valeurs au hasard. On n’y reviendra plus.',
      box: at(12, 96),
    },
    {
      name: `Lot\nde ${lot}`,
      when: 'à chaque pas',
      text: 'Des images tirées au hasard, chacune une seule fois par époque.',
      box: at(168, 96),
    },
    {
      name: 'Passe avant',
      when: 'à chaque pas',
      text: 'Les images traversent le réseau ; il en sort des probabilités.',
      box: at(312, 96),
    },
    {
      name: 'Perte',
      when: 'à chaque pas',
      text: 'L’entropie croisée entre les étiquettes et les probabilités : un seul nombre.',
      box: at(456, 96),
    },
    {
      name: 'Passe arrière',
      when: 'à chaque pas',
      text: 'Le gradient de la perte revient de la sortie vers l’entrée, couche par couche.',
      box: at(456, 216),
    },
    {
      name: 'Mise à jour\ndes poids',
      when: 'à chaque pas',
      text: 'Chaque poids fait un petit pas contre son gradient. Puis le lot suivant.',
      box: at(168, 216),
    },
    {
      name: 'Validation',
      when: 'après chaque époque',
      text: 'On mesure, sans apprendre, sur des images mises de côté : pour choisir et s’arrêter à temps.',
      box: at(606, 96),
    },
    {
      name: 'Test',
      when: 'une fois, à la fin',
      text: 'On mesure une seule fois, sur des images qui n’ont servi à rien d’autre.',
      box: at(712, 216),
    },
  ];
}

/** The arrows, and the frame round what is done at each step. */
function drawTracks(board: Board, steps: number, epochs: number): void {
  board.polygon(corners({ x: 150, y: 52, width: 430, height: 250 }, 0), '#f4f7fb', '#5b9bd5');
  const grey = '#59636e';
  const middle = { top: 127, bottom: 247 };
  board.arrow([126, middle.top], [166, middle.top], grey);
  board.arrow([282, middle.top], [310, middle.top], grey);
  board.arrow([426, middle.top], [454, middle.top], grey);
  board.arrow([512, 158], [512, 214], grey);
  board.arrow([456, middle.bottom], [282, middle.bottom], grey);
  board.arrow([224, 216], [224, 160], grey);
  board.arrow([580, middle.top], [604, middle.top], grey);
  board.line(
    [
      [662, 158],
      [662, 332],
      [380, 332],
    ],
    grey,
    2,
  );
  board.arrow([380, 332], [380, 304], grey);
  board.line(
    [
      [720, middle.top],
      [768, middle.top],
    ],
    grey,
    2,
  );
  board.arrow([768, middle.top], [768, 214], grey);
  board.words([
    { x: 166, y: 72, text: `<b>1 époque = ${numberText(steps)} pas</b>`, size: 13, align: 'left' },
    { x: 368, y: 232, text: 'gradients', size: 12, colour: softInk },
    { x: 234, y: 188, text: 'lot suivant', size: 12, colour: softInk, align: 'left' },
    {
      x: 392,
      y: 346,
      text: `époque suivante : ${numberText(epochs)} époques`,
      size: 12,
      colour: softInk,
      align: 'left',
    },
    { x: 776, y: 170, text: 'à la fin', size: 12, colour: softInk, align: 'left' },
  ]);
}

function corners({ x, y, width, height }: Box, grow: number): [number, number][] {
  return [
    [x - grow, y - grow],
    [x + width + grow, y - grow],
    [x + width + grow, y + height + grow],
    [x - grow, y + height + grow],
  ];
}
