/** What a cell threw, taken apart into plain data that our side can show. */
import { inspect } from 'node:util';
import { cut, textLimits } from '../wire/limits';
import type { Thrown } from '../wire/messages';

/** How a cell is named in a stack; our side turns it back into a cell of the notebook. */
export const cellFile = (cell: number): string => `convolab-cell-${cell}.js`;

const framePattern = /^\s+at (?:(.*?) \()?(?:.*[\\/])?(?:convolab-cell-(\d+)\.js):(\d+):\d+\)?$/;

/** Raised inside a cell when the reader interrupts it. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/**
 * Never throws, whatever was thrown.
 * @param lineOf from a cell and a line of its JavaScript to the line that was written
 */
export function describeThrown(thrown: unknown, lineOf: LineOf): Thrown {
  try {
    return describe(thrown, lineOf);
  } catch {
    const message = 'une erreur illisible a été levée';
    return { name: 'Exception', message, frames: [], outside: [], interrupted: false };
  }
}

type LineOf = (cell: number, jsLine: number) => number;

function describe(thrown: unknown, lineOf: LineOf): Thrown {
  const error = isErrorLike(thrown) ? (thrown as ErrorLike) : null;
  const stack = typeof error?.stack === 'string' ? error.stack.split('\n') : [];
  const frames: Thrown['frames'] = [];
  const outside: string[] = [];
  for (const text of stack.filter((line) => /^\s+at /.test(line))) {
    const match = framePattern.exec(text);
    if (match) {
      const cell = Number(match[2]);
      frames.push({
        cell,
        line: lineOf(cell, Number(match[3]) - 1),
        name: cut(nameOf(match[1]), textLimits.name),
      });
    } else if (frames.length === 0 && !/node:|executor\.cjs/.test(text)) {
      outside.push(cut(text.trim(), textLimits.outsideText));
    }
  }
  return {
    name: cut(error ? textOf(error.name, 'Error') : 'Exception', textLimits.name),
    message: cut(error ? messageOf(error) : inspect(thrown), textLimits.cellMessage),
    frames: frames.slice(0, textLimits.frames),
    outside: outside.slice(0, textLimits.outside),
    interrupted: thrown instanceof Interrupted,
  };
}

function textOf(field: unknown, otherwise: string): string {
  return typeof field === 'string' ? field || otherwise : inspect(field);
}

/** An error of any realm, whose fields a cell may have filled with anything. */
interface ErrorLike {
  name?: unknown;
  message?: unknown;
  stack?: unknown;
  cause?: unknown;
}

function isErrorLike(value: unknown): boolean {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

/** The function's name, without what the evaluator put around the cell. */
function nameOf(text: string | undefined): string {
  const name = (text ?? '').replace(/^async /, '').replace(/^(?:Proxy|Object)\./, '');
  return name === '<anonymous>' ? '' : name;
}

function messageOf({ message, cause }: ErrorLike): string {
  return textOf(message, '') + (cause === undefined ? '' : `\nCause : ${inspect(cause)}`);
}
