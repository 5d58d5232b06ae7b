import type { ParsedCell, ParsedText } from './model';
import { hasSolution, solutionParts, splitSolutions, stubCode } from './solution-blocks';
import { TextError } from './text-error';

/**
 * Lines shorter than this, blanks collapsed, say too little to be called a solution:
 * `const out = [];` is anybody's.
 */
export const MIN_SECRET_LENGTH = 16;

export interface Leak {
  /** The file of the student edition where it was found. */
  path: string;
  /** The line of the solution, blanks collapsed. */
  line: string;
  /** The text that it comes from. */
  from: string;
}

/**
 * Looks for lines of solutions in what students receive. A line that also stands outside solution
 * blocks, in any text, is public and no leak.
 *
 * @param texts all texts of the course, with their paths
 * @param files all files under exercises/: path and content
 */
export function findSolutionText(
  texts: { path: string; text: ParsedText }[],
  files: { path: string; content: string }[],
): Leak[] {
  const publicText = texts
    .flatMap(({ text }) => text.cells.flatMap(publicLines))
    .map(collapse)
    .join('\n');
  const secrets = texts
    .flatMap(({ path, text }) =>
      text.cells.flatMap(secretLines).map((line) => ({ from: path, line: collapse(line) })),
    )
    .filter(({ line }) => line.length >= MIN_SECRET_LENGTH && !publicText.includes(line));
  return files.flatMap(({ path, content }) => {
    const shown = readable(content).split('\n').map(collapse).join('\n');
    return secrets
      .filter(({ line }) => shown.includes(line))
      .map((secret) => ({ path, ...secret }));
  });
}

/**
 * Asserts that students receive no line of a solution.
 * @throws TextError naming the first leak: the file, the line, the text it comes from
 */
export function assertNoSolutionText(...args: Parameters<typeof findSolutionText>): void {
  const leak = findSolutionText(...args)[0];
  if (leak !== undefined) {
    throw new TextError(`holds a line of a solution of ${leak.from}: "${leak.line}"`, leak.path);
  }
}

function secretLines(cell: ParsedCell): string[] {
  return solutionParts(cell.source).flatMap((part) => part.lines);
}

function publicLines({ source }: ParsedCell): string[] {
  if (!hasSolution(source)) return source.split('\n');
  return splitSolutions(source).flatMap((part) =>
    part.kind === 'public' ? part.lines : part.stubs.map(stubCode),
  );
}

/** JSON (a notebook, public cases) as all its strings, multi-line sources joined; else as it is. */
function readable(content: string): string {
  try {
    return strings(JSON.parse(content)).join('\n');
  } catch {
    return content;
  }
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string')
      ? [value.join('')]
      : value.flatMap(strings);
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)]);
}

function collapse(line: string): string {
  return line.trim().replace(/\s+/g, ' ');
}
