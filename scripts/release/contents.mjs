import { readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { exists, filesBelow } from '../lib/files.mjs';
import { inRoot, root } from '../lib/paths.mjs';

/** The packages of the student edition, with a package.json each; the grader is none of them. */
export const packages = [
  'lib',
  'packages/nbconvert-ts-runner',
  'packages/kernel',
  'packages/submission',
];

/**
 * The one list of what students get as it stands here; what is not named stays here. Beside it, written for them:
 * README.md, package.json, package-lock.json and the packages' package.json.
 * @returns {string[]} files, as paths from the root
 */
export function contents() {
  return [
    ...named('.', ['LICENSE', '.npmrc']),
    ...folder('notebooks', /\.ipynb$/),
    ...folder('exercises', /\.(ipynb|cases\.json)$/),
    ...named('datasets', ['manifest.json', 'stamps.json']),
    ...folder('datasets/drawn', /\.(png|md)$/),
    ...folder('datasets/pretrained/convolab-small', /\.(json|bin)$/),
    ...folder('datasets/measured', /\.json$/),

    ...named('scripts', ['start.mjs', 'setup.mjs', 'doctor.mjs', 'build.mjs', 'requirements.txt']),
    ...named('scripts/commands', ['start.mjs', 'setup.mjs', 'doctor.mjs']),
    ...['datasets', 'doctor', 'lib', 'steps', 'tensorflow', 'work'].flatMap((name) =>
      folder(`scripts/${name}`, /\.(mjs|py|json)$/),
    ),
    ...folder('scripts/jupyter', /\.mjs$/),
    ...folder('scripts/jupyter/figures', /\.js$/),
    ...folder('scripts/jupyter/templates/convolab', /\.(json|j2)$/),

    ...packages.flatMap(built),
    ...named('lib/dist/fast', ['kernels.wasm']),
    ...doors('lib'),
    ...doors('packages/nbconvert-ts-runner'),
    ...named('packages/nbconvert-ts-runner/dist', ['compiler.cjs', 'executor.cjs']),
    ...named('packages/nbconvert-ts-runner', ['snapshot.mjs']),
    ...['nbconvert-ts-runner', 'kernel', 'submission'].flatMap((name) =>
      folder(`packages/${name}/bin`, /\.js$/),
    ),
  ].map((path) => path.split(sep).join('/'));
}

const named = (place, names) => names.map((name) => join(place, name));

/** The files of one folder, not of those in it; tests stay here. */
function folder(place, wanted) {
  return readdirSync(inRoot(place), { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && wanted.test(entry.name) && !/\.test\.\w+$/.test(entry.name),
    )
    .map((entry) => join(place, entry.name));
}

/** What a package was built into: only what has its source still, so that nothing old comes along. */
function built(place) {
  const sources = filesBelow(inRoot(place, 'src'), (file) => /(?<!\.test)\.ts$/.test(file));
  return sources
    .map((file) => join(place, 'dist', relative(inRoot(place, 'src'), file).replace(/\.ts$/, '')))
    .flatMap((path) => [`${path}.js`, `${path}.d.ts`])
    .filter((path) => exists(inRoot(path)));
}

/** Folders that hold a package.json alone: `@convolab/lib/fast` leads into dist. */
const doors = (place) =>
  filesBelow(inRoot(place), (file) => basename(file) === 'package.json')
    .map((file) => relative(root, file))
    .filter((path) => path !== join(place, 'package.json'));
