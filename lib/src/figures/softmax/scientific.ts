import { numberText } from '../paint/numbers';

/** A number with four digits that count, by a power of ten where it is far from 1: « 1,014×10³⁰⁴ ». */
export function scientificText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return numberText(value);
  if (size >= 1e-3 && size < 1e5) {
    return numberText(value, Math.max(0, 3 - Math.floor(Math.log10(size))));
  }
  const [digits = '', exponent = ''] = value.toExponential(2).split('e');
  return `${numberText(Number(digits))}×10${raised(Number(exponent))}`;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function raised(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]);
  return `${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}
