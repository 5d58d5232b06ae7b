/* eslint-disable @typescript-eslint/no-require-imports -- it may not be there */
import type { Tf } from '../../tf/load';
import type { Tensor } from '../../tf/tensors';

/** A signature of a SavedModel, opened. */
export interface OpenSignature {
  predict(inputs: Record<string, Tensor>): Record<string, Tensor>;
  dispose(): void;
}

/** tfjs with TensorFlow's native library, as far as a graph needs it. */
export interface NativeTf extends Tf {
  node: {
    loadSavedModel(folder: string, tags: string[], signature: string): Promise<OpenSignature>;
    getNumOfSavedModels(): number;
  };
}

/** tfjs on TensorFlow; undefined where its library is not in place or plain JavaScript is asked for. */
export function nativeTf(): NativeTf | undefined {
  if (process.env['CONVOLAB_TF'] === 'js') return undefined;
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
  try {
    return require('@tensorflow/tfjs-node') as NativeTf;
  } catch {
    return undefined;
  }
}
