import { strict as assert } from 'node:assert';

import { compilers, declarationsOf, hoversOf, problemsOf } from '../testing/notebook-compiler';

const imports = `
import { Volume } from '@convolab/lib';
import {
  avgPool2d, conv1d, conv2d, conv2dBackward, dense, depthwiseConv2d, flatten, globalAvgPool2d,
  maxPool2d, pointwiseConv2d, relu, softmax, trueConv2d, type Conv2dOptions,
} from '@convolab/lib/dist/ops';
`;

/** Each line `const name = ...; // reads` is a claim of what a hover over the name reads. */
const claims = `
const image = Volume.zeros([32, 32, 3]); // Volume<32, 32, 3>
const bank = new Volume([5, 5, 3, 10], new Float32Array(750)); // Volume<5, 5, 3, 10>
const maps = conv2d(image, bank); // Volume<28, 28, 10>
const halved = conv2d(image, bank, { stride: 2, padding: 'same', bias: [1] }); // Volume<16, 16, 10>
const sides = { top: 1, bottom: 2, left: 0, right: 0 } as const; // 
const uneven = conv2d(image, bank, { stride: [2, 1], padding: sides, dilation: 2 }); // Volume<14, 24, 10>
const framed = conv2d(image, bank, { padding: [2, 0] }); // Volume<32, 28, 10>
const grouped = conv2d(Volume.zeros([8, 8, 4]), Volume.zeros([3, 3, 2, 6]), { groups: 2 }); // Volume<6, 6, 6>
const flipped = trueConv2d(image, bank); // Volume<28, 28, 10>
const matrix = conv2d(Volume.zeros([7, 7]), Volume.zeros([3, 3])); // Volume<5, 5>
const active = relu(maps); // Volume<28, 28, 10>
const pooled = maxPool2d(active, { poolSize: 2 }); // Volume<14, 14, 10>
const smooth = avgPool2d(active, { poolSize: [3, 2], stride: 1, padding: 'same' }); // Volume<28, 28, 10>
const means = globalAvgPool2d(pooled); // Volume<10>
const bordered = maxPool2d(pooled, { poolSize: 3, stride: 2, padding: 2 }); // Volume<8, 8, 10>
const lopsided = avgPool2d(pooled, { poolSize: 3, padding: { top: 0, bottom: 1, left: 2, right: 0 } }); // Volume<5, 5, 10>
const flat = flatten(pooled); // Volume<1960>
const scores = dense(flat, Volume.zeros([1960, 120])); // Volume<120>
const shares = softmax(scores); // Volume<120>
const wide = depthwiseConv2d(image, Volume.zeros([3, 3, 3, 2])); // Volume<30, 30, 6>
const mixed = pointwiseConv2d(image, Volume.zeros([3, 8])); // Volume<32, 32, 8>
const signal = conv1d(Volume.zeros([100]), Volume.zeros([3]), { stride: 2 }); // Volume<49>
const stereo = conv1d(Volume.zeros([100, 2]), Volume.zeros([3, 2, 7]), { padding: 1 }); // Volume<100, 7>
const large = flatten(Volume.zeros([1024, 1024, 3])); // Volume<3145728>
const dInput = conv2dBackward(maps, image, bank).dInput; // Volume<32, 32, 3>
const count: number = 8; // number
const batch = conv2d(Volume.zeros([count, 32, 32, 3]), bank); // Volume<number, 28, 28, 10>
const options: Conv2dOptions = { stride: 2 }; //
const byOptions = conv2d(image, bank, options); // Volume<number, number, 10>
const kernel = Volume.from([[[[1]]]]); // Volume
const unknownKernel = conv2d(image, kernel); // Volume<number, number, number>
const unknown = conv2d(kernel, kernel, { stride: 2 }); // Volume
const unknownPooled = flatten(maxPool2d(unknown, { poolSize: 2 })); // Volume
const nested = conv2d([[1, 2], [3, 4]], [[1]], { padding: 'same' }); // number[][]
const nestedMaps = conv2d([[[1]]], bank); // number[][][]
const nestedPool = maxPool2d([[1, 2], [3, 4]], { poolSize: 2 }); // number[][]
const nestedFlat = flatten([[1, 2], [3, 4]]); // number[]
const nestedRows = dense([[1, 2]], Volume.zeros([2, 5])); // number[][]
const shared = conv2d(Volume.zeros([4, 4, 6]), Volume.zeros([1, 1, 2, 6]), { groups: 3 }); // Volume<4, 4, 6>
const either = globalAvgPool2d(Math.random() > 1 ? kernel : image); // Volume
const union = maxPool2d(Math.random() > 1 ? kernel : [[1]], { poolSize: 1 }); //
const reshaped = image.reshape([32, 96]); // Volume<32, 96>
const arrays = reshaped.toNested(); // number[][]
const shape = image.shape; // readonly [32, 32, 3]
const rank = image.rank; // 3
const several = [image].map((one) => conv2d(one, bank)); // Volume<28, 28, 10>[]
const rankFive = Volume.zeros([1, 2, 3, 4, 5]); // Volume
const anyRank = Volume.zeros([1, 2].map((axis) => axis)); // Volume
`;

const refusals: [code: string, words: RegExp][] = [
  [
    'conv2d(Volume.zeros([32, 32, 3]), Volume.zeros([5, 5, 1, 8]));',
    /'Volume<5, 5, 1, 8>'.*l'image a 3 canaux mais le noyau en attend 1\u00a0; donnez un noyau \[hauteur, largeur, 3, filtres\]\./,
  ],
  [
    'conv2d(Volume.zeros([32, 32, 3]), Volume.zeros([5, 5]));',
    /le noyau a la forme \[5, 5\], de rang 2, mais une image de rang 3 demande un noyau de rang 4/,
  ],
  [
    'conv2d(Volume.zeros([3, 32, 3]), Volume.zeros([5, 5, 3, 1]));',
    /le filtre a une taille de 5 mais l'entrée, remplissage compris, a une taille de 3/,
  ],
  [
    'conv2d(Volume.zeros([4, 4, 6]), Volume.zeros([1, 1, 6, 2]), { groups: 2 });',
    /l'image a 6 canaux mais le noyau en attend 6 dans chacun des 2 groupes/,
  ],
  [
    'conv2d(Volume.zeros([4, 4]), Volume.zeros([1, 1]), { stride: 0 });',
    /le pas \(stride\) est 0 mais il doit être un entier d'au moins 1/,
  ],
  [
    'maxPool2d(Volume.zeros([2, 2]), { poolSize: 3 });',
    /a une taille de 3 mais l'entrée, remplissage compris, a une taille de 2/,
  ],
  [
    'maxPool2d(Volume.zeros([5, 104, 1]), { poolSize: 1, padding: 1 });',
    /le remplissage \(padding\) est si large qu'une fenêtre de 1 y tombe tout entière\u00a0; donnez de chaque côté/,
  ],
  [
    'avgPool2d(Volume.zeros([9, 9]), { poolSize: [3, 2], padding: { top: 2, bottom: 9, left: 2, right: 0 } });',
    /qu'une fenêtre de 2 y tombe tout entière/,
  ],
  [
    'dense(Volume.zeros([400]), Volume.zeros([401, 3]));',
    /l'entrée a 400 unités mais la matrice de poids en attend 401/,
  ],
  [
    'depthwiseConv2d(Volume.zeros([9, 9, 3]), Volume.zeros([3, 3, 4, 2]));',
    /l'image a 3 canaux mais le noyau en attend 4/,
  ],
  [
    'const maps: Volume<28, 28, 9> = conv2d(Volume.zeros([32, 32, 3]), Volume.zeros([5, 5, 3, 10]));',
    /'Volume<28, 28, 10>' is not assignable to type 'Volume<28, 28, 9>'/,
  ],
  [
    'const named: Volume<2, 2> = Volume.from([[1]]);',
    /'Volume' is not assignable to type 'Volume<2, 2>'/,
  ],
  [
    'conv2d(Volume.zeros([4, 4, 6]), Volume.zeros([1, 1, 2, 4]), { groups: 3 });',
    /le noyau a 4 filtres mais il faut un multiple de 3, le nombre de groupes \(groups\)\u00a0; donnez un noyau \[hauteur, largeur, 6 \/ 3, filtres\] dont/,
  ],
  [
    'flatten(Volume.zeros([5]));',
    /'Volume<5>'.*Impossible d'aplatir l'image\u00a0: l'entrée a la forme \[5\], de rang 1, mais il faut un rang de 2, 3 ou 4/,
  ],
  [
    'globalAvgPool2d(Volume.zeros([5]));',
    /Impossible de sous-échantillonner l'image\u00a0: l'image a la forme \[5\], de rang 1/,
  ],
  [
    'conv2d([[1]], [[[[1]]]]);',
    /le noyau a la forme \[\?, \?, \?, \?\], de rang 4, mais une image de rang 2 demande un noyau de rang 2/,
  ],
  [
    'conv2d([[1]], Volume.zeros([1, 1, 1, 1]));',
    /le noyau a la forme \[1, 1, 1, 1\], de rang 4, mais une image de rang 2 demande/,
  ],
  [
    "conv2d([[1]], [[1]], { padding: 'full' });",
    /Type '"full"' is not assignable to type 'Padding2d/,
  ],
  ['maxPool2d([[1]], { poolsize: 2 });', /poolSize/],
];

for (const [name, ts] of compilers) {
  describe(`shapes as types in ${name}, ${ts.version}`, function () {
    this.timeout(60_000);
    const lines = [...claims.matchAll(/^const (\w+).*; \/\/ ?(.*)$/gm)].filter(
      ([, , reads]) => reads,
    );

    it('a hover reads the exact shape of what an operation gives', () => {
      assert.deepEqual(problemsOf(ts, imports + claims), []);
      const names = lines.map(([, name]) => name!);
      const hovers = hoversOf(ts, imports + claims, names);
      assert.deepEqual(
        hovers,
        lines.map(([, name, reads]) => `const ${name!}: ${reads!}`),
      );
    });

    it('a mismatch does not compile, and says why', () => {
      for (const [code, words] of refusals) {
        const found = problemsOf(ts, `${imports}${code}`);
        assert.equal(found.length, 1, code);
        assert.match(found[0]!, words);
      }
    });

    it('shapes are declared to later cells as they are', () => {
      const declared = declarationsOf(ts, imports + claims.replace(/^const/gm, 'export const'));
      const code = `
        import { bank, batch, image, maps, unknown } from './earlier';
        import { conv2d } from '@convolab/lib/dist/ops';
        const again = conv2d(image, bank);
        const same: typeof maps = again;
        const inBatch = batch;
        const still = unknown;
      `;
      assert.deepEqual(problemsOf(ts, code, declared), []);
      assert.deepEqual(hoversOf(ts, code, ['again', 'same', 'inBatch', 'still'], declared), [
        'const again: Volume<28, 28, 10>',
        'const same: Volume<28, 28, 10>',
        'const inBatch: Volume<number, 28, 28, 10>',
        'const still: Volume',
      ]);
    });

    it('plain Volume stays what it was: parameters, results, classes, instanceof', () => {
      const code = `${imports}
        function half(volume: Volume): Volume { return maxPool2d(volume, { poolSize: 2 }); }
        let current: Volume = half(Volume.zeros([4, 4]));
        current = conv2d(current, [[1]]);
        class Labelled extends Volume { label = ''; }
        const labelled: Volume = new Labelled([2], new Float32Array(2));
        function rows(value: Volume | number[][]): number {
          return value instanceof Volume ? value.shape[0]! : value.length;
        }
        rows(Volume.zeros([2, 2]));
        const numbers: Float32Array | Float64Array = current.data;
        const instance: InstanceType<typeof Volume> = current;
        const dimensions: number[] = [2, 3];
        const made: Volume = new Volume(dimensions, new Float64Array(6));
        function square<N extends number>(image: Volume<N, N>): number { return image.size; }
        square(Volume.zeros([3, 3]));
      `;
      assert.deepEqual(problemsOf(ts, code), []);
    });
  });
}
