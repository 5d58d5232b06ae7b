import { Volume } from '../../volume/volume';

/** Pictures and the class of each: a `Dataset`, and where each picture comes from. */
export interface Pictures {
  /** `[count, side, side, 3]`: red, green, blue, whole numbers from 0 to 255, float32. */
  images: Volume;
  /** The number of each one's class. */
  labels: number[];
  /** The file of each. */
  files: string[];
  /** Of all pixels of each file's picture: the same picture, the same text. */
  hashes: string[];
}

/** One picture, ready for a network. */
export interface Picture {
  /** Where it was read. */
  file: string;
  /** The number of its class. */
  label: number;
  /** `[side, side, 3]`, a byte a number: hundreds of them lie in memory at once. */
  square: Uint8Array;
  /** Of all its pixels. */
  hash: string;
}

/** Puts pictures of one side together, in the order given; there is at least one. */
export function gather(pictures: readonly Picture[], side: number): Pictures {
  const images = Volume.zeros([pictures.length, side, side, 3], 'float32');
  for (const [place, { square }] of pictures.entries()) {
    images.data.set(square, place * square.length);
  }
  return {
    images,
    labels: pictures.map(({ label }) => label),
    files: pictures.map(({ file }) => file),
    hashes: pictures.map(({ hash }) => hash),
  };
}
