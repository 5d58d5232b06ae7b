import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { PhotoName } from '../../../data/photo';

/** What PyTorch answered to a photo as our library prepares it. */
export interface RecordedPhoto {
  photo: PhotoName;
  /** sha256 of the pixels, a byte each. */
  pixels: string;
  logits: Float32Array;
  /** The same photo as Pillow prepares it. */
  pillow: { mostApart: number; meanApart: number; logitsApart: number; top5: number[] };
}

/** Reads what `record.py` wrote. */
export function readRecorded(): RecordedPhoto[] {
  const text = readFileSync(path.join(__dirname, 'lite0-logits.json'), 'utf8');
  const { photos } = JSON.parse(text) as {
    photos: (Omit<RecordedPhoto, 'logits'> & { logits: string })[];
  };
  return photos.map((row) => {
    const bytes = Buffer.from(row.logits, 'base64');
    const logits = Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i)); // prettier-ignore
    return { ...row, logits };
  });
}
