import { impossible, valueText } from '../errors';

/**
 * Refuses an option that is not what it must be.
 *
 * @param valid whether it is
 * @param name how the error names it: « le taux (rate) »
 * @param wanted what it must be: « doit être un nombre fini »
 * @param next what to do: « donnez par exemple alpha: 0.2 »
 */
export function checkOption(
  valid: boolean,
  name: string,
  value: unknown,
  wanted: string,
  next: string,
  doing: string,
): void {
  if (valid) return;
  throw new RangeError(
    impossible(doing, `${name} vaut ${valueText(value)} mais il ${wanted}`, next),
  );
}

/** Refuses a slope that is not a number: `alpha` of leakyRelu and of elu. */
export function checkAlpha(alpha: unknown, usual: number, doing: string): void {
  const next = `donnez par exemple alpha: ${usual}`;
  checkOption(Number.isFinite(alpha), 'alpha', alpha, 'doit être un nombre fini', next, doing);
}
