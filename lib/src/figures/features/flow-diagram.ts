import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { ink, softInk } from '../paint/colours';

const boxHeight = 74;
const rowHeight = 150;
const fills = ['#dbeafa', '#fdebd3'];
const edges = ['#5b9bd5', '#e08a2b'];

/**
 * Steps one after the other, from left to right, a row for each phase: « Apprentissage », then
 * « Prédiction ».
 *
 * @param rows name of the phase and its steps, in order; `|` in a step breaks its line
 *
 * @example
 * ```ts
 * flowDiagram({ Prédiction: ['image|nouvelle', 'modèle', 'étiquette'] });
 * ```
 */
export function flowDiagram(rows: Readonly<Record<string, readonly string[]>>): Figure {
  const phases = Object.entries(rows);
  const most = Math.max(1, ...phases.map(([, steps]) => steps.length));
  const step = Math.min(210, Math.floor((sheetWidth - 36) / most));
  const board = new Board(Math.max(420, most * step + 36), phases.length * rowHeight + 12);
  for (const [row, [phase, steps]] of phases.entries()) {
    const top = 44 + row * rowHeight;
    board.words([{ x: 24, y: top - 20, text: `<b>${phase}</b>`, size: 15, align: 'left' }]);
    for (const [i, text] of steps.entries()) {
      const left = 24 + i * step;
      const width = step - 36;
      board.polygon(corners(left, top, width), fills[row % 2] ?? '#ffffff', edges[row % 2]);
      const lines = text.split('|');
      board.words(
        lines.map((line, number) => ({
          x: left + width / 2,
          y: top + boxHeight / 2 + (number - (lines.length - 1) / 2) * 18,
          text: line,
          size: Math.min(14, (width * 1.6) / line.length),
          colour: ink,
        })),
      );
      if (i + 1 < steps.length) {
        const y = top + boxHeight / 2;
        board.arrow([left + width + 5, y], [left + step - 5, y], softInk);
      }
    }
  }
  return board.figure({
    alt: phases
      .map(
        ([phase, steps]) => `${phase} : ${steps.map((one) => one.replace(/\|/g, ' ')).join(' → ')}`,
      )
      .join('\n'),
  });
}

function corners(x: number, y: number, width: number): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + boxHeight],
    [x, y + boxHeight],
  ];
}
