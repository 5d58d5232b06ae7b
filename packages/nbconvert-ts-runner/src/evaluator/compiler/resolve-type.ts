/**
 * What TypeScript makes of a type, on top of what a notebook's cells declare: the type it comes to, as text.
 *
 * The question stands in a program of its own that reads nothing but those declarations and the language's
 * library: a type that comes from a module is refused. So an exercise on types cannot be answered by an import.
 */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { TypeAnswer } from '../types';
import { ts } from './typescript';

const declarationsFile = '/cells.d.ts';
const questionFile = '/question.ts';
/** Makes a module of a file, as tslab does. */
const prefix = 'export {};\n';

const options: TypeScript.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
  noResolve: true,
  skipLibCheck: true,
  noEmit: true,
};

/** The language's library, read once. */
const libraryFiles = new Map<string, TypeScript.SourceFile | undefined>();

/**
 * @param prevDecl what the cells declare: `decl` of the last one that ran
 * @param expression a type: `ConvOut<7, 3>`
 */
export function resolveType(prevDecl: string, expression: string): TypeAnswer {
  const program = programOf(
    new Map([
      [declarationsFile, prefix + prevDecl],
      [questionFile, `${prefix}type Asked = ${expression};`],
    ]),
  );
  const question = program.getSourceFile(questionFile)!;
  // tslab's TypeScript looks a name up in the file that stands as the parent of another.
  (question as { parent: TypeScript.Node }).parent = program.getSourceFile(declarationsFile)!;
  const [refusal] = [
    ...program.getSyntacticDiagnostics(question),
    ...program.getSemanticDiagnostics(question),
  ];
  if (refusal !== undefined) {
    const message = ts.flattenDiagnosticMessageText(refusal.messageText, '\n');
    return { ok: false, code: refusal.code, message };
  }
  const checker = program.getTypeChecker();
  const asked = question.statements.find(ts.isTypeAliasDeclaration)!;
  const type = checker.getTypeFromTypeNode(asked.type);
  if (isUnresolved(type)) return { ok: false, code: 2307, message: ofModule };
  return {
    ok: true,
    type: checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias),
  };
}

const ofModule = "il vient d'un module importé, et un type d'exercice s'écrit sans rien importer";

/** TypeScript writes « any » for what it could not find, too. */
const isUnresolved = (type: TypeScript.Type): boolean =>
  ['error', 'unresolved'].includes((type as { intrinsicName?: string }).intrinsicName ?? '');

function programOf(files: ReadonlyMap<string, string>): TypeScript.Program {
  const host = ts.createCompilerHost(options);
  const readLibrary = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    if (!libraryFiles.has(name)) libraryFiles.set(name, readLibrary(name, target));
    return libraryFiles.get(name);
  };
  return ts.createProgram([...files.keys()], options, host);
}
