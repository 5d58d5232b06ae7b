import { cpSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exists, linkFolder, readJson, replaceFolder } from '../lib/files.mjs';
import { inCache, inRoot, tfjsNode } from '../lib/paths.mjs';
import { npmCommand, output, run, which } from '../lib/run.mjs';

const version = readJson(inRoot('package.json')).dependencies['@tensorflow/tfjs-node'];

/** The addon speaks Node-API: it serves every Node of one platform, so Node's version is no part of the key. */
export const cached = inCache('tfjs-node', `${version}-${process.platform}-${process.arch}`);

/** Puts library (and addon, if built) from a folder under node_modules. */
export function install(from) {
  for (const part of ['deps', 'lib']) {
    rmSync(join(tfjsNode, part), { recursive: true, force: true });
    if (!exists(join(from, part))) continue;
    const temporary = join(tfjsNode, `${part}.part`);
    rmSync(temporary, { recursive: true, force: true });
    linkFolder(join(from, part), temporary);
    renameSync(temporary, join(tfjsNode, part));
  }
}

/** A half-installed addon would be tried, and fail, at each import of tfjs-node. */
export function remove() {
  for (const part of ['deps', 'lib'])
    rmSync(join(tfjsNode, part), { recursive: true, force: true });
}

/** Keeps what works outside node_modules, which `npm ci` empties. */
export function keep() {
  if (exists(cached)) return;
  const temporary = `${cached}.part`;
  rmSync(temporary, { recursive: true, force: true });
  linkFolder(join(tfjsNode, 'deps'), join(temporary, 'deps'));
  // The addon is small; a copy, because a rebuild may write into the file in place.
  cpSync(join(tfjsNode, 'lib'), join(temporary, 'lib'), { recursive: true });
  replaceFolder(temporary, cached);
}

/** What is missing to build the addon, in words; [] when nothing is. */
export function compilerProblems() {
  const problems = [];
  if (!['g++', 'c++', 'clang++'].some(which)) problems.push('un compilateur C++ (g++)');
  if (!which('make')) problems.push('make');
  return problems;
}

export const compilerHelp =
  'Debian/Ubuntu : sudo apt install g++ make ; Fedora : sudo dnf install gcc-c++ make ; ' +
  'macOS : xcode-select --install ; Windows : dans WSL, comme Debian/Ubuntu';

/**
 * Builds (or, with a library of the official version, downloads) the addon. tfjs-node's own install
 * script does it: it skips its download when deps/ is filled.
 * @param {{ prebuilt: boolean }} o may the package's published binary be used?
 */
export async function buildAddon({ prebuilt }) {
  const prefix = dirname(dirname(process.execPath));
  const headers = exists(join(prefix, 'include', 'node', 'node_api.h'));
  const [command, ...args] = npmCommand();
  rmSync(join(tfjsNode, 'build'), { recursive: true, force: true });
  await run(
    command,
    [...args, 'rebuild', '@tensorflow/tfjs-node', '--foreground-scripts', '--ignore-scripts=false'],
    {
      log: 'tfjs-node-build',
      label: 'construction du module natif',
      env: {
        ...(headers ? { npm_config_nodedir: prefix } : {}),
        ...(prebuilt ? {} : { npm_config_build_from_source: 'true' }),
      },
      timeoutMs: 10 * 60_000,
      doing: 'Construction du module natif de tfjs-node',
      next: `Il faut un compilateur : ${compilerHelp}.`,
    },
  );
}

const trial =
  "const tf=require('@tensorflow/tfjs-node');" +
  'const sum=tf.add(tf.tensor1d([1,2]),tf.tensor1d([3,4])).dataSync();' +
  'if(sum[0]!==4||sum[1]!==6)throw new Error(`1+3 = ${sum[0]}`);' +
  "process.stdout.write('\\n'+tf.backend().binding.TF_Version)";

/** Loads the addon in a process of its own and adds two tensors. @returns {Promise<string | null>} TensorFlow's version */
export async function tryAddon() {
  const text = await output(process.execPath, ['-e', trial], {
    TF_CPP_MIN_LOG_LEVEL: '2',
    NODE_PATH: inRoot('node_modules'),
  });
  return text === null ? null : text.split('\n').pop();
}
