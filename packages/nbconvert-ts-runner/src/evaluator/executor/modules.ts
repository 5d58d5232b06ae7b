/** `require` as a cell sees it. */
import Module from 'node:module';
import path from 'node:path';
import type { ExecutorSettings } from '../wire/messages';
import type { Unit } from '../types';
import { tslab } from './display';

type Require = (id: string) => unknown;

/** Always there: they show things and touch nothing. */
const alwaysAllowed = ['tslab', '@convolab/lib/check'];

/** Local TypeScript modules that cells imported, compiled: path to code, and what they exported. */
const sideCode = new Map<string, string>();
const sideModules = new Map<string, Module>();

/** Takes the local modules that came with a cell; a newer version replaces the one that ran. */
export function takeSideOutputs(outputs: NonNullable<Unit['sideOutputs']>): void {
  for (const { path: file, data } of outputs) {
    sideCode.set(file, data);
    sideModules.delete(file);
  }
}

/** The `require` of a notebook: its own folder first, then the folder where ConvoLab is installed. */
export function notebookRequire(settings: ExecutorSettings): Require {
  const { cwd, imports, fallbackDir, sandboxed } = settings;
  const roots = [cwd, ...(fallbackDir === null ? [] : [fallbackDir])];
  const requires = roots.map((root) => Module.createRequire(path.join(root, 'notebook.js')));
  return (id) => {
    if (id === 'tslab') return tslab;
    if (sandboxed && id === '@convolab/lib/check') return inertCheck;
    if (imports !== null && !alwaysAllowed.includes(id) && !imports.includes(id)) {
      throw new Error(
        `Impossible d'importer « ${id} » : cet exercice s'écrit sans ce module` +
          (imports.length > 0 ? ` (permis : ${imports.join(', ')}).` : '.') +
          " Retirez l'import et écrivez le calcul vous-même.",
      );
    }
    return requireSide(cwd, id) ?? firstFound(requires, id);
  };
}

/** `check` and its companions where a grade is decided: there, they do nothing. */
const inertCheck = new Proxy({}, { get: () => () => Promise.resolve(undefined) });

function firstFound(requires: NodeJS.Require[], id: string): unknown {
  const found = requires.find((candidate) => {
    try {
      candidate.resolve(id);
      return true;
    } catch {
      return false;
    }
  });
  return (found ?? requires[0]!)(id);
}

function requireSide(dir: string, id: string): unknown {
  if (!id.startsWith('.')) return undefined;
  const joined = path.join(dir, id);
  const file = path.extname(joined) === '.js' ? joined : `${joined}.js`;
  const known = sideModules.get(file);
  if (known) return known.exports as unknown;
  const code = sideCode.get(file);
  if (code === undefined) return undefined;
  const module = new Module(file);
  module.filename = file;
  module.paths = (
    Module as unknown as { _nodeModulePaths(dir: string): string[] }
  )._nodeModulePaths(path.dirname(file));
  const own = Module.createRequire(file);
  module.require = ((inner: string) =>
    inner === 'tslab'
      ? tslab
      : (requireSide(path.dirname(file), inner) ?? (own(inner) as unknown))) as NodeJS.Require;
  sideModules.set(file, module);
  (module as unknown as { _compile(code: string, file: string): void })._compile(code, file);
  return module.exports as unknown;
}
