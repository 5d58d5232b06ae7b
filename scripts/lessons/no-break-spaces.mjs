/**
 * Puts the no-break spaces of French typography into the prose of a text: before `: ; ? ! »` and after `«`. Code,
 * formulas and the addresses of links stay as they are.
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

function inProseLine(line) {
  const spared = [];
  const bare = line.replace(notProse, (part) => `\u0000${spared.push(part) - 1}\u0000`);
  return bare
    .replace(/ (?=[;?!»]|:(?:\s|$|\u0000|\*))/g, nbsp)
    .replace(/« ?/g, `«${nbsp}`)
    .replace(/\u00a0\u00a0/g, nbsp)
    .replace(/\u0000(\d+)\u0000/g, (_, index) => spared[index]);
}
