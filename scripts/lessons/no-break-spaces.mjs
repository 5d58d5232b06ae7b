/**
 * Puts the no-break spaces of French typography into the prose of a text: before `: ; ? ! »` and after `«`, and
 * inside what is read in one breath: « 5 × 5 », « 60 000 », « 15 % », « 20 pixels », « = 3 ». Code, formulas and the
 * addresses of links stay as they are.
 * @param {string} text of a NAME.nb.ts
 * @returns {string}
 */
export function withNoBreakSpaces(text) {
  let inProse = false;
  let inFence = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^\/\/ ?%%(\s|$)/.test(line)) {
        inProse = line.includes('[markdown]');
        inFence = false;
        return line;
      }
      if (!inProse || !line.startsWith('//')) return line;
      if (/^\/\/ *```/.test(line)) inFence = !inFence;
      return inFence || /^\/\/ *(```|\|[-:| ]+\|)/.test(line) ? line : inProseLine(line);
    })
    .join('\n');
}

const nbsp = '\u00a0';
const notProse = /`[^`]*`|\$\$?[^$]*\$\$?|\]\([^)]*\)|<[^>]*>/g;

const units =
  '%|°|[hs]|min|ms|µs|[kMG]o|bits?|octets?|degrés?|pixels?|secondes?|minutes?|heures?|époques?|images?|canaux';
/** Each finds the places, one or two spaces long, that must not end a line. */
const together = [
  / (?=[;?!»]|:(?:\s|$|\u0000|\*))/g,
  /(?<=\d|\b[A-Za-z]|\)) × (?=[\d(−]|[A-Za-z]\b)/g,
  /(?<=(?<![\d,.])\d{1,3}(?:\u00a0\d{3})*) (?=\d{3}(?!\d))/g,
  new RegExp(`(?<=\\d) (?=(?:${units})(?![\\p{L}\\d]))`, 'gu'),
  /(?<= =) (?=[−\d])/g,
];

function inProseLine(line) {
  const spared = [];
  const bare = line.replace(notProse, (part) => `\u0000${spared.push(part) - 1}\u0000`);
  return together
    .reduce((text, places) => text.replace(places, (found) => found.replaceAll(' ', nbsp)), bare)
    .replace(/« ?/g, `«${nbsp}`)
    .replace(/\u00a0\u00a0/g, nbsp)
    .replace(/\u0000(\d+)\u0000/g, (_, index) => spared[index]);
}
