/**
 * How long a lesson takes to read, by an estimate that anyone can redo with a pencil. It counts what is in front
 * of the reader once: not the exercises, nor the time spent changing numbers and running cells again, which the
 * hours of the course hold too.
 */
import type { INotebookContent } from '@jupyterlab/nbformat';
import * as figures from '../../lib/src/figures';
import { isFolded, predictionsOf, proseOf, sourceOf } from './lesson-cells';

/**
 * Prose with reasoning in it: slower than the 195 to 240 words a minute of an adult reading a plain text
 * (Trauzettel-Klosinski and Dietz 2012; Brysbaert 2019).
 */
const wordsPerMinute = 180;
/** A line of code is read, not written; imports and folded cells are not read at all. */
const secondsPerLine = 3;
/** To think of an answer, type it, and read the verdict with its explanation. */
const secondsPerQuestion = 40;
/** To look at a figure and move its slider once. */
const secondsPerFigure = 25;

const figureCalls = new RegExp(
  `(?<![\\w.])(?:${Object.keys(figures)
    .filter((name) => /^[a-z]/.test(name))
    .join('|')})\\(`,
  'g',
);

/** What the estimate is made of. */
export interface ReadingTime {
  words: number;
  lines: number;
  questions: number;
  figures: number;
  minutes: number;
}

export function readingTime(notebook: INotebookContent): ReadingTime {
  const { cells } = notebook;
  const code = cells
    .filter((cell) => cell.cell_type === 'code' && !isFolded(cell))
    .map(sourceOf)
    .filter((source) => !/^import\b/.test(source));
  const words = countWords(proseOf(notebook));
  const lines = code.flatMap((source) => source.split('\n')).filter((line) => line.trim()).length;
  const questions = predictionsOf(notebook).length;
  const shown = code.join('\n').match(figureCalls)?.length ?? 0;
  const seconds =
    lines * secondsPerLine + questions * secondsPerQuestion + shown * secondsPerFigure;
  const minutes = words / wordsPerMinute + seconds / 60;
  return { words, lines, questions, figures: shown, minutes };
}

/** Words of markdown; a formula counts as one, signs and the addresses of links as none. */
export function countWords(markdown: string): number {
  return markdown
    .replace(/\$\$[^$]*\$\$|\$[^$\n]*\$/g, ' formule ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
}
