import { open } from 'node:fs/promises';

import { impossible, systemText } from '../../errors';
import { Volume } from '../../volume/volume';
import type { EngineName } from '../engine/choose-engine';
import { sequential, type Network } from '../network';
import type { Optimizer } from '../optimizers';
import { readArchitecture } from './read-architecture';
import { readOptimizer } from './read-optimizer';
import { takeApart, Unreadable, type Stored } from './read-safetensors';
import { formatName, formatVersion } from './save';

/** A file larger than that is not read: no network of this course comes near. */
const mostBytes = 2 ** 31 - 1;

/** What a file held. */
export interface Loaded {
  /** As it was saved: layers and weights. */
  network: Network;
  /** What was saved with it, ready for the next `fit`. */
  optimizer?: Optimizer;
  /** Epochs done before it was saved: the `initialEpoch` of what comes. */
  epochs: number;
}

/**
 * Reads a network that `save` has written.
 *
 * @param options engine: who computes; default the one it was saved with
 * @throws Error when the file is not there, is not a network, was cut short or altered, or was written
 *   by a later version: the message says which
 */
export async function load(file: string, options: { engine?: EngineName } = {}): Promise<Loaded> {
  try {
    const { metadata, tensors } = takeApart(await readBytes(file), checkFormat);
    const engine = options.engine ?? (metadata['engine'] === 'plain' ? 'plain' : 'fast');
    const { stages, layers, inputShape } = readArchitecture(metadata['architecture'], tensors);
    const network = sequential(layers, { inputShape, engine });
    network.setWeights(weightsOf(stages, tensors));
    const optimizer = readOptimizer(metadata['optimizer'], stages, tensors);
    return { network, optimizer, epochs: readEpochs(metadata['epochs']) };
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    throw new Error(impossible(`lire le réseau ${file}`, cause.message, cause.next));
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > mostBytes)
        throw new Unreadable(`il fait ${size} octets, plus qu'aucun réseau d'ici`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(systemText(error), 'vérifiez le nom, les majuscules et le dossier');
  }
}

function checkFormat(metadata: Record<string, string>): void {
  if (metadata['format'] !== formatName) {
    throw new Unreadable("ce n'est pas un réseau enregistré par save");
  }
  const version = Number(metadata['version']);
  if (version === formatVersion) return;
  throw new Unreadable(
    version > formatVersion
      ? `il est de la version ${version} du format, plus récente que la ${formatVersion} d'ici (mettez le cours à jour)`
      : `sa version de format (${metadata['version']}) n'existe pas`,
  );
}

function weightsOf(
  stages: ReturnType<Network['stages']>,
  tensors: Stored['tensors'],
): Record<string, Volume> {
  const names = stages.flatMap(({ name, specs }) => specs.map((spec) => `${name}/${spec.name}`));
  return Object.fromEntries(
    names.map((name) => {
      const { shape, data } = tensors.get(name)!;
      return [name, new Volume(shape, data)];
    }),
  );
}

function readEpochs(text: string | undefined): number {
  const epochs = Number(text ?? 0);
  if (Number.isSafeInteger(epochs) && epochs >= 0) return epochs;
  throw new Unreadable("son nombre d'époques n'en est pas un");
}
