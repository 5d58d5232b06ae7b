import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exists, readJson, writeWhole } from '../lib/files.mjs';
import { inCache, tfjsNode } from '../lib/paths.mjs';

/**
 * What set-up found out, for `npm start` and `npm run doctor`:
 * @typedef {{ engine: 'native', from: string, version: string } | { engine: 'pure', why: string[] }} TensorFlowRecord
 */
const file = inCache('tensorflow.json');

/** @returns {TensorFlowRecord | null} */
export const tensorflowRecord = () => readJson(file);

/** @param {TensorFlowRecord} record */
export const recordTensorflow = (record) => writeWhole(file, JSON.stringify(record, null, 2));

/** Are the addon and the library where tfjs-node looks for them? (Whether they load, only loading tells.) */
export function addonInstalled(package_ = tfjsNode) {
  const lib = join(package_, 'lib');
  if (!exists(lib) || !exists(join(package_, 'deps', 'lib'))) return false;
  return readdirSync(lib).some((napi) => exists(join(lib, napi, 'tfjs_binding.node')));
}

/** What a machine without the native library must know. */
export const pureWarning = (why) =>
  [
    'TensorFlow natif n’est pas disponible : les leçons utiliseront TensorFlow en JavaScript pur.',
    ...why.map((reason) => `  - ${reason}`),
    'Tout fonctionne, mais entraîner un réseau sera lent (un pas de LeNet-5 : environ 8 s au lieu de 0,02 s).',
    'La leçon 1.2 et ses exercices ne sont pas ralentis. Pour réessayer : npm run setup',
  ].join('\n');
