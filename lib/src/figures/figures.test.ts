import assert from 'node:assert/strict';

import { conv2d } from '../ops/conv2d';
import * as figures from './index';
import type { Figure } from './figure';
import { textWidth } from './paint/svg';
import { assertFramesFit, assertShown } from './testing/figure-laws';

const input = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const cross = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
const edge = [
  [-1, -1, -1],
  [-1, 8, -1],
  [-1, -1, -1],
];
const photo = Array.from({ length: 90 }, (_, y) =>
  Array.from({ length: 120 }, (__, x) => 128 + 127 * Math.sin(x / 7) * Math.cos(y / 9)),
);
const rgb = [
  [
    [1, 10, 100],
    [2, 20, 200],
  ],
  [
    [3, 30, 300],
    [4, 40, 400],
  ],
];

/** One of each kind; every test below holds for all of them. */
const examples: Record<string, () => Figure> = {
  'slidingWindow of a matrix': () => figures.slidingWindow(input, cross),
  'slidingWindow with padding and two strides': () =>
    figures.slidingWindow(input, cross, { padding: 'same', stride: [2, 1] }),
  'slidingWindow of a list': () => figures.slidingWindow([0, 1, 2, -1, 1, -3, 0], [1, 0, -1]),
  heatmapGrid: () => figures.heatmapGrid({ avant: input, après: conv2d(input, cross) }),
  featureMaps: () => figures.featureMaps(photo, { contours: edge, croix: cross }),
  kernelOnImage: () => figures.kernelOnImage(photo, edge, { title: 'Contours' }),
  kernelProduct: () => figures.kernelProduct({ contours: edge, croix: cross }),
  'measuredLines over rates': () =>
    figures.measuredLines({ sans: [[0.7, 0.1], [0.6, 0.2]], avec: [[0.8, 0.7]] }, { at: [0.01, 0.1], logX: true }), // prettier-ignore
  'measuredLines with bands': () =>
    figures.measuredLines({ sans: [[0.7, 0.1], [0.6, 0.2]] }, { at: [10, 100], bands: true, logX: true }), // prettier-ignore
  'measuredLines over names': () =>
    figures.measuredLines({ norme: [[1e-4, 0.2]] }, { at: ['début', 'fin'], logY: true, y: 'norme' }), // prettier-ignore
  kernelCells: () => figures.kernelCells({ contours: edge, croix: cross }),
  channelSums: () => figures.channelSums(rgb, [[[1, 1, 1]]], { bias: 5 }),
  lineProfile: () => figures.lineProfile({ avant: [1, 2.5], après: [0, -3] }),
  bars: () => figures.bars({ dense: 92191744, conv: 896 }, { log: true }),
  layerDiagram: () =>
    figures.layerDiagram([
      { name: 'entrée', shape: [28, 28, 1] },
      { name: 'conv 5×5 + ReLU', shape: [24, 24, 6], part: 'extraction' },
      { name: 'dense + softmax', shape: [10], part: 'classification' },
    ]),
  receptiveField: () => figures.receptiveField(photo, edge),
  filtersOverEpochs: () =>
    figures.filtersOverEpochs([
      { epoch: 0, filters: [edge, cross] },
      { epoch: 1, filters: [cross, edge], note: '91 %' },
    ]),
  flipToggle: () => figures.flipToggle(input, [[1, 2]]),
};

describe('every figure', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  for (const [name, make] of Object.entries(examples)) {
    it(`${name} is at once plotly, a picture that is not blank, and words`, async () => {
      await assertShown(make());
    });

    it(`${name}: its frames change traces that exist, and its controls name frames that exist`, () => {
      assertFramesFit(make());
    });
  }

  it('is drawn once: the second time the picture comes out of the cache, byte for byte', async () => {
    const first = await figures.bars({ a: 1, b: 2 }).png();
    const second = await figures.bars({ a: 1, b: 2 }).png();
    assert.deepEqual(Buffer.from(first), Buffer.from(second));
  });
});

describe('the words of a figure', () => {
  it('slidingWindow() tells each product of each step, and the result', () => {
    const { alt, frames } = figures.slidingWindow(input, cross);
    assert.equal(frames.length, 9);
    assert.match(alt, /Étape 1 .* 1×1 \+ 1×0 \+ 1×1 \+ 0×0 \+ 1×1 \+ 1×0 \+ 0×1 \+ 0×0 \+ 1×1 = 4/);
    assert.match(alt, /Résultat : \[\[4, 3, 4\], \[2, 4, 3\], \[2, 3, 4\]\]/);
  });

  it('slidingWindow() of a list puts negative factors in brackets', () => {
    const { alt } = figures.slidingWindow([0, 1, 2, -1, 1, -3, 0], [1, 0, -1]);
    assert.match(alt, /Étape 4 .* \(−1\)×1 \+ 1×0 \+ \(−3\)×\(−1\) = 2/);
    assert.match(alt, /Résultat : \[−2, 2, 1, 2, 1\]/);
  });

  it('slidingWindow() skips windows by its stride', () => {
    const { alt, frames } = figures.slidingWindow(input, cross, { stride: 2 });
    assert.equal(frames.length, 4);
    assert.match(alt, /Résultat : \[\[4, 4\], \[2, 4\]\]/);
  });

  it('slidingWindow() takes another stride down than across, as conv2d does', () => {
    const { alt } = figures.slidingWindow(input, edge, { stride: [1, 2] });
    const result = conv2d(input, edge, { stride: [1, 2] });
    assert.ok(
      alt.includes(
        `Résultat : [${result.map((row) => `[${row.join(', ')}]`).join(', ')}]`.replace(/-/g, '−'),
      ),
    );
  });

  it('slidingWindow() lays the zeros of a padding round its input, and counts them in its products', () => {
    const { alt, frames } = figures.slidingWindow(input, cross, { padding: 1 });
    assert.equal(frames.length, 25);
    assert.match(alt, /1 en haut, 1 en bas, 1 à gauche, 1 à droite/);
    assert.match(alt, /Étape 1 .* 0×1 \+ 0×0 \+ 0×1 \+ 0×0 \+ 1×1 .* = 2/);
    assert.match(alt, /Résultat : \[\[2, 2, 3, 1, 1\], .*, \[0, 2, 2, 1, 1\]\]/);
  });

  it("slidingWindow() pads as TensorFlow's same does: the odd zero on the right", () => {
    const { alt } = figures.slidingWindow([1, 2, 3, 4], [1, 1, 1], { padding: 'same', stride: 2 });
    assert.match(alt, /0 à gauche, 1 à droite/);
    assert.match(alt, /Résultat : \[6, 7\]/);
  });

  it('channelSums() adds the bias once a cell, not once a channel', () => {
    const { alt } = figures.channelSums(rgb, [[[1, 1, 1]]], { bias: 5 });
    assert.match(alt, /Case \(1, 1\) : 1 \+ 10 \+ 100 \+ 5 = 116/);
    assert.match(alt, /Somme \(biais 5\) : \[\[116, 227\], \[338, 449\]\]/);
  });

  it('featureMaps() and kernelOnImage() tell the map that conv2d gives', () => {
    const map = '[[4, 3, 4], [2, 4, 3], [2, 3, 4]]';
    assert.ok(figures.featureMaps(input, { croix: cross }).alt.includes(map));
    assert.ok(figures.kernelOnImage(input, cross).alt.includes(map));
  });

  it('receptiveField() names the rows and columns of the input that a pixel sees', () => {
    const { alt } = figures.receptiveField(input, cross);
    assert.match(alt, /Sortie \(2, 3\) : lignes 2 à 4, colonnes 3 à 5 de l’entrée, réponse 3/);
  });

  it('flipToggle() tells both results', () => {
    const { alt } = figures.flipToggle([[1, 2, 3]], [[1, 10]]);
    assert.match(alt, /Corrélation, résultat \(1 × 2\) : \[\[21, 32\]\]/);
    assert.match(alt, /Convolution, résultat \(1 × 2\) : \[\[12, 23\]\]/);
  });

  it('bars() ends its axis at the most there can be', () => {
    const axisOf = (most?: number) =>
      JSON.stringify(figures.bars({ a: 93 }, most === undefined ? {} : { most }).layout);
    assert.ok(axisOf(100).includes('"range":[0,100]'));
    assert.ok(!axisOf().includes('"range":[0,100]'));
  });

  it('measuredLines() tells the median of the runs at each place', () => {
    const runs = { sans: [[1, 10], [3, 20], [100, 60]], avec: [[0.00123, 4], [0.00323, 5]] }; // prettier-ignore
    assert.deepEqual(figures.measuredLines(runs, { at: ['début', 'fin'], logY: true }).alt.split('\n'), [
      'Mesures',
      'sans : 3 en début ; 20 en fin',
      'avec : 0,00223 en début ; 4,5 en fin',
    ]); // prettier-ignore
  });

  it('kernelProduct() tells column, row and what is missing', () => {
    const { alt } = figures.kernelProduct({ bord: [[0, 2], [0, 4]], contours: edge }); // prettier-ignore
    assert.match(alt, /^bord : .* colonne \[2, 4\] × ligne \[0, 1\] ; il manque 0\u00a0%$/m);
    assert.match(alt, /^contours : .* il manque 6,7\u00a0%$/m);
  });

  it('slidingWindow() of a list colours a result without negatives as it colours the input', () => {
    const sameScale = (kernel: number[]) => {
      const { data } = figures.slidingWindow([1, 2, 3, 4], kernel);
      const scales = data
        .filter(({ type }) => type === 'heatmap')
        .map(({ colorscale }) => JSON.stringify(colorscale));
      return scales.length > 2 && scales[0] === scales.at(-1);
    };
    assert.equal(sameScale([1, 1, 1]), true);
    assert.equal(sameScale([1, 0, -1]), false);
  });

  it('bars() groups thousands and lineProfile() writes decimal commas', () => {
    assert.match(figures.bars({ dense: 92191744 }).alt, /dense : 92\u00a0191\u00a0744/);
    assert.match(figures.lineProfile({ avant: [1, 2.5] }).alt, /avant : \[1 ; 2,5\]/);
  });

  it('lineProfile() keeps the names of four curves on its sheet', () => {
    const names = ['sans, appr.', 'sans, valid.', 'avec, appr.', 'avec, valid.'];
    const { data, layout } = figures.lineProfile(
      Object.fromEntries(names.map((name) => [name, [1, 2]])),
      { y: 'perte' },
    );
    const last = data.find(({ text }) => (text as string[] | undefined)?.[0] === names[3])!;
    const right = (last['x'] as number[])[0]! + textWidth(names[3]!, 14);
    assert.ok(right <= (layout['width'] as number), `it ends at ${right}`);
  });
});

describe('a figure refuses', () => {
  it('a run that has not a number for each place, or 0 on a logarithmic axis', () => {
    const wanted = { name: 'RangeError', message: /« sans ».*2 nombres finis/ };
    assert.throws(() => figures.measuredLines({ sans: [[1]] }, { at: [1, 2] }), wanted);
    assert.throws(() => figures.measuredLines({ sans: [] }, { at: [1, 2] }), wanted);
    assert.throws(() => figures.measuredLines({ sans: [[1, NaN]] }, { at: [1, 2] }), wanted);
    const log = { at: [1, 2], logY: true };
    assert.throws(() => figures.measuredLines({ sans: [[1, 0]] }, log), /au-dessus de 0/);
  });

  it('a kernel larger than its input, and says both sizes', () => {
    assert.throws(
      () => figures.slidingWindow([[1]], cross),
      /le noyau fait 3.×.3 mais l'entrée, remplissage compris, 1.×.1/,
    );
  });

  it('a stride that is no whole number', () => {
    assert.throws(
      () => figures.slidingWindow(input, cross, { stride: 0.5 }),
      /le pas \(stride\) est 0.5/,
    );
  });

  it('a film of more windows than one watches', () => {
    assert.throws(() => figures.slidingWindow(photo, cross), /10384 fenêtres/);
  });

  it('an image with channels where a matrix is due', () => {
    assert.throws(() => figures.kernelOnImage(rgb as never, edge), /rang 2 était attendue/);
  });

  it('a filter without a slice for each channel', () => {
    assert.throws(() => figures.channelSums(rgb, [[[1, 1]]]), /l'image a 3 canaux et le filtre 2/);
  });
});
