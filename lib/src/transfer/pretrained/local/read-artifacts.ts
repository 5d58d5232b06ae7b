import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';
import { z } from 'zod';

import { systemText } from '../../../errors';
import { refuseFile } from './refuse-file';

/** Larger ones are refused before they are read: VGG-19 has 575 MB. */
const mostBytes = 1_000_000_000;
const mostJsonBytes = 50_000_000;

const dtypeBytes = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 } as const;
const length = z.int().min(0);

const spec = z.looseObject({
  name: z.string(),
  shape: z.array(length).max(8),
  dtype: z.enum(['float32', 'int32', 'bool']),
  quantization: z.looseObject({ dtype: z.enum(['float16', 'uint16', 'uint8']) }).optional(),
});
type Spec = z.infer<typeof spec>;

const modelJson = z.looseObject({
  format: z.string().optional(),
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(spec) })),
  userDefinedMetadata: z.looseObject({}).optional(),
});
type ModelJson = z.infer<typeof modelJson>;

/** A model of tfjs as its files have it, sizes checked. */
export interface Artifacts {
  /** Its numbers and its layers or nodes. */
  io: Tfjs.io.ModelArtifacts;
  /** What its makers added. */
  metadata: Record<string, unknown>;
  /** How many numbers it holds, by name and shape. */
  weights: readonly { name: string; shape: readonly number[] }[];
}

/**
 * Reads `model.json` and the files of weights that it names, all of them beside it. Nothing in them is believed:
 * no room is taken for more numbers than are there.
 *
 * @param file `model.json`
 * @throws Error in three beats
 */
export async function readArtifacts(file: string): Promise<Artifacts> {
  const json = parse(file, (await readBounded(file, file, mostJsonBytes)).toString('utf8'));
  const weights = json.weightsManifest.flatMap((group) => group.weights);
  const announced = weights.reduce((sum, each) => sum + bytesOf(each), 0);
  const parts: Buffer[] = [];
  let left = Math.min(announced, mostBytes);
  for (const name of json.weightsManifest.flatMap(({ paths }) => paths)) {
    const part = await readBounded(file, beside(file, name), left);
    left -= part.length;
    parts.push(part);
  }
  const data = Buffer.concat(parts);
  if (data.length !== announced) {
    refuseFile(file, `ses poids devraient faire ${announced} octets mais en font ${data.length}`);
  }
  const { modelTopology, userDefinedMetadata = {} } = json;
  const weightData = data.buffer.slice(data.byteOffset, data.byteOffset + data.length); // prettier-ignore
  return {
    io: { format: json.format, signature: json['signature'], modelTopology, weightSpecs: weights, weightData } as Tfjs.io.ModelArtifacts,
    metadata: userDefinedMetadata,
    weights,
  }; // prettier-ignore
}

function bytesOf({ shape, dtype, quantization }: Spec): number {
  return shape.reduce((product, n) => product * n, dtypeBytes[quantization?.dtype ?? dtype]);
}

function parse(file: string, text: string): ModelJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseFile(file, 'ce n’est pas du JSON, ou il est incomplet');
  }
  const read = modelJson.safeParse(value);
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.map(String).join('.') ?? '';
  return refuseFile(file, `ce n’est pas un modèle de tfjs\u00a0: ${place === '' ? 'il est vide' : `${place.slice(0, 80)} n’y est pas comme attendu`}`); // prettier-ignore
}

/** A file of weights lies beside the model or below, not anywhere else on the machine. */
function beside(file: string, name: string): string {
  const folder = path.dirname(path.resolve(file));
  const place = path.resolve(folder, name);
  if (place.startsWith(folder + path.sep)) return place;
  return refuseFile(file, `il demande le fichier «\u00a0${name.slice(0, 80)}\u00a0», hors de son dossier`); // prettier-ignore
}

async function readBounded(model: string, file: string, most: number): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size <= most) return await readFile(file);
  } catch (error) {
    const which = file === model ? '' : `${path.basename(file)}\u00a0: `;
    return refuseFile(model, `${which}${systemText(error)}`, 'donnez le chemin de model.json, ses poids à côté de lui'); // prettier-ignore
  }
  return refuseFile(model, `${path.basename(file)} est plus gros que ce qu’il annonce, ou que ce qui est lu ici`); // prettier-ignore
}
