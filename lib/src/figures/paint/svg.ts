import { sheetWidth } from './board';
import { fontFamily, paper } from './colours';

/**
 * An SVG file of some parts on white paper; what is wider than a sheet is made smaller. Its title and its words are
 * read aloud where it stands in a page.
 */
export function svgSheet(
  view: { width: number; height: number },
  title: string,
  parts: readonly string[],
  words = '',
): { svg: string; width: number; height: number } {
  const scale = Math.min(1, sheetWidth / view.width);
  const [width, height] = [Math.floor(view.width * scale), Math.ceil(view.height * scale)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${view.width} ${view.height}" font-family="${fontFamily}" role="img">`,
    `<title>${escaped(title)}</title>`,
    ...(words === '' ? [] : [`<desc>${escaped(words)}</desc>`]),
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    ...parts,
    '</svg>',
  ].join('');
  return { svg, width, height };
}

/** Words, their anchor at the left unless `more` says otherwise. */
export function svgWords(
  x: number,
  y: number,
  text: string,
  size: number,
  colour: string,
  more = '',
): string {
  if (text === '') return '';
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-size="${size}" fill="${colour}" ${more}>${escaped(text)}</text>`;
}

/** About as wide as DejaVu Sans sets a text, in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  const narrow = text.replace(/[^ ,.·:;!|'’()ijlt1\u00a0]/g, '').length;
  return size * (bold ? 1.13 : 1) * (0.63 * (text.length - narrow) + 0.4 * narrow);
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What a page or a drawing may hold between its tags. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
