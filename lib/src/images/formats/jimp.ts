/** Red, green, blue, alpha bytes, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The part of Jimp that the lib stands on; its own types say `any` where it matters. */
interface Jimp {
  fromBuffer(bytes: Buffer, options: Record<string, object>): Promise<{ bitmap: Bitmap }>;
  fromBitmap(bitmap: Bitmap): { getBuffer(mime: Mime, options?: object): Promise<Buffer> };
}

export type Mime = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/bmp';

/**
 * Jimp takes 0.4 s to load, and most who import the lib never read an image: it is loaded at first
 * use. By `require`, so that a notebook's own `import { Jimp } from 'jimp'` gives the same module.
 */
export function loadJimp(): Jimp {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  return (require('jimp') as { Jimp: Jimp }).Jimp;
}
