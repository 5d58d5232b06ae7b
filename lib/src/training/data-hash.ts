import { createHash } from 'node:crypto';

import type { TrainingSets } from './train';

/** Of all numbers and labels that are learned from or validated with: other data, another hash. */
export function dataHash({ train, validation }: TrainingSets): string {
  const hash = createHash('sha256');
  const parts = validation === undefined ? [train] : [train, validation];
  for (const samples of new Set(parts.map((part) => part.samples))) {
    const { data } = samples.inputs;
    hash.update(JSON.stringify(samples.inputs.shape));
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    hash.update(Int32Array.from(samples.labels));
  }
  for (const { places } of parts) hash.update(places);
  return hash.digest('hex');
}
