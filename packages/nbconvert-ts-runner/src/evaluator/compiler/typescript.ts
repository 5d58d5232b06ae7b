/**
 * tslab's own TypeScript, prepared before tslab's converter is loaded.
 *
 * tslab keeps `strict` off, reads every `@types` package, gives no source map and stays in the folder it
 * was started in. None of that needs a fork: bundle.mjs hands the converter the object below in place of
 * the module, and what stands on it is wrapped here.
 */
import path from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';

/* eslint-disable-next-line @typescript-eslint/no-require-imports -- its properties are getters: copied, so that some can be replaced */
export const ts = { ...(require('@tslab/typescript-for-tslab') as typeof TypeScript) };

type Mutable = Record<string, unknown>;

/**
 * The folder the converter believes it works in. It never exists: each request says which real folder
 * stands behind it, so one compiler (or one snapshot of it) serves notebooks anywhere.
 */
let virtualDir = '';
let realDir = '';

/** Names the real folder of the notebook whose cell comes next. */
export function setRealDir(dir: string): void {
  realDir = dir;
}

/** The real path of a file that the converter sees in its virtual folder. */
export function toReal(file: string): string {
  if (file === virtualDir) return realDir;
  return file.startsWith(virtualDir + '/') ? realDir + file.slice(virtualDir.length) : file;
}

function mapPaths(sys: TypeScript.System): void {
  const table = sys as unknown as Record<string, (file: string, ...rest: unknown[]) => unknown>;
  for (const name of [
    'fileExists',
    'readFile',
    'directoryExists',
    'getDirectories',
    'readDirectory',
  ]) {
    const original = table[name]!.bind(sys);
    table[name] = (file, ...rest) => original(toReal(file), ...rest);
  }
  const realpath = table['realpath']!.bind(sys);
  table['realpath'] = (file) => (toReal(file) === file ? realpath(file) : file);
}

/** Maps of the last emit: TypeScript to ES module, then ES module to CommonJS. Null before any. */
export let lastMaps: { toEsModule: string; toCommonJs: string } | null = null;

const mapComment = /\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;

function keepMaps(): void {
  const original = ts.transpileModule;
  (ts as unknown as Mutable)['transpileModule'] = (
    input: string,
    options: TypeScript.TranspileOptions,
  ) => {
    const first = mapComment.exec(input);
    const result = original(input.replace(mapComment, ''), {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
    });
    const outputText = result.outputText.replace(/\/\/# sourceMappingURL=\S*\s*$/, '');
    lastMaps = first
      ? {
          toEsModule: Buffer.from(first[1]!, 'base64').toString('utf8'),
          toCommonJs: result.sourceMapText ?? '',
        }
      : null;
    return { ...result, outputText };
  };
}

/** Options that a cell is checked with, over tslab's own. */
const strictly = { strict: true, types: ['node'], inlineSourceMap: true };

function checkStrictly(): void {
  const original = ts.createWatchCompilerHost as unknown as (...args: unknown[]) => unknown;
  (ts as unknown as Mutable)['createWatchCompilerHost'] = (
    files: string[],
    options: object,
    ...rest: unknown[]
  ) => original(files, { ...options, ...strictly }, ...rest);
}

/**
 * Prepares TypeScript for the converter. Called once, before the converter is created.
 *
 * @param root the folder whose node_modules holds the types that cells import
 */
export function prepareTypeScript(root: string): void {
  virtualDir = path.posix.join(root.split(path.sep).join('/'), '.cell');
  realDir = virtualDir;
  mapPaths(ts.sys);
  const library = path.join(root, 'node_modules/@tslab/typescript-for-tslab/lib/typescript.js');
  Object.assign(ts.sys, {
    getCurrentDirectory: () => virtualDir,
    getExecutingFilePath: () => library,
    // Nothing is watched: a snapshot cannot hold a watcher, and a cell's imports are read once.
    watchFile: () => ({ close: () => undefined }),
    watchDirectory: () => ({ close: () => undefined }),
  });
  keepMaps();
  checkStrictly();
}
