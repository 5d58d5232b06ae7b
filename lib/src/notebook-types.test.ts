import { strict as assert } from 'node:assert';
import path from 'node:path';

import ts from '@tslab/typescript-for-tslab';
import { createConverter } from 'tslab/dist/converter';

/**
 * Notebooks are type-checked by tslab's TypeScript, 5.0.4, which is older than the one that writes
 * our declaration files. What the lib declares must read well there, and say what it says here.
 */
describe("the lib's types in a notebook", function () {
  this.timeout(60_000);

  const folder = path.join(__dirname, '..', '..', 'notebooks');
  const check = (code: string): string[] => diagnose(path.join(folder, 'cell.ts'), code);

  it('are valid for the TypeScript of tslab', () => {
    assert.equal(ts.version, '5.0.4');
    assert.deepEqual(check(everyName), []);
  });

  it('refuse what cannot be: ranks that do not go together, an unknown padding', () => {
    const found = check(`
      import { conv2d } from '@convolab/lib';
      conv2d([[1]], [[[[1]]]]);
      conv2d([[1]], [[1]], { padding: 'full' });
      const oneRow: number[] = conv2d([[1]], [[1]]);
    `);
    assert.deepEqual(
      found.map((text) => text.replace(/:.*/s, '')),
      ['cell.ts 3', 'cell.ts 4', 'cell.ts 5'],
    );
  });

  it("carry shapes from cell to cell through tslab's own declarations", () => {
    const converter = createConverter({ isJS: false, isBrowser: false });
    try {
      let declared = '';
      for (const cell of [
        "import { conv2d, maxPool2d, Volume, type OutputSize } from '@convolab/lib';",
        'const image = Volume.zeros([32, 32, 3]), bank = Volume.zeros([5, 5, 3, 10]);',
        'const maps = conv2d(image, bank);\nlet size: OutputSize<227, 11, 4>;',
        'const Volume = 3; // the name is taken; what was made with it keeps its type',
        'const pooled = maxPool2d(maps, { poolSize: 2 });',
      ]) {
        const { diagnostics, declOutput } = converter.convert(declared, cell);
        assert.deepEqual(diagnostics, []);
        declared = declOutput ?? '';
      }
      const hover = (name: string): string =>
        ts.displayPartsToString(converter.inspect(declared, name, 0).displayParts);
      assert.equal(hover('maps'), 'const maps: Volume<28, 28, 10>');
      assert.equal(hover('pooled'), 'const pooled: Volume<14, 14, 10>');
      assert.equal(hover('size'), 'let size: 55');

      const { diagnostics } = converter.convert(declared, 'conv2d(maps, bank);');
      assert.match(
        diagnostics.map(({ messageText }) => messageText).join(' '),
        /l'image a 10 canaux mais le noyau en attend 3/,
      );
    } finally {
      converter.close();
    }
  });
});

/** A use of all that a lesson may import, with the types it should have. */
const everyName = `
import { conv1d, conv2d, flipKernel, outputSize, Volume, display } from '@convolab/lib';
import { crop, imageBundle, readImage, resize, toGray, toPng } from '@convolab/lib';
import { datasetsRoot, loadMnist, photo } from '@convolab/lib';
import { activationsByLayer, gradCam, learnedFilters, occlusionMap, shiftResponse, type Figure } from '@convolab/lib';
import * as tf from '@convolab/lib/tf';
import * as nn from '@convolab/lib/nn';
import type { PhotoName } from '@convolab/lib';
import type { Array2D, MimeBundle, Padding, DType } from '@convolab/lib';

const row: number[] = conv1d([1, 2, 3], [1, 0], { stride: 2, padding: 'same', bias: 1 });
const rows: number[][] = conv1d([[1], [2]], [[[1]]]);
const kernel: Array2D = [[1, 0], [0, 1]] as const;
const map: number[][] = conv2d([[1, 2], [3, 4]], kernel, { stride: [1, 2], padding: 1 });
const maps: number[][][] = conv2d([[[1]]], [[[[1]]]], { bias: [1] });
const batch: number[][][][] = conv2d([[[[1]]]], Volume.zeros([1, 1, 1, 1]));
const volume: Volume = conv2d(Volume.from(map, 'float32'), kernel);
const back: number[][] = volume.toNested(2);
const numbers: Float32Array | Float64Array = volume.data;
const flipped: number[][] = flipKernel(kernel);
const padding: Padding = 'valid';
const dtype: DType = volume.dtype;
const size: number = outputSize(7, 3, 1, padding);
const bundle: MimeBundle = { 'text/plain': 'bonjour' };
const nothing: void = display(bundle);
const later: Promise<void> = display(volume);

async function images() {
  const { image, credit, licence, title } = await photo('cat');
  const name: PhotoName = 'coffee';
  const gray: Volume = toGray(await readImage('photo.png'), 'luma');
  const small: Volume = resize(crop(gray, { top: 0, left: 0, height: 2, width: 2 }), 1, 1, 'nearest');
  const bytes: Uint8Array = await toPng(small, { range: [0, 1] });
  await display(imageBundle(image, { alt: title + credit + licence, zoom: 2 }));
  const { train, test } = loadMnist({ train: 10, test: 5, seed: 1 });
  const labels: number[] = train.labels.concat(test.labels);
  const first: number = train.images.at(0, 14, 14, 0);
  const root: string = datasetsRoot();
}

async function training() {
  const model: tf.Sequential = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 4, kernelSize: 5, activation: 'relu' }));
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const x: tf.Tensor4D = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
  const y: tf.Tensor4D = tf.conv2d(x, tf.tensor4d([1], [1, 1, 1, 1]), [1, 2], 'same').add(1);
  const { history } = await model.fit(x, y, {
    epochs: 1,
    callbacks: { onEpochEnd: (epoch, logs) => console.log(epoch, logs?.loss) },
  });
  const values: number[][][][] = tf.tidy(() => x.mul<tf.Tensor4D>(2).arraySync());
  const part: tf.LayersModel = tf.model({ inputs: model.inputs, outputs: model.getLayer('flatten').output });
  const kernel: number[] = model.layers[0].getWeights()[0].shape;
  const seen: Figure = gradCam(model, volume, { class: 3, layer: 'conv', names: ['a', 'b'] });
  const covered: Figure = occlusionMap(model, x, { window: 7, stride: 2, fill: 0 });
  const both: Figure[] = [learnedFilters(model, 'conv'), activationsByLayer(part, rows, { channels: 8 })];
  const moved: Figure = shiftResponse(model, x, { most: 4, layers: ['conv'] });
  tf.dispose([x, y]);
}

const hand: nn.Network = nn.sequential(
  [
    nn.conv2d({ filters: 6, kernelSize: 5, padding: 'same', activation: 'relu', initializer: 'heUniform' }),
    nn.maxPool2d(),
    nn.flatten(),
    nn.dense({ units: 10, activation: 'softmax' }),
  ],
  { inputShape: [28, 28, 1], seed: 1, engine: 'plain' },
);
const learn = async (): Promise<number> => {
  const { train, test } = loadMnist();
  const options: nn.FitOptions = { epochs: 2, optimizer: nn.adam(), learningRate: nn.cosineSchedule(0.003) };
  const history: nn.History = await hand.fit(train, { ...options, earlyStop: true, metrics: ['top5'] });
  const losses: number[] | undefined = history.metrics['loss'];
  await nn.save(hand, 'lenet.safetensors');
  const { network } = await nn.load('lenet.safetensors');
  const answers: Volume = network.predict(test.images);
  const twin = nn.fromTfjs(nn.toTfjs(network));
  return (losses?.length ?? 0) + answers.size + twin.summary().parameters;
};
`;

/** Problems in the code and in every declaration file of ours that it reads. */
function diagnose(file: string, code: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, language) =>
    name === file ? ts.createSourceFile(name, code, language) : getSourceFile(name, language);

  const program = ts.createProgram([file], options, host);
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === file || /[\\/]lib[\\/]dist[\\/]/.test(fileName));
  assert.ok(ours.length > 1, 'the lib is not built: npm run build');
  return ours
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map((problem) => {
      const source = problem.file;
      const line = source ? source.getLineAndCharacterOfPosition(problem.start ?? 0).line + 1 : 0;
      const text = ts.flattenDiagnosticMessageText(problem.messageText, '\n');
      return `${path.basename(source?.fileName ?? '')} ${line}: ${text}`;
    });
}
