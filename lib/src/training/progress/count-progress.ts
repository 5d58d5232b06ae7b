import { SingleBar } from 'cli-progress';

import { displayLive, inNotebook } from '../../display';
import { Clock } from './clock';
import { durationText } from './words';

/** Shows how far a long count is. */
export interface CountProgress {
  /** So many are done. */
  at(count: number): void;
  /** All is done, or stopped: the last thing shown, where there is something to say. */
  end(text?: string): void;
}

/** A notebook's server drops what comes faster than it can pass on. */
const betweenUpdatesMs = 250;
const barLength = 24;

/**
 * How far something is that is done piece by piece: one output that changes in a notebook, a bar in a terminal,
 * nothing where the output goes to a file or is not wanted.
 *
 * @param title what is being done: « Lecture des images »
 */
export function countProgress(title: string, total: number, wanted = true): CountProgress {
  if (wanted && inNotebook()) return inCell(title, total);
  if (wanted && process.stderr.isTTY) return inTerminal(title, total);
  return { at: () => undefined, end: () => undefined };
}

function inCell(title: string, total: number): CountProgress {
  const clock = new Clock(total);
  const text = (count: number): string => {
    const full = Math.round((count / total) * barLength);
    const bar = '█'.repeat(full) + '░'.repeat(barLength - full);
    const left = clock.left(count);
    return `${title} ${bar} ${count}/${total}${left === undefined ? '' : ` · reste ${durationText(left)}`}`;
  };
  const shown = displayLive({ 'text/plain': text(0) });
  let lastMs = performance.now();
  return {
    at: (count) => {
      if (performance.now() - lastMs < betweenUpdatesMs) return;
      lastMs = performance.now();
      shown.update({ 'text/plain': text(count) });
    },
    end: (last) => shown.update({ 'text/plain': last ?? `${title}\u00a0: arrêt` }),
  };
}

function inTerminal(title: string, total: number): CountProgress {
  const bar = new SingleBar({
    format: `${title} {bar} {value}/{total} · reste {eta_formatted}`,
    barsize: barLength,
    clearOnComplete: true,
    gracefulExit: true,
  });
  bar.start(total, 0);
  return {
    at: (count) => bar.update(count),
    end: (last) => {
      bar.stop();
      if (last !== undefined) process.stderr.write(`${last}\n`);
    },
  };
}
