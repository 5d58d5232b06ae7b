import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { Volume } from '../volume/volume';
import type { Figure } from './figure';
import * as figures from './index';
import type { PlotlyObject } from './plotly-object';

const block = [
  [
    [1, 10, 100],
    [2, 20, 200],
  ],
  [
    [3, 30, 300],
    [4, 40, 400],
  ],
];
const weights = [
  [1, -2, 0.5],
  [-1, 3, 2],
];
const input = [2, 0.5, -1];
const bias = [0.5, -1];
const run: figures.ForwardStage[] = [
  { name: 'entrée', values: block.map((row) => row.map((cell) => cell[0]!)) },
  { name: 'cartes', values: block },
  { name: 'aplatir', values: Array.from({ length: 20 }, (_, i) => i) },
  { name: 'logits', values: new Volume([3], Float64Array.of(2, -1, 0.1)) },
  { name: 'softmax', values: [0.7, 0.2, 0.1] },
];
const example: figures.HeadExample = {
  name: 'un 1',
  image: [
    [0, 1],
    [1, 0],
  ],
  features: block,
  answers: {
    classer: { probabilities: [0.9, 0.1] },
    pencher: { number: 12.34, expected: -3, unit: '°' },
    dessiner: {
      image: [
        [0, 0.5],
        [0.5, 0],
      ],
    },
  },
};
const heads = {
  classer: { layers: 'dense 2 + softmax', parameters: 26 },
  pencher: { layers: 'dense 1', parameters: 13 },
  dessiner: { layers: 'dense 4', parameters: 52 },
};

const examples: Record<string, () => Figure> = {
  flattenStrip: () => figures.flattenStrip(block),
  denseLinks: () => figures.denseLinks(weights, input, { bias }),
  'denseLinks of many units': () =>
    figures.denseLinks(
      Array.from({ length: 10 }, (_, u) => Array.from({ length: 16 }, (__, i) => Math.sin(u + i))),
      Array.from({ length: 16 }, (_, i) => i),
    ),
  matrixVector: () => figures.matrixVector(weights, input, { bias }),
  softmaxBars: () => figures.softmaxBars([2, 1, 0.1], { names: ['chat', 'chien', 'oiseau'] }),
  softmaxShift: () => figures.softmaxShift([2, 1, 0.1]),
  forwardPass: () => figures.forwardPass({ un: run, deux: run }),
  headSwap: () => figures.headSwap(heads, [example]),
};

describe('figures of flattening, dense layers and softmax', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  for (const [name, make] of Object.entries(examples)) {
    it(`${name} has a picture that is not blank and fits a notebook`, async () => {
      const figure = make();
      const picture = await Jimp.read(Buffer.from(await figure.png()));
      assert.ok(picture.width <= 900);
      const colours = new Set<number>();
      for (let i = 0; i + 4 <= picture.bitmap.data.length; i += 4) {
        colours.add(picture.bitmap.data.readUInt32BE(i));
      }
      assert.ok(colours.size > 20);
    });

    it(`${name}: each slider and button names a frame, and a frame has data for its traces`, () => {
      const { data, frames, layout } = make();
      const names = frames.map((frame) => frame['name']);
      assert.ok(names.length > 1);
      assert.equal(new Set(names).size, names.length);
      for (const frame of frames) {
        const traces = frame['traces'] as number[];
        assert.equal((frame['data'] as unknown[]).length, traces.length);
        assert.ok(traces.every((index) => data[index] !== undefined));
      }
      const asked = [...stepsOf(layout), ...buttonsOf(layout)].map(({ args }) => args[0][0]);
      assert.deepEqual(
        asked.filter((frame) => !names.includes(frame)),
        [],
      );
      assert.equal(new Set(asked).size, names.length, 'no frame is out of reach');
    });
  }
});

describe('the words of these figures', () => {
  it('flattenStrip() tells both orders', () => {
    const { alt } = figures.flattenStrip(block);
    assert.match(alt, /tfjs.* : \[1, 10, 100, 2, 20, 200, 3, 30, 300, 4, 40, 400\]/);
    assert.match(alt, /PyTorch.* : \[1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400\]/);
    assert.match(alt, /case 7 : y = 1, x = 0, canal 1/);
  });

  it('matrixVector() and denseLinks() tell each sum of products, and the layer', () => {
    const { alt } = figures.matrixVector(weights, input, { bias });
    assert.match(alt, /Neurone 1 : 1×2 \+ \(−2\)×0,5 \+ 0,5×\(−1\) \+ 0,5 = 1/);
    assert.match(alt, /W·x \+ b : \[1 ; −3,5\]/);
    const links = figures.denseLinks(weights, input, { bias, units: ['a', 'b'] }).alt;
    assert.match(links, /3 × 2 = 6 liens \(poids\), 2 biais/);
    assert.match(links, /b : poids \[−1, 3, 2\], biais −1, sortie avant activation −3,5/);
  });

  it('denseLinks() tells negative weights by dashes, not by colour alone', () => {
    const { data } = figures.denseLinks([[1, -1]], [1, 1]);
    const dashes = data
      .filter((trace) => ((trace['x'] ?? []) as unknown[]).length > 0)
      .map((trace) => (trace['line'] as { dash?: string } | undefined)?.dash);
    assert.ok(dashes.includes('solid'));
    assert.ok(dashes.some((dash) => dash?.includes('px')));
  });

  it('softmaxBars() tells the probabilities at each temperature', () => {
    const { alt } = figures.softmaxBars([2, 1, 0.1], { names: ['chat', 'chien', 'oiseau'] });
    assert.match(alt, /T = 1 : chat 65,9.%, chien 24,2.%, oiseau 9,9.%/);
    assert.match(alt, /T = 0,1 : chat > 99,9.%/);
    assert.match(alt, /Logit oiseau à 2,6 \(T = 1\)/);
  });

  it('softmaxShift() breaks on the left and holds on the right', () => {
    const { alt } = figures.softmaxShift([2, 1, 0.1], { shifts: [0, 1000] });
    assert.match(alt, /Logits \+ 0 : formule telle quelle 65,9.%, 24,2.%, 9,9.% ;/);
    assert.match(alt, /Logits \+ 1000 : formule telle quelle NaN, NaN, NaN ; .* 65,9.%, 24,2.%/);
  });

  it('forwardPass() tells shapes, short vectors and shares', () => {
    const { alt } = figures.forwardPass({ un: run });
    assert.match(alt, /cartes \(2 × 2 × 3\)/);
    assert.match(alt, /logits \(3\) : \[2 ; −1 ; 0,1\]/);
    assert.match(alt, /softmax \(3\) : 70.%, 20.%, 10.%/);
  });

  it('headSwap() tells the heads and their answers', () => {
    const { alt } = figures.headSwap(heads, [example]);
    assert.match(alt, /Tête « classer » : dense 2 \+ softmax, 26 paramètres/);
    assert.match(alt, /un 1, pencher : 12,3° \(mesuré : −3°\)/);
  });
});

describe('these figures refuse', () => {
  it('a layer whose shapes do not go together, and tell of the transpose', () => {
    const wrong = (): Figure => figures.matrixVector(weights, [1, 2]);
    assert.throws(wrong, /W a 3 colonnes mais l'entrée a 2 valeurs.* transposée/);
    assert.throws(() => figures.denseLinks(weights, input, { bias: [1] }), /2 lignes .* 1 biais/);
  });

  it('more than they can show', () => {
    const row = Array.from({ length: 9 }, () => 1);
    assert.throws(() => figures.matrixVector([row], row), /8 × 8 au plus/);
    assert.throws(() => figures.flattenStrip([[row, row, row, row]]), /4 canaux au plus/);
    assert.throws(() => figures.softmaxBars([...row, ...row]), /12 au plus/);
    assert.throws(() => figures.forwardPass({}), /aucune étape/);
  });

  it('runs of different shapes, a head without an answer, names that are missing', () => {
    const other = run.slice(1);
    assert.throws(() => figures.forwardPass({ un: run, deux: other }), /«.deux.» a les formes/);
    const more = { ...heads, autre: { layers: '', parameters: 0 } };
    assert.throws(() => figures.headSwap(more, [example]), /pas de réponse pour la tête/);
    assert.throws(() => figures.softmaxBars([1, 2], { names: ['a'] }), /2 logits mais 1 noms/);
  });
});

interface Control extends PlotlyObject {
  args: [string[]];
}

function stepsOf(layout: PlotlyObject): Control[] {
  const sliders = (layout['sliders'] ?? []) as { steps: Control[] }[];
  return sliders.flatMap(({ steps }) => steps);
}

function buttonsOf(layout: PlotlyObject): Control[] {
  const menus = (layout['updatemenus'] ?? []) as { buttons: Control[] }[];
  return menus.flatMap(({ buttons }) => buttons);
}
