import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const live = process.stdout.isTTY;
let shown = false;

/** Removes the line of progress, so that a message can be written. */
export function clearProgress() {
  if (shown) process.stdout.write('\r\u001b[2K');
  shown = false;
}

/**
 * A line that changes in place on a terminal; elsewhere (a log, CI) a new line every 30 s, so that
 * long work is never silent and a log never drowns.
 * @param {string} label what is being done
 * @param {() => string} measure how far it is
 * @returns {() => void} stops it
 */
export function showProgress(label, measure) {
  const started = Date.now();
  const timer = setInterval(
    () => {
      const seconds = Math.round((Date.now() - started) / 1000);
      const text = `   ${label} ${measure()} (${seconds} s)`;
      if (live) {
        process.stdout.write(`\r\u001b[2K${text.slice(0, (process.stdout.columns || 80) - 1)}`);
        shown = true;
      } else process.stdout.write(`${text}\n`);
    },
    live ? 250 : 30_000,
  );
  timer.unref();
  return () => {
    clearInterval(timer);
    clearProgress();
  };
}

/** Bytes in a folder, 0 when it is not there: how far a download by another program is. */
export function folderBytes(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      bytes += entry.isDirectory() ? folderBytes(path) : statSync(path).size;
    }
  } catch {
    // A file that moves while it is looked at: the next look will see it.
  }
  return bytes;
}

export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} Mo`;
