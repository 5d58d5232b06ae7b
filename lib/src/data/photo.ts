import { impossible, valueText } from '../errors';
import { readImage } from '../images/read-image';
import type { Volume } from '../volume/volume';
import { datasetFile, readManifest } from './datasets-root';

/** The photos that set-up lays down. */
export type PhotoName =
  | 'cat'
  | 'coffee'
  | 'rocket'
  | 'astronaut'
  | 'coins'
  | 'camera'
  | 'clock'
  | 'horse'
  | 'china'
  | 'flower';

/** A photo, and what must be said of it where it is shown. */
export interface Photo {
  /** `[height, width, 3]`: red, green, blue, whole numbers from 0 to 255, float32. */
  image: Volume;
  /** What it shows, in French. */
  title: string;
  /** Who took it. */
  credit: string;
  /** Under which it may be used. */
  licence: string;
}

/** What `datasets/manifest.json` says of one photo, and the data set it belongs to. */
interface PhotoEntry {
  name: PhotoName;
  folder: string;
  title: string;
  to: string;
  credit: string;
  licence: string;
}

/**
 * Reads one of the course's photos.
 *
 * @throws RangeError when there is no photo of that name
 * @throws Error when the file is not there (the message tells how to get it) or damaged
 */
export async function photo(name: PhotoName): Promise<Photo> {
  const entry = readEntries().find((one) => one.name === name);
  if (entry === undefined) {
    const names = readEntries().map((one) => `'${one.name}'`);
    throw new RangeError(
      impossible(
        'donner la photo',
        `il n'y en a pas du nom de ${valueText(name)}`,
        `demandez une de celles-ci\u00a0: ${names.join(', ')}`,
      ),
    );
  }
  const { title, credit, licence, folder, to } = entry;
  const file = datasetFile(`lire la photo '${name}'`, folder, to);
  return { image: await readImage(file), title, credit, licence };
}

function readEntries(): PhotoEntry[] {
  return readManifest()
    .filter(({ id }) => id === 'photos' || id.startsWith('photos-'))
    .flatMap(({ id, files }) =>
      (files as Omit<PhotoEntry, 'folder'>[]).map((file) => ({ ...file, folder: id })),
    );
}
