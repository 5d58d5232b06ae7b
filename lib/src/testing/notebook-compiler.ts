import path from 'node:path';

import tslabTypeScript from '@tslab/typescript-for-tslab';
import typescript from 'typescript';

/** TypeScript as a library; the two versions have the same face for what is used here. */
export type TypeScript = typeof typescript;

/** The TypeScript that checks notebooks, 5.0.4, and the one that builds this repository. */
export const compilers: readonly (readonly [string, TypeScript])[] = [
  ["tslab's TypeScript", tslabTypeScript as unknown as TypeScript],
  ["the repository's TypeScript", typescript],
];

const folder = path.join(__dirname, '..', '..', '..', 'notebooks');
const cell = path.join(folder, 'cell.ts');
/** What earlier cells declared, as tslab hands it on. */
const earlier = path.join(folder, 'earlier.d.ts');

/** Files that do not change while tests run: read and parsed once for all programs. */
const read = new Map<string, import('typescript').SourceFile>();

function optionsOf(ts: TypeScript): import('typescript').CompilerOptions {
  return {
    strict: true,
    declaration: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.CommonJS,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what tslab resolves by
    moduleResolution: ts.ModuleResolutionKind.Node10,
    // 6.0 would rather not resolve as tslab does.
    ...(ts.version.startsWith('6') ? { ignoreDeprecations: '6.0' } : {}),
    esModuleInterop: true,
    skipLibCheck: true,
    types: ['node'],
  };
}

/**
 * A program of one cell of a notebook, in `notebooks/`, so that `@convolab/lib` is what was built.
 *
 * @param declared declarations of earlier cells; the cell imports them from './earlier'
 */
export function compileCell(
  ts: TypeScript,
  code: string,
  declared = '',
): { program: import('typescript').Program; source: import('typescript').SourceFile } {
  const options = optionsOf(ts);
  const texts = new Map([
    [cell, code],
    [earlier, declared],
  ]);
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, language) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, language);
    const key = `${ts.version} ${name}`;
    const file = read.get(key) ?? getSourceFile(name, language);
    if (file) read.set(key, file);
    return file;
  };
  const program = ts.createProgram([cell], options, host);
  const source = program.getSourceFile(cell);
  if (!source) throw new Error('the compiler lost the cell');
  return { program, source };
}

/** What the compiler says of a cell: « 3: Type 'a' … », the line first, from 1. */
export function problemsOf(ts: TypeScript, code: string, declared = ''): string[] {
  const { program, source } = compileCell(ts, code, declared);
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ start = 0, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** The declarations of a cell as the compiler writes them, for later cells. */
export function declarationsOf(ts: TypeScript, code: string): string {
  const { program, source } = compileCell(ts, code);
  let text = '';
  program.emit(source, (name, data) => {
    if (name.endsWith('.d.ts')) text = data;
  });
  return text;
}

/** What a hover over each name reads, where it first stands in the cell. */
export function hoversOf(
  ts: TypeScript,
  code: string,
  names: readonly string[],
  declared = '',
): string[] {
  const options = optionsOf(ts);
  const textOf = (name: string): string | undefined =>
    name === cell ? code : name === earlier ? declared : ts.sys.readFile(name);
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => true,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [cell],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === cell || name === earlier || ts.sys.fileExists(name),
    readFile: textOf,
  });
  try {
    return names.map((name) => {
      const at = code.search(new RegExp(`\\b${name}\\b`));
      const info = service.getQuickInfoAtPosition(cell, at);
      return ts.displayPartsToString(info?.displayParts ?? []);
    });
  } finally {
    service.dispose();
  }
}
