import { impossible, systemText } from '../../errors';
import type { Network } from '../network';
import type { Optimizer } from '../optimizers';
import { layOut, type StoredTensor } from './safetensors';
import { writeWhole } from './write-whole';

/** What a file of ours calls itself, and the newest version we know. */
export const formatName = 'convolab-network';
export const formatVersion = 1;

/** What is saved with a network. */
export interface SaveOptions {
  /** Kept with the network, so that its training can go on as if it had not been interrupted. */
  optimizer?: Optimizer;
  /** Epochs done so far: the `initialEpoch` of what comes. Default 0. */
  epochs?: number;
}

/**
 * Writes a network into a file: its layers, its weights, and with `optimizer` what its training needs
 * to go on. The file is there whole or not at all; one that stood there is replaced. Its format is
 * that of safetensors (docs/network-format.md); the usual ending is `.safetensors`.
 *
 * @throws Error when the file cannot be written
 */
export async function save(
  network: Network,
  file: string,
  { optimizer, epochs = 0 }: SaveOptions = {},
): Promise<void> {
  const tensors = new Map<string, StoredTensor>(Object.entries(network.getWeights()));
  const metadata: Record<string, string> = {
    format: formatName,
    version: String(formatVersion),
    architecture: JSON.stringify({
      inputShape: network.stages()[0]!.inputShape,
      layers: network.layers.map(({ type, options }) => ({ type, options })),
    }),
    engine: network.engine,
    epochs: String(epochs),
  };
  if (optimizer !== undefined) {
    const { kind, options, steps, slots } = optimizer.state();
    metadata['optimizer'] = JSON.stringify({ kind, options, steps });
    for (const [slot, byWeight] of Object.entries(slots)) {
      for (const [name, data] of Object.entries(byWeight)) {
        const { shape } = tensors.get(name)!;
        tensors.set(`optimizer/${slot}/${name}`, { shape, data });
      }
    }
  }
  try {
    await writeWhole(file, layOut(tensors, metadata));
  } catch (cause) {
    throw new Error(
      impossible(
        `enregistrer le réseau dans ${file}`,
        systemText(cause),
        'vérifiez que le dossier existe et que vous pouvez y écrire',
      ),
      { cause },
    );
  }
}
