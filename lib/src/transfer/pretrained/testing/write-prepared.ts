/** Writes the ten photos as our library prepares them, for record.py: one file of bytes each, and where all come from. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { datasetsRoot, readManifest } from '../../../data/datasets-root';
import { photo } from '../../../data/photo';
import { packageEntry } from '../../../data/verified';
import { preparePhotos } from '../prepare-photos';
import { tenPhotos } from './photos';

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const photos: { name: string; file: string }[] = [];
  for (const name of tenPhotos) {
    const { data } = preparePhotos((await photo(name)).image, 224);
    writeFileSync(path.join(folder, `${name}.bin`), Uint8Array.from(data as Float32Array));
    photos.push({ name, file: fileOf(name) });
  }
  const weights = placeOf('efficientnet-lite0', packageEntry('efficientnet-lite0').files[0]!.to);
  writeFileSync(path.join(folder, 'photos.json'), JSON.stringify({ weights, photos }));
}

function fileOf(photoName: string): string {
  for (const { id, files } of readManifest()) {
    const found = (files as { name?: string; to: string }[]).find(({ name }) => name === photoName);
    if (found !== undefined) return placeOf(id, found.to);
  }
  throw new Error(`no photo ${photoName}`);
}

const placeOf = (...parts: string[]): string => path.join(datasetsRoot(), ...parts);

void main(process.argv[2]!);
