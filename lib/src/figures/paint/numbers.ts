const noBreak = '\u00a0';

/**
 * A number as French prints it: a true minus sign, a decimal comma, thousands apart.
 *
 * @param decimals most digits behind the comma; whole numbers get none
 */
export function numberText(value: number, decimals = 2): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const rounded = Number(value.toFixed(decimals));
  const [whole = '0', fraction] = Math.abs(rounded).toString().split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, noBreak) : whole;
  return `${rounded < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A number as a factor or a term: negative ones in brackets. */
export function termText(value: number): string {
  const text = numberText(value);
  return text.startsWith('−') ? `(${text})` : text;
}

/** « 1×0 », the notation of the sliding window: value of the input, then weight of the kernel. */
export function productText(value: number, weight: number): string {
  return `${termText(value)}×${termText(weight)}`;
}

/** Terms and their sum: « 1 + (−2) = −1 ». */
export function sumText(terms: readonly number[]): string {
  const sum = terms.reduce((total, term) => total + term, 0);
  return `${terms.map(termText).join(' + ')} = ${numberText(sum)}`;
}

/** A matrix in one line, as code writes it: « [[4, 3, 4], [2, 4, 3]] », with French numbers. */
export function matrixText(matrix: readonly (readonly number[])[]): string {
  return `[${matrix.map(listText).join(', ')}]`;
}

/** A list of numbers in one line: « [−2 ; 2 ; 1] », apart by semicolons when one has a comma. */
export function listText(values: readonly number[]): string {
  const texts = values.map((value) => numberText(value));
  return `[${texts.join(texts.some((text) => text.includes(',')) ? ' ; ' : ', ')}]`;
}

/** Smallest and greatest number of a matrix. */
export function extent(matrix: readonly (readonly number[])[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const row of matrix) {
    for (const value of row) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
