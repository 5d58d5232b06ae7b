/** What a cell threw, taken apart into plain data that our side can show. */
import { inspect } from 'node:util';
import type { Thrown } from '../wire/messages';

/** How a cell is named in a stack; our side turns it back into a cell of the notebook. */
export const cellFile = (cell: number): string => `convolab-cell-${cell}.js`;

const framePattern = /^\s+at (?:(.*?) \()?(?:.*[\\/])?(?:convolab-cell-(\d+)\.js):(\d+):\d+\)?$/;

/** Raised inside a cell when the reader interrupts it. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** @param lineOf from a cell and a line of its JavaScript to the line that was written */
export function describeThrown(
  thrown: unknown,
  lineOf: (cell: number, jsLine: number) => number,
): Thrown {
  const error = thrown instanceof Error || isErrorLike(thrown) ? (thrown as Error) : null;
  const stack = typeof error?.stack === 'string' ? error.stack.split('\n') : [];
  const frames: Thrown['frames'] = [];
  const outside: string[] = [];
  for (const text of stack.filter((line) => /^\s+at /.test(line))) {
    const match = framePattern.exec(text);
    if (match) {
      const cell = Number(match[2]);
      frames.push({ cell, line: lineOf(cell, Number(match[3]) - 1), name: nameOf(match[1]) });
    } else if (frames.length === 0 && !/node:|executor\.cjs/.test(text)) {
      outside.push(text.trim());
    }
  }
  return {
    name: error ? String(error.name || 'Error') : 'Exception',
    message: error ? messageOf(error) : inspect(thrown),
    frames,
    outside: outside.slice(0, 8),
    interrupted: thrown instanceof Interrupted,
  };
}

function isErrorLike(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Error]';
}

/** The function's name, without what the evaluator put around the cell. */
function nameOf(text: string | undefined): string {
  const name = (text ?? '').replace(/^async /, '').replace(/^(?:Proxy|Object)\./, '');
  return name === '<anonymous>' ? '' : name;
}

function messageOf(error: Error): string {
  const cause = (error as { cause?: unknown }).cause;
  return String(error.message) + (cause === undefined ? '' : `\nCause : ${inspect(cause)}`);
}
