import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

/**
 * Our declarations of tfjs are kept by hand; this holds them to the real ones, by asking the
 * compiler whether the real module can be used where ours is expected.
 */
describe("the tf door's declarations", function () {
  this.timeout(120_000);

  it('say of tfjs nothing that it does not say itself', () => {
    assert.deepEqual(
      compare((declarations) => declarations),
      [],
    );
  });

  for (const [name, from, to] of [
    ['a result', 'getBackend(): string', 'getBackend(): number'],
    ['an argument', 'oneHot(indices: Tensor | TensorLike, depth: number)', 'oneHot(depth: string)'],
    ['a method that is not there', 'argMax<', 'argBest<'],
    ["an option's type", 'units: number', 'units: string'],
  ] as const) {
    it(`would be refused with ${name} made up`, () => {
      const lie = (declarations: string): string => declarations.replace(from, to);
      assert.notDeepEqual(compare(lie), []);
    });
  }
});

/** What passes through a program, under our name and under tfjs's. */
const things = {
  Tensor: 'Tensor',
  Scalar: 'Scalar',
  Tensor1D: 'Tensor1D',
  Tensor2D: 'Tensor2D',
  Tensor3D: 'Tensor3D',
  Tensor4D: 'Tensor4D',
  Variable: 'Variable',
  Optimizer: 'Optimizer',
  SymbolicTensor: 'SymbolicTensor',
  Layer: 'layers.Layer',
  LayersModel: 'LayersModel',
  Sequential: 'Sequential',
  Tidied: 'TensorContainer',
  TensorLike: 'TensorLike',
};

/**
 * Gives tfjs's own things to our functions: `Tensor` becomes tfjs's, and what we declared under
 * that name becomes `OurTensor`, to be compared on its own. Else a function that takes our smaller
 * Tensor could never be tfjs's, which wants a whole one. Numbers to read may be readonly: tfjs
 * leaves them alone without saying so.
 */
function besideTheirs(declarations: string): string {
  return declarations
    .replace(/export (interface|type) (\w+)/g, (declaration, kind: string, name: string) =>
      name in things
        ? `export type ${name} = import('@tensorflow/tfjs').${things[name as keyof typeof things]};\n` +
          `export ${kind} Our${name}`
        : declaration,
    )
    .replace(/readonly (?=number\[\]|\()/g, '');
}

/** What they give must do for ours; of what is only ever given to them, ours must do for theirs. */
const claims = [
  'export const module: Tf = {} as typeof tfjs;',
  ...Object.entries(things).map(([ours, theirs]) =>
    ['Tidied', 'TensorLike'].includes(ours)
      ? `export const from${ours}: tfjs.${theirs} = {} as Our${ours};`
      : `export const to${ours}: Our${ours} = {} as tfjs.${theirs};`,
  ),
].join('\n');

/** What the compiler says of the claims, with our declarations changed by `change`. */
function compare(change: (declarations: string) => string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    types: ['node'],
  };
  const file = path.join(__dirname, 'claims.ts');
  const inModels = ['Optimizer', 'SymbolicTensor', 'Layer', 'LayersModel', 'Sequential'];
  const inTensors = Object.keys(things).filter((name) => !inModels.includes(name));
  const list = (names: string[]): string => names.map((name) => `Our${name}`).join(', ');
  const code = `
    import type * as tfjs from '@tensorflow/tfjs';
    import type { Tf } from './load';
    import type { ${list(inTensors)} } from './tensors';
    import type { ${list(inModels)} } from './models';
    ${claims}`;

  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, language) => {
    if (name === file) return ts.createSourceFile(name, code, language);
    if (path.dirname(name) !== __dirname) return (sources[name] ??= getSourceFile(name, language));
    const ours = change(besideTheirs(readFileSync(name, 'utf8')));
    return ts.createSourceFile(name, ours, language);
  };
  const program = ts.createProgram([file], options, host);
  return program
    .getSourceFiles()
    .filter((source) => path.dirname(source.fileName) === __dirname)
    .flatMap((source) => program.getSemanticDiagnostics(source))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** tfjs's declarations are read once for all comparisons. */
const sources: Record<string, ts.SourceFile | undefined> = {};
