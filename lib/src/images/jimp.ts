/** The part of Jimp that the lib stands on. */
type Jimp = typeof import('jimp').Jimp;

/**
 * Jimp takes 0.4 s to load, and most who import the lib never read an image: it is loaded at first
 * use. By `require`, so that a notebook's own `import { Jimp } from 'jimp'` gives the same module.
 */
export function loadJimp(): Jimp {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  return (require('jimp') as { Jimp: Jimp }).Jimp;
}
