/**
 * types: shapes as types cost a cell that does not use them nothing, and one that does little.
 *
 * One cell is checked against the library's declarations as they are, and with the shapes taken out of
 * them, in the TypeScript of notebooks (5.0.4) and the repository's. Milliseconds are processor time of
 * checking the cell; files that do not change are read and parsed before, as in the kernel.
 */
import path from 'node:path';

import tslabTypeScript from '@tslab/typescript-for-tslab';
import typescript from 'typescript';

import { defineBench, speedGate, type Case, type Gate, type Measure } from './harness';

type TypeScript = typeof typescript;
type SourceFile = import('typescript').SourceFile;
type Declarations = 'with shapes' | 'without';

const versions = [tslabTypeScript as unknown as TypeScript, typescript];
const cellFile = path.join(__dirname, '..', '..', 'notebooks', 'cell.ts');

/** Cells by what they use. */
const cells = {
  'imports only': `
    import { outputSize, Volume } from '@convolab/lib';
    const size = outputSize(7, 3);`,
  'nested arrays': `
    import { conv2d } from '@convolab/lib/dist/ops';
    const image = [[1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]];
    const edges = conv2d(image, [[1, 0], [0, -1]], { padding: 'same' });
    const halved = conv2d(edges, [[1]], { stride: 2, bias: 1 });
    const maps = conv2d([[[1, 2]]], [[[[1], [1]]]]);`,
  'nested arrays, pooled': `
    import { flatten, maxPool2d } from '@convolab/lib/dist/ops';
    const image = [[1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]];
    const row = flatten(maxPool2d(image, { poolSize: 2 }));`,
  'plain volumes': `
    import { Volume } from '@convolab/lib';
    import { conv2d, flatten, maxPool2d } from '@convolab/lib/dist/ops';
    const image = Volume.from([[1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]]);
    const edges = conv2d(image, [[1, 0], [0, -1]], { padding: 'same' });
    const halved = conv2d(edges, Volume.from([[1]]), { stride: 2, bias: 1 });
    const row = flatten(maxPool2d(halved, { poolSize: 2 }));`,
  'known shapes': `
    import { Volume } from '@convolab/lib';
    import { conv2d, dense, flatten, maxPool2d, relu } from '@convolab/lib/dist/ops';
    const image = Volume.zeros([28, 28, 1]);
    const c1 = relu(conv2d(image, Volume.zeros([5, 5, 1, 6]), { padding: 'same' }));
    const s2 = maxPool2d(c1, { poolSize: 2 });
    const c3 = relu(conv2d(s2, Volume.zeros([5, 5, 6, 16])));
    const s4 = maxPool2d(c3, { poolSize: 2 });
    const f5 = relu(dense(flatten(s4), Volume.zeros([400, 120])));
    const scores = dense(f5, Volume.zeros([120, 10]));`,
};

/** The library's declarations as they would be without shapes: what each file has in place. */
const withoutShapes: Record<string, (text: string) => string> = {
  'volume/shaped.d.ts': () => "export { Volume, type DType } from './volume';",
  'volume/volume.d.ts': (text) =>
    text
      .replaceAll('<const S extends readonly number[]>(shape: S', '(shape: readonly number[]')
      .replaceAll('VolumeOf<S>', 'Volume'),
  'volume/shapeless.d.ts': () => "export { Volume } from './volume';",
  ...Object.fromEntries(
    ['conv2d', 'max-pool2d', 'flatten', 'dense'].map((file) => [
      `ops/${file}.d.ts`,
      // The last overload, the one that asks for the shape.
      (text: string) =>
        text.replace(/export declare function \w+<.*\n(?!export declare function \w+\()/, ''),
    ]),
  ),
};

/** Cells that must pay nothing, and one that pays for the comparison of one method. */
const ofArrays = ['imports only', 'nested arrays', 'nested arrays, pooled'];
const ofVolumes = ['plain volumes'];

const parsed = new Map<string, SourceFile>();

interface Checked {
  milliseconds: number;
  instantiations: number;
}

/** A fresh program of one cell, checked once, as the kernel does for each cell. */
function check(ts: TypeScript, declarations: Declarations, cell: string): Checked {
  const options = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.CommonJS,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what tslab resolves by
    moduleResolution: ts.ModuleResolutionKind.Node10,
    ...(ts.version.startsWith('6') ? { ignoreDeprecations: '6.0' } : {}),
    esModuleInterop: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === cellFile || exists(name);
  host.getSourceFile = (name, language) => {
    if (name === cellFile) return ts.createSourceFile(name, cell, language);
    const key = [ts.version, declarations, name].join(' ');
    let file = parsed.get(key);
    if (file) return file;
    const rewrite = declarations === 'without' ? withoutShapes[ofLibrary(name)] : undefined;
    file = rewrite
      ? ts.createSourceFile(name, rewritten(name, rewrite, host.readFile(name) ?? ''), language)
      : read(name, language);
    if (file) parsed.set(key, file);
    return file;
  };
  const program = ts.createProgram([cellFile], options, host);
  const source = program.getSourceFile(cellFile);
  const start = process.cpuUsage();
  const problems = program.getSemanticDiagnostics(source);
  const { user, system } = process.cpuUsage(start);
  if (problems.length > 0) {
    throw new Error(ts.flattenDiagnosticMessageText(problems[0]!.messageText, '\n'));
  }
  return {
    milliseconds: (user + system) / 1000,
    instantiations: program.getInstantiationCount(),
  };
}

/** `ops/conv2d.d.ts` for the file of that name in the library as it was built. */
function ofLibrary(name: string): string {
  return /[\\/]lib[\\/]dist[\\/](.*)$/.exec(name)?.[1]?.replaceAll('\\', '/') ?? '';
}

function rewritten(name: string, rewrite: (text: string) => string, text: string): string {
  const result = rewrite(text);
  if (result === text) throw new Error(`types.bench: nothing to take out of ${name} any more`);
  return result;
}

const caseName = (ts: TypeScript, cell: string): string => `${cell}, ${ts.version}`;
const names = Object.keys(cells) as (keyof typeof cells)[];
const countName = (ts: TypeScript, cell: string, declarations: Declarations): string =>
  `instantiations, ${caseName(ts, cell)}, ${declarations}`;

function moreInstantiations(claim: string, cellNames: string[], atMost: number): Gate {
  return {
    claim,
    figure: (results) =>
      Object.fromEntries(
        versions.flatMap((ts) =>
          cellNames.map((name) => [
            caseName(ts, name),
            results.measure(countName(ts, name, 'with shapes')) -
              results.measure(countName(ts, name, 'without')),
          ]),
        ),
      ),
    atMost,
  };
}

export default defineBench({
  cases: () =>
    versions.flatMap((ts) =>
      names.map((name): Case => {
        const contender = (declarations: Declarations) => ({
          clock: 'own' as const,
          run: () => check(ts, declarations, cells[name]).milliseconds,
        });
        return {
          name: caseName(ts, name),
          baseline: 'without',
          // Some milliseconds each: only many of them tell a tenth.
          rounds: name === 'known shapes' ? 15 : 31,
          // Several in a row: before each turn garbage is collected, and with it the compiler's compiled code.
          turnMs: 300,
          warmUpMs: 3_000,
          contenders: {
            'with shapes': contender('with shapes'),
            without: contender('without'),
          },
        };
      }),
    ),
  measures: () =>
    versions.flatMap((ts) =>
      names.flatMap((name) =>
        (['with shapes', 'without'] as const).map((declarations): Measure => ({
          name: countName(ts, name, declarations),
          unit: '',
          run: () => check(ts, declarations, cells[name]).instantiations,
        })),
      ),
    ),
  gates: [
    moreInstantiations('a cell without volumes asks for no instantiation more', ofArrays, 0),
    moreInstantiations('a cell of plain volumes asks for three more at most', ofVolumes, 3),
    speedGate({
      of: 'with shapes',
      against: 'without',
      atLeast: 0.9,
      where: (name) => !name.startsWith('known shapes'),
    }),
    {
      claim: 'a cell with LeNet-5 in known shapes takes',
      figure: (results) =>
        Object.fromEntries(
          versions.map((ts) => [
            caseName(ts, 'known shapes'),
            results.medianMs(caseName(ts, 'known shapes'), 'with shapes'),
          ]),
        ),
      atMost: 60,
      unit: 'ms',
    },
  ],
  packages: ['@tslab/typescript-for-tslab', 'typescript'],
});
