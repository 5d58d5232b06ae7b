import { impossible } from '../../errors';
import { differenceErrors } from '../../learning/difference-errors';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';

/** From 1 down to 1e-15: where rounding has long won. */
const exponents = Array.from({ length: 31 }, (_, i) => -i / 2);
const smallest = 1e-14;
const [blue, orange] = seriesColours;

/**
 * How far differences are from a derivative, for steps h from 1 to 1e-15, on logarithmic axes: the
 * one-sided difference (f(x + h) - f(x)) / h and the centred one (f(x + h) - f(x - h)) / 2h. Large steps
 * miss the curve, tiny ones drown in rounding. A derivative that is wrong shows as a line that stays up.
 *
 * @param f of one number
 * @param derivative what you believe f'(x) is: a number
 * @param x where
 * @throws RangeError when f or the derivative is not finite at x
 *
 * @example
 * ```ts
 * gradientErrors((x) => x * x, 6, 3).alt.split('\n')[1]; // => 'différence centrée : plus petite erreur 0e+0 pour h = 1e+0'
 * ```
 */
export function gradientErrors(f: (x: number) => number, derivative: number, x: number): Figure {
  if (!Number.isFinite(f(x)) || !Number.isFinite(derivative)) {
    throw new RangeError(
      impossible(
        'comparer une dérivée à des différences',
        `f(${x}) vaut ${f(x)} et la dérivée donnée ${derivative}, mais il faut des nombres finis`,
        'choisissez un autre x, ou vérifiez f',
      ),
    );
  }
  const steps = exponents.map((exponent) => 10 ** exponent);
  const found = steps.map((h) => differenceErrors(f, derivative, x, h));
  const kinds = [
    {
      name: 'différence à droite',
      dash: 'dash',
      symbol: 'square',
      colour: orange,
      errors: found.map(({ right }) => right),
    },
    {
      name: 'différence centrée',
      dash: 'solid',
      symbol: 'circle',
      colour: blue,
      errors: found.map(({ centred }) => centred),
    },
  ];
  const board = new Board(760, 410);
  const axis = { type: 'log', exponentformat: 'power', dtick: 2 };
  const axes = board.chart(
    { x: 90, y: 80, width: 640, height: 262 },
    {
      x: { ...axis, title: 'h (échelle logarithmique)', range: [-15.3, 0.3] },
      y: { ...axis, title: 'erreur relative (échelle logarithmique)', range: [-14.3, 1] },
    },
  );
  kinds.forEach(({ name, dash, symbol, colour, errors }, i) => {
    const style = {
      type: 'scatter',
      mode: 'lines+markers',
      line: { color: colour, width: 2, dash },
      marker: { color: colour, size: 7, symbol },
    };
    board.add({
      ...axes,
      ...style,
      x: steps,
      // A logarithm knows no zero: an error of 0 is drawn at the bottom.
      y: errors.map((error) => Math.max(smallest, error)),
      hoverinfo: 'x+y',
    });
    const at = 400 + i * 180;
    board.add({ ...style, x: [at, at + 14, at + 28], y: [64, 64, 64] });
    board.words([{ x: at + 36, y: 64, text: name, size: 13, align: 'left' }]);
  });
  board.words([
    {
      x: 24,
      y: 20,
      text: `<b>Dérivée annoncée : ${numberText(derivative, 6)}</b>`,
      size: 15,
      align: 'left',
    },
    {
      x: 24,
      y: 42,
      text: 'à droite, h trop grand ; à gauche, l’arrondi l’emporte',
      size: 12,
      colour: softInk,
      align: 'left',
    },
  ]);
  const best = kinds.map(({ name, errors }) => {
    const least = Math.min(...errors);
    const h = steps[errors.indexOf(least)]!;
    return `${name} : plus petite erreur ${least.toExponential(0)} pour h = ${h.toExponential(0)}`;
  });
  return board.figure({
    alt: [
      `Dérivée annoncée en x = ${numberText(x, 4)} : ${numberText(derivative, 6)}`,
      ...best.reverse(),
    ].join('\n'),
  });
}
