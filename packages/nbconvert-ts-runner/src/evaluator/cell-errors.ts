/** Errors of cells in words a student reads: what happened, which cell, which line, and the line itself. */
import type { RunEnd } from './pending';
import { plainDiagnostics } from './plain-diagnostics';
import type { CellError, Diagnostic } from './types';
import type { Thrown } from './wire/messages';

/** What a reader sees of a cell: its name and its text. */
export interface CellSource {
  label: string;
  source: string;
}

const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;

/** TypeScript refused the cell; nothing of it ran. */
export function compileError(all: Diagnostic[], source: string): CellError {
  const diagnostics = plainDiagnostics(all);
  const first = diagnostics[0]!;
  const lines = diagnostics
    .slice(0, maxShown)
    .flatMap((found) => [
      `ligne ${found.line}, colonne ${found.column} : ${found.message} (TS${found.code})`,
      ...excerpt(source, found.line, found.column, found.length),
    ]);
  const more = diagnostics.length - maxShown;
  return {
    kind: 'compile',
    ename: 'TypeScript',
    evalue: `ligne ${first.line} : ${first.message} (TS${first.code})`,
    traceback: [
      red("TypeScript refuse cette cellule : rien n'a été exécuté."),
      ...lines,
      ...(more > 0 ? [`… et ${more} autre${more > 1 ? 's' : ''}.`] : []),
      ...(diagnostics.some(({ code }) => unknownName.includes(code)) ? [whereNamesCome] : []),
    ],
  };
}

const maxShown = 6;

/** « Cannot find name », with the name that may have been meant, and of `{ name }`. */
const unknownName = [2304, 2552, 18004];

const whereNamesCome =
  'Un nom est inconnu\u00a0: exécutez d’abord la cellule qui le définit, ou corrigez la faute de frappe.';

/** The cell's code threw. */
export function runtimeError(
  thrown: Thrown,
  cells: (cell: number) => CellSource | undefined,
): CellError {
  const lines = thrown.frames.slice(0, maxShown).flatMap(({ cell, line, name }, index) => {
    const found = cells(cell);
    const where = `${found?.label ?? 'cellule'}, ligne ${line}${name ? `, dans ${name}` : ''}`;
    const shown = found && line > 0 && index < 2 ? excerpt(found.source, line) : [];
    return line > 0 ? [`  ${where}`, ...shown] : [];
  });
  return {
    kind: 'runtime',
    ename: thrown.name,
    evalue: thrown.message,
    traceback: [red(`${thrown.name} : ${thrown.message}`), ...outside(thrown), ...lines],
  };
}

/** Frames of a library above the cell say where to look, but come after the message and are few. */
function outside(thrown: Thrown): string[] {
  return thrown.frames.length > 0 ? [] : thrown.outside.map((line) => `  ${line}`);
}

/** The run ended without a word from the cell: an interrupt, a time limit, a dead executor. */
export function stopped(kind: CellError['kind'], evalue: string): CellError {
  return { kind, ename: enames[kind], evalue, traceback: [red(`${enames[kind]} : ${evalue}`)] };
}

const enames: Record<CellError['kind'], string> = {
  compile: 'TypeScript',
  runtime: 'Error',
  interrupted: 'Interruption',
  timeout: 'Délai dépassé',
  'executor-died': 'Exécuteur arrêté',
};

/**
 * Why the executor is no more, for the reader of the cell that was running.
 * @param during a sentence: what a library in the cell was watching over
 */
export function deathError(end: Extract<RunEnd, { kind: 'dead' }>, during?: string): CellError {
  const what =
    end.reason === 'exit'
      ? `le programme a été quitté (${end.detail}), sans doute par process.exit()`
      : end.reason === 'too-large'
        ? `la sortie est trop grande (${end.detail})`
        : `le processus s'est arrêté (${end.detail})`;
  return stopped(
    'executor-died',
    [
      `${what}.`,
      ...(during === undefined ? [] : [during]),
      'Un nouvel exécuteur a démarré : exécutez de nouveau les cellules précédentes.',
    ].join(' '),
  );
}

/** The source line with its number, and a mark under what is meant. */
function excerpt(source: string, line: number, column = 0, length = 0): string[] {
  const text = source.split('\n')[line - 1];
  if (text === undefined) return [];
  const gutter = `${String(line).padStart(6)} | `;
  const mark = ' '.repeat(gutter.length + column - 1) + '^'.repeat(Math.min(length, 60));
  return [gutter + text, ...(column > 0 ? [mark] : [])];
}
