import type { TextCell } from './model';

/**
 * Marks in a cell's source, each alone on its line:
 * code `// BEGIN SOLUTION` … `// END SOLUTION`, then any number of `// STUB| code`;
 * markdown `<!-- BEGIN SOLUTION -->` … `<!-- END SOLUTION -->`.
 */
const BEGIN = /^\s*(?:\/\/ ?BEGIN SOLUTION|<!-- BEGIN SOLUTION -->)\s*$/;
const END = /^(\s*)(?:\/\/ ?END SOLUTION|<!-- END SOLUTION -->)\s*$/;
const STUB = /^(\s*)\/\/ ?STUB\|(?: (.*)|(.*))$/;

export interface SolutionPart {
  kind: 'solution';
  /** Lines between the two marks. */
  lines: string[];
  /** The marks' own lines. */
  begin: string;
  end: string;
  /** `// STUB|` lines as written. */
  stubs: string[];
}

/** A stretch of a cell's lines. */
export type Part = { kind: 'public'; lines: string[] } | SolutionPart;

/**
 * Cuts a source into public stretches and solution blocks.
 * @throws RangeError if marks do not pair, or a stub stands elsewhere than right after a block
 */
export function splitSolutions(source: string): Part[] {
  const parts: Part[] = [];
  let block: SolutionPart | undefined;
  for (const line of source.split('\n')) {
    const last = parts.at(-1);
    if (BEGIN.test(line)) {
      if (block) throw new RangeError('BEGIN SOLUTION inside a solution; end the first one before');
      block = { kind: 'solution', lines: [], begin: line, end: '', stubs: [] };
    } else if (END.test(line)) {
      if (!block) throw new RangeError('END SOLUTION without BEGIN SOLUTION; add the missing mark');
      parts.push({ ...block, end: line });
      block = undefined;
    } else if (block) {
      block.lines.push(line);
    } else if (STUB.test(line)) {
      if (last?.kind !== 'solution') {
        throw new RangeError('STUB| stands alone; put it right after an END SOLUTION');
      }
      last.stubs.push(line);
    } else if (last?.kind === 'public') {
      last.lines.push(line);
    } else {
      parts.push({ kind: 'public', lines: [line] });
    }
  }
  if (block) throw new RangeError('BEGIN SOLUTION is never ended; add END SOLUTION');
  return parts;
}

/** True if the cell holds a solution block (or a mark that would not pair). */
export function hasSolution(source: string): boolean {
  return source.split('\n').some((line) => BEGIN.test(line) || END.test(line) || STUB.test(line));
}

/** The solution edition's source: everything but the stubs. */
export function withoutStubs(source: string): string {
  if (!hasSolution(source)) return source;
  return splitSolutions(source)
    .flatMap((part) =>
      part.kind === 'public' ? part.lines : [part.begin, ...part.lines, part.end],
    )
    .join('\n');
}

/**
 * The student's source: each block gives way to its stub. Without `// STUB|` lines that is, in code,
 * `throw new Error('conv1d : à compléter.');` at the block's indent; in markdown, nothing.
 * @throws RangeError if a default stub is wanted and the cell names no exercise
 */
export function withoutSolutions(cell: TextCell): string {
  if (!hasSolution(cell.source)) return cell.source;
  return splitSolutions(cell.source)
    .flatMap((part) => {
      if (part.kind === 'public') return part.lines;
      if (part.stubs.length > 0) return part.stubs.map(stubCode);
      return cell.kind === 'code' ? [defaultStub(cell, indentOf(part.end))] : [];
    })
    .join('\n');
}

/** The code that a `// STUB|` line stands for, at that line's indent. */
export function stubCode(line: string): string {
  return line.replace(STUB, '$1$2$3');
}

function defaultStub(cell: TextCell, indent: string): string {
  if (cell.exercise === undefined) {
    throw new RangeError(
      'a solution stands in a cell of no exercise; add exercise=… to its header, or // STUB| lines',
    );
  }
  return `${indent}throw new Error('${cell.exercise} : à compléter.');`;
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

/**
 * Puts the `// STUB|` lines of `oldSource` behind the blocks of `newSource`, which comes from a
 * notebook, where stubs do not stand.
 * @throws RangeError if the number of blocks changed, so that nobody can say which stub goes where
 */
export function restoreStubs(newSource: string, oldSource: string): string {
  const stubs = solutionParts(oldSource).map((part) => part.stubs);
  if (stubs.every((lines) => lines.length === 0)) return newSource;
  const parts = splitSolutions(newSource);
  const blocks = parts.filter(isSolution);
  if (blocks.some((block) => block.stubs.length > 0)) return newSource;
  if (blocks.length !== stubs.length) {
    throw new RangeError(
      `the text has ${String(stubs.length)} solution blocks with // STUB| lines, the notebook has ` +
        `${String(blocks.length)} blocks; bring the text to as many blocks by hand, then pull again`,
    );
  }
  return parts
    .flatMap((part) =>
      part.kind === 'public'
        ? part.lines
        : [part.begin, ...part.lines, part.end, ...(stubs[blocks.indexOf(part)] ?? [])],
    )
    .join('\n');
}

/** The solution blocks of a source, without what stands around them. */
export function solutionParts(source: string): SolutionPart[] {
  if (!hasSolution(source)) return [];
  return splitSolutions(source).filter(isSolution);
}

function isSolution(part: Part): part is SolutionPart {
  return part.kind === 'solution';
}
