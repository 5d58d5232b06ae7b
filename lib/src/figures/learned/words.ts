import { numberText } from '../paint/numbers';

/** The name of a class, else its number. */
export function className(place: number, names: readonly string[] | undefined): string {
  return names?.[place] ?? `classe ${place}`;
}

/** « 93,4 % ». */
export function percent(share: number): string {
  return `${numberText(100 * share, 1)}\u00a0%`;
}

/** « 12,4 points de moins », of a probability that falls by that share; of one that rises « de plus ». */
export function change(fall: number): string {
  const size = Number((100 * Math.abs(fall)).toFixed(1));
  const rises = fall < 0 && size > 0;
  return `${numberText(size, 1)}\u00a0point${size < 2 ? '' : 's'} de ${rises ? 'plus' : 'moins'}`;
}
