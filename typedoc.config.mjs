import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lib = join(import.meta.dirname, 'lib');

/** @convolab/lib and its doors: each folder of lib/ with a package.json that points into dist. */
function entryPoints() {
  return ['.', ...readdirSync(lib)]
    .filter((folder) => folder !== 'public-cases') // no notebook imports it: packages/submission does
    .map((folder) => join(lib, folder, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')).types)
    .map((types) => types.replace(/^(\.\.\/)?dist\//, '').replace(/\.d\.ts$/, '.ts'))
    .map((source) => join(lib, 'src', source));
}

/** The reference of what notebooks import. Everything public is documented, and no link is dead. */
export default {
  name: '@convolab/lib',
  readme: 'none',
  entryPoints: entryPoints(),
  tsconfig: join(lib, 'tsconfig.json'),
  out: join(import.meta.dirname, '.cache', 'docs'),
  plugin: [join(import.meta.dirname, 'scripts', 'docs', 'typedoc-plugin.mjs')],
  disableSources: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  // Types have their check already.
  skipErrorChecking: true,
  treatWarningsAsErrors: true,
  // A type that no door exports is one that a notebook has no need to name.
  validation: { notExported: false, invalidLink: true, notDocumented: true, rewrittenLink: true },
  requiredToBeDocumented: [
    'Enum',
    'EnumMember',
    'Variable',
    'Function',
    'Class',
    'Interface',
    'Property',
    'Method',
    'Accessor',
    'TypeAlias',
  ],
};
