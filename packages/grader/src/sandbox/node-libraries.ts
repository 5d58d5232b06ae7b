import { execFileSync } from 'node:child_process';
import type { Mount } from './bwrap-args';

/**
 * The shared libraries that this very `node` loads, with the loader itself, as `ldd` lists them.
 * A static binary has none.
 */
export function nodeLibraries(node = process.execPath): Mount[] {
  let listing: string;
  try {
    listing = execFileSync('ldd', [node], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return []; // ldd refuses a static binary
  }
  return parseLdd(listing).map((path) => ({ from: path, to: path }));
}

/**
 * The absolute paths in what `ldd` prints.
 *
 * @example
 * parseLdd('libm.so.6 => /lib/libm.so.6 (0x1)\n\t/lib64/ld.so (0x2)\n\tvdso (0x3)');
 * // ['/lib/libm.so.6', '/lib64/ld.so']
 */
export function parseLdd(listing: string): string[] {
  return [...listing.matchAll(/(?:=>|^)\s*(\/\S+)\s+\(0x/gm)].map((match) => match[1] as string);
}
