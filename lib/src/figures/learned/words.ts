import { numberText } from '../paint/numbers';

/** The name of a class, else its number. */
export function className(place: number, names: readonly string[] | undefined): string {
  return names?.[place] ?? `classe ${place}`;
}

/** « 93,4 % ». */
export function percent(share: number): string {
  return `${numberText(100 * share, 1)}\u00a0%`;
}

/** « 12,4 points », of a probability. */
export function points(share: number): string {
  return `${numberText(100 * share, 1)}\u00a0point${Math.abs(100 * share) < 1.95 ? '' : 's'}`;
}
