import { impossible } from '../../errors';
import { softmax } from '../../ops/softmax';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { switchedSliders, type SliderView } from '../paint/switched-sliders';
import { toVector, type VectorInput } from '../vector-input';
import { columns, drawFrame, percentText, rowTop, steady, type Distribution } from './rows';

/** Beyond, sliders for single logits would be a crowd: only the temperature moves. */
const mostSliders = 5;
const mostClasses = 12;
const temperatures = [0.1, 0.2, 0.5, 1, 2, 5, 10, 100];

/**
 * Logits, their exponentials and their probabilities, with a slider for each logit (up to five) and
 * one for the temperature. Buttons choose the slider; the other quantities keep the given values.
 *
 * @param logits one number a class, at most 12
 * @param options.names of the classes; by default « classe 0 », « classe 1 » …
 * @param options.temperature what the logits are divided by, above 0; default 1
 * @throws RangeError when there are no logits, more than 12, or not as many names
 *
 * @example
 * ```ts
 * softmaxBars([2, 1, 0.1], { names: ['chat', 'chien', 'oiseau'] });
 * ```
 */
export function softmaxBars(
  logits: VectorInput,
  options: { names?: readonly string[]; temperature?: number } = {},
): Figure {
  const base = toVector(logits, 'les logits');
  const names = options.names ?? base.map((_, i) => `classe ${i}`);
  const temperature = options.temperature ?? 1;
  check(base, names);
  const at = (z: readonly number[], t: number): Distribution => ({
    logits: z,
    temperature: t,
    probabilities: softmax([...z], { temperature: t }),
  });
  const moves = [-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5];
  const reach = Math.max(1, ...base.map((z) => Math.abs(z) + 2.5));
  const draw = (distribution: Distribution): SliderView['steps'][0]['data'] =>
    drawFrame(distribution, reach);

  const board = new Board(sheetWidth, rowTop(base.length) + 64);
  steady(board, names, reach);
  const traces = draw(at(base, temperature)).map((trace) => board.add(trace));
  const perLogit = base.length > mostSliders ? [] : base;
  const views: SliderView[] = perLogit.map((z, i) => ({
    button: `logit ${names[i]}`,
    prefix: `Logit ${names[i]}`,
    active: moves.indexOf(0),
    steps: moves.map((move) => ({
      label: numberText(z + move),
      data: draw(
        at(
          base.map((other, j) => (j === i ? z + move : other)),
          temperature,
        ),
      ),
    })),
  }));
  const heat = [...new Set([...temperatures, temperature])].sort((a, b) => a - b);
  views.push({
    button: 'température',
    prefix: 'Température T',
    active: heat.indexOf(temperature),
    steps: heat.map((t) => ({ label: numberText(t), data: draw(at(base, t)) })),
  });
  const still = new Board(sheetWidth, board.height - columns.top);
  steady(still, names, reach, -columns.top);
  for (const trace of drawFrame(at(base, temperature), reach, -columns.top)) still.add(trace);
  board.words([
    {
      x: sheetWidth - 24,
      y: board.height - 12,
      text: hint,
      size: 12,
      colour: softInk,
      align: 'right',
    },
  ]);
  return board.figure({
    alt: [
      `Logits : ${base.map((z, i) => `${names[i]} ${numberText(z, 4)}`).join(', ')}`,
      ...heat.map((t) => `T = ${numberText(t)} : ${shares(at(base, t), names)}`),
      ...perLogit.flatMap((z, i) =>
        [-2.5, 2.5].map((move) => {
          const moved = base.map((other, j) => (j === i ? z + move : other));
          const where = `Logit ${names[i]} à ${numberText(z + move)} (T = ${numberText(temperature)})`;
          return `${where} : ${shares(at(moved, temperature), names)}`;
        }),
      ),
    ].join('\n'),
    ...switchedSliders(views, traces, board.width),
    still,
  });
}

const hint = 'un seul curseur à la fois : les autres valeurs restent celles que vous avez données';

function shares({ probabilities }: Distribution, names: readonly string[]): string {
  return probabilities.map((p, i) => `${names[i]} ${percentText(p)}`).join(', ');
}

function check(logits: readonly number[], names: readonly string[]): void {
  const doing = 'dessiner softmax';
  if (logits.length > mostClasses) {
    throw new RangeError(
      impossible(
        doing,
        `il y a ${logits.length} logits mais la figure en montre ${mostClasses} au plus`,
        'donnez les plus grands, avec leurs noms',
      ),
    );
  }
  if (names.length !== logits.length) {
    throw new RangeError(
      impossible(
        doing,
        `il y a ${logits.length} logits mais ${names.length} noms`,
        'donnez un nom par logit',
      ),
    );
  }
}
