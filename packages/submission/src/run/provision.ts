import { join } from 'node:path';

/** What a process needs beside Node for the modules that an exercise may import. */
export interface Provision {
  /** Files and folders that it must be able to read. */
  readable: string[];
  env: Record<string, string>;
  /** Node's own options. */
  nodeArgs: string[];
}

const nothing: Provision = { readable: [], env: {}, nodeArgs: [] };

/**
 * The files of the modules that an exercise declares, and of nothing else: `@convolab/lib/models`, which holds
 * the networks that students are to build, is not among them.
 *
 * tfjs computes in JavaScript there, and every model is built on paper: layers and shapes, without room for
 * weights. What an answer builds is looked at, not run.
 *
 * @param root ConvoLab's root
 * @param computes the answers compute with models, which then get their weights: small ones
 */
export function provisionFor(
  root: string,
  imports: readonly string[],
  computes = false,
): Provision {
  if (!imports.includes('@convolab/lib/tf')) return nothing;
  const lib = join('@convolab', 'lib');
  const paper = 'dist/models/paper';
  const prepared = computes ? 'tensors-say-models.js' : 'always-on-paper.js';
  const weights = 'dist/models/weights/each-weight.js';
  const ofLib = [
    ...['package.json', 'tf', 'dist/tf', 'dist/graph/session/native-tf.js'],
    ...['dist/errors.js', paper, weights],
  ];
  const ofTfjs = [
    ...['tfjs', 'tfjs-core', 'tfjs-layers', 'tfjs-converter', 'tfjs-data'],
    ...['tfjs-backend-cpu', 'tfjs-backend-webgl', 'tfjs-node/package.json', 'tfjs-node/dist/io'],
  ];
  const modules = [
    ...ofLib.map((name) => join(lib, name)),
    ...ofTfjs.map((name) => join('@tensorflow', name)),
    ...['long', 'seedrandom'],
  ];
  const inRoot = (name: string): string => join(root, 'node_modules', name);
  return {
    readable: modules.map(inRoot),
    env: { CONVOLAB_TF: 'js' },
    nodeArgs: ['--require', inRoot(join(lib, paper, prepared))],
  };
}
