/* eslint-disable @typescript-eslint/no-require-imports -- which module is loaded is decided here */
import type { Models } from './models';
import type { Engine, Operations, TensorMakers } from './tensors';

/** tfjs, as far as the lessons use it. */
export interface Tf extends TensorMakers, Operations, Engine, Models {}

/**
 * Loads tfjs with TensorFlow's native library where that is in place, and else in plain JavaScript,
 * after a warning: the numbers are the same, training is some hundred times slower.
 *
 * The environment variable `CONVOLAB_TF=js` asks for plain JavaScript, for machines on which the
 * native library loads but cannot run.
 */
export function loadTf(): Tf {
  // Set before the library loads: it would fill the cell with notes on the processor.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  // On processors without AVX-512 TensorFlow leaves oneDNN's kernels off: training takes twice as long.
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
  if (process.env['CONVOLAB_TF'] === 'js') return loadPlainTf();
  try {
    return require('@tensorflow/tfjs-node') as Tf;
  } catch (cause) {
    console.warn(warning(cause));
    return loadPlainTf();
  }
}

function loadPlainTf(): Tf {
  const tf = require('@tensorflow/tfjs') as Tf & { backend(): { firstUse?: boolean } };
  // At its first use the backend prints an English advice to install the native library.
  tf.backend().firstUse = false;
  addFiles(tf);
  return tf;
}

/** `file://` for models, which tfjs itself has in its native package only; it needs nothing native. */
function addFiles(tf: Tf): void {
  const { io } = tf as unknown as { io: Record<string, (router: unknown) => void> };
  const file = require('@tensorflow/tfjs-node/dist/io/file_system') as {
    nodeFileSystemRouter: unknown;
  };
  io['registerSaveRouter']!(file.nodeFileSystemRouter);
  io['registerLoadRouter']!(file.nodeFileSystemRouter);
}

function warning(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message.trim().split('\n')[0] : String(cause);
  return (
    "TensorFlow calcule ici en JavaScript pur\u00a0: sa bibliothèque native n'a pas pu être chargée " +
    `(${reason ?? ''})\u00a0; les résultats sont les mêmes, mais l'entraînement est bien plus lent. ` +
    'Lancez «\u00a0npm run doctor\u00a0» dans le dossier du cours pour savoir ce qui manque.'
  );
}
