import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What Keras computed in a layer; all but `max` as a share of it. */
export interface RecordedLayer {
  /** Largest absolute value. */
  max: number;
  /** Mean absolute value. */
  mean: number;
  /** Some of the values. */
  samples: number[];
}

export interface RecordedNetwork {
  side: number;
  /** Of the kernels: see `fillWithHashes`. */
  gain: number;
  parameters: number;
  /** By the hash of the layer's name. */
  layers: Map<number, RecordedLayer>;
}

const samples = 4;
/** name uint32, max float32, mean uint16, samples int16 each, all little-endian. */
const rowBytes = 4 + 4 + 2 + 2 * samples;

/** Reads what `record.py` wrote of a network. */
export function readRecorded(network: string): RecordedNetwork {
  const text = readFileSync(path.join(__dirname, `${network}.json`), 'utf8');
  const { rows, ...numbers } = JSON.parse(text) as Omit<RecordedNetwork, 'layers'> & {
    rows: string;
  };
  const bytes = Buffer.from(rows, 'base64');
  const layers = new Map<number, RecordedLayer>();
  for (let at = 0; at < bytes.length; at += rowBytes) {
    layers.set(bytes.readUInt32LE(at), {
      max: bytes.readFloatLE(at + 4),
      mean: bytes.readUInt16LE(at + 8) / 65535,
      samples: Array.from(
        { length: samples },
        (_, i) => bytes.readInt16LE(at + 10 + 2 * i) / 32767,
      ),
    });
  }
  return { ...numbers, layers };
}
