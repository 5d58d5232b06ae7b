import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { gradientDescent } from '../../learning/gradient-descent';
import * as figures from './index';

const tiny = {
  x: 2,
  w1: 0.5,
  p: ['*', 'w1', 'x'],
  a: ['relu', 'p'],
  w2: -1,
  z: ['*', 'w2', 'a'],
  q: ['sigmoid', 'z'],
  L: ['-log', 'q'],
} as const;
const images = Volume.zeros([6, 4, 4, 1]);
images.data.forEach((_, i) => (images.data[i] = ((i * 7) % 16) / 15));
const bowl = (x: number, y: number): number => x * x + 4 * y * y;
const map: Omit<figures.LossSurfaceOptions, 'learningRates'> = {
  range: { x: [-2, 2], y: [-2, 2] },
  start: [-1, 1],
};

/** One of each kind; every test below holds for all of them. */
const examples: Record<string, () => Figure> = {
  logLossCurve: () => figures.logLossCurve({ 'au début': 0.4 }),
  labelTable: () => figures.labelTable(['chien', 'renard', 'cheval']),
  predictionBars: () => figures.predictionBars([1, 0], { avant: [0.4, 0.6], après: [0.9, 0.1] }),
  epochRuler: () => figures.epochRuler(5000, 64),
  trainingLoop: () => figures.trainingLoop({ images: 10, batchSize: 4, epochs: 3 }),
  lossSurface: () => figures.lossSurface(bowl, { ...map, learningRates: [0.05, 0.3] }),
  computationGraph: () => figures.computationGraph(tiny),
  gradientErrors: () => figures.gradientErrors(Math.exp, Math.E, 1),
  learningCurves: () => figures.learningCurves({ metrics: { loss: [2, 1], accuracy: [0.5, 0.9] } }),
  confusionMatrix: () => figures.confusionMatrix([0, 1, 2, 2, 1, 0], [0, 1, 1, 2, 1, 2], images),
  predictionGallery: () =>
    figures.predictionGallery(
      images,
      [0, 1, 2, 2, 1, 0].map((d) => [0, 1, 2].map((c) => (c === d ? 0.8 : 0.1))),
      { labels: [0, 1, 1, 2, 1, 0] },
    ),
};

describe('every figure of learning', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  for (const [name, make] of Object.entries(examples)) {
    it(`${name} fits a notebook, has a picture that is not blank, and words`, async () => {
      const figure = make();
      assert.ok((figure.layout['width'] as number) <= 900);
      const picture = await Jimp.read(Buffer.from(await figure.png()));
      const bytes = Buffer.from(picture.bitmap.data);
      const colours = new Set<number>();
      for (let i = 0; i + 4 <= bytes.length; i += 4) colours.add(bytes.readUInt32BE(i));
      assert.ok(colours.size > 20);
      assert.ok(figure.alt.length > 20);
    });

    it(`${name}: its frames change traces that exist, its slider names frames that exist`, () => {
      const { frames, data, layout } = make();
      const names = frames.map((frame) => frame['name']);
      assert.equal(new Set(names).size, names.length);
      for (const frame of frames) {
        const traces = frame['traces'] as number[];
        assert.equal((frame['data'] as unknown[]).length, traces.length);
        assert.ok(traces.every((index) => data[index] !== undefined));
      }
      const sliders = (layout['sliders'] ?? []) as { steps: { args: [string[]] }[] }[];
      for (const { steps } of sliders) {
        assert.ok(steps.every(({ args }) => names.includes(args[0][0])));
      }
    });
  }
});

describe('what the figures of learning say', () => {
  const animals = ['chien', 'renard', 'cheval', 'aigle', 'écureuil'];

  it('predictionBars() counts only the wanted class, and takes 0 log 0 for 0', () => {
    const dog = [1, 0, 0, 0, 0];
    const first = [0.4, 0.3, 0.05, 0.05, 0.2];
    const { alt } = figures.predictionBars(
      dog,
      { avant: first, après: [0.98, 0.01, 0, 0, 0.01] },
      animals,
    );
    assert.match(alt, /H\(P, Q\) = 0,9163 = H\(P\) 0 \+ KL\(P, Q\) 0,9163/);
    assert.match(alt, /H\(P, Q\) = 0,0202 /);
    assert.match(alt, /cheval : P 0, Q 0 ; 0 : P = 0, ne compte pas/);
  });

  it('predictionBars() cuts a soft label into entropy and divergence', () => {
    const { alt } = figures.predictionBars([0.5, 0.5], { q: [0.25, 0.75] });
    const cross = -0.5 * Math.log(0.25) - 0.5 * Math.log(0.75);
    const found = /H\(P, Q\) = ([\d,]+) = H\(P\) 0,6931 \+ KL\(P, Q\) ([\d,]+)/.exec(alt)!;
    const [total, divergence] = found.slice(1).map((text) => Number(text.replace(',', '.')));
    assert.ok(Math.abs(total! - cross) < 1e-4);
    assert.ok(Math.abs(total! - divergence! - Math.LN2) < 2e-4);
  });

  it('epochRuler() counts a last batch that is smaller', () => {
    assert.match(figures.epochRuler(10, 4).alt, /3 pas par époque \(4 \+ 4 \+ 2\)/);
    assert.match(
      figures.epochRuler(60_000, 128).alt,
      /469 pas par époque, le dernier sur 96 images/,
    );
  });

  it('computationGraph() sends back what differences say, also where a number serves twice', () => {
    const graphs = {
      tiny: { ...tiny, x: 0.7 },
      twice: { x: 1.3, s: ['square', 'x'], t: ['-', 's', 'x'], L: ['*', 't', 'x'] } as const,
    };
    const last = (nodes: object): number =>
      Number(
        /L = [^\n]* ([−\d,]+)\nPasse arrière/
          .exec(figures.computationGraph(nodes as never).alt)![1]!
          .replace('−', '-')
          .replace(',', '.'),
      );
    for (const nodes of Object.values(graphs)) {
      const said = /dL\/dx = (?:.* = )?([−\d,]+)/.exec(figures.computationGraph(nodes).alt)![1]!;
      const gradient = Number(said.replace('−', '-').replace(',', '.'));
      const h = 0.05;
      const numeric =
        (last({ ...nodes, x: nodes.x + h }) - last({ ...nodes, x: nodes.x - h })) / (2 * h);
      assert.ok(Math.abs(gradient - numeric) < 0.03, `${gradient} against ${numeric}`);
    }
  });

  it('lossSurface() descends with the gradient it is given, or measures it', () => {
    const options = { start: [-1, 1] as [number, number], rate: 0.1, steps: 5 };
    const measured = gradientDescent(bowl, options);
    const given = gradientDescent(bowl, { ...options, gradient: (x, y) => [2 * x, 8 * y] });
    measured.points.flat().forEach((value, i) => {
      assert.ok(Math.abs(value - given.points.flat()[i]!) < 1e-8);
    });
    assert.ok(Math.abs(given.points[1]![0] + 0.8) < 1e-12);
    const { alt } = figures.lossSurface(bowl, { ...map, learningRates: [0.1, 0.3], steps: 40 });
    assert.match(alt, /taux 0,1 : perte 5 au départ, 0 après 40 pas/);
    assert.match(alt, /taux 0,3 : perte 5 au départ, [\d\u00a0]+(,\d+)? après 40 pas/);
  });

  it('gradientErrors() tells a right derivative from a wrong one', () => {
    const least = (derivative: number): number =>
      Number(
        /centrée : plus petite erreur (\S+)/.exec(
          figures.gradientErrors(Math.exp, derivative, 1).alt,
        )![1],
      );
    assert.ok(least(Math.E) < 1e-9);
    assert.ok(least(-Math.E) > 1);
  });

  it('confusionMatrix() puts truth in rows, answers in columns, and the images behind a cell', () => {
    const { alt, frames } = examples['confusionMatrix']!();
    assert.match(alt, /4 bonnes réponses sur 6/);
    assert.match(alt, /vrai 0 : 1 0 1\nvrai 1 : 0 2 0\nvrai 2 : 0 1 1/);
    assert.match(alt, /vrai 0, prédit 2 : images 5/);
    assert.deepEqual(
      frames.map(({ name }) => name),
      ['0 pris pour 2', '2 pris pour 1', '0 pris pour 0', '1 pris pour 1', '2 pris pour 2'],
    );
  });

  it('predictionGallery() says which answers are wrong', () => {
    const { alt } = examples['predictionGallery']!();
    assert.match(alt, /image 2 : 2 \(80\u00a0%\), faux : c’est un 1/);
    assert.match(alt, /image 3 : 2 \(80\u00a0%\), juste/);
  });
});

describe('a figure of learning refuses', () => {
  it('a probability of 0 on the curve of -ln q', () => {
    assert.throws(
      () => figures.logLossCurve({ jamais: 0 }),
      /q vaut 0 mais il faut une probabilité/,
    );
  });

  it('batches of no image', () => {
    assert.throws(() => figures.epochRuler(10, 0), /batchSize vaut 0/);
  });

  it('a graph whose nodes use what comes later, or too few arguments', () => {
    assert.throws(() => figures.computationGraph({ p: ['*', 'x', 'x'], x: 1 }), /p se sert de x/);
    assert.throws(() => figures.computationGraph({ x: 1, p: ['*', 'x'] }), /donne 1 argument/);
    assert.throws(
      () => figures.computationGraph({ x: 1, p: ['cos' as 'relu', 'x'] }),
      /cos de p n'est pas/,
    );
  });

  it('labels, predictions and images that do not go together', () => {
    assert.throws(
      () => figures.confusionMatrix([0, 1], [0], images),
      /2 étiquettes, 1 prédictions et 6 images/,
    );
    assert.throws(() => figures.predictionGallery(images, [[1]]), /6 images et 1 lignes/);
  });

  it('a surface without a learning rate, or of a loss that is not finite', () => {
    assert.throws(() => figures.lossSurface(bowl, { ...map, learningRates: [] }), /aucun taux/);
    assert.throws(
      () => figures.lossSurface((x) => Math.log(x), { ...map, learningRates: [1] }),
      /nombre fini/,
    );
  });
});
