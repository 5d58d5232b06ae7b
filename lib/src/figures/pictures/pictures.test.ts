import assert from 'node:assert/strict';

import { Jimp } from 'jimp';

import { histogram } from '../../images/histogram';
import { toBinary } from '../../images/to-binary';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import type { PlotlyObject } from '../plotly-object';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import * as pictures from './index';

const tiny = [
  [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ],
  [
    [255, 255, 0],
    [255, 255, 255],
    [30, 60, 90],
  ],
];
const gray = Array.from({ length: 60 }, (_, y) =>
  Array.from({ length: 90 }, (__, x) => 128 + 127 * Math.sin(x / 9) * Math.cos(y / 7)),
);
const colour = gray.map((row) => row.map((value) => [value, 255 - value, 90]));
const mask = gray.map((row) => row.map((value) => (value > 200 ? 255 : 0)));
const digits = Volume.from(
  [gray, gray, gray].map((one) => one.map((row) => row.map((v) => v / 255))),
);

const examples: Record<string, () => Figure> = {
  imageRow: () => pictures.imageRow({ couleurs: colour, gris: gray }, { title: 'Deux images' }),
  pixelZoom: () => pictures.pixelZoom(colour, { at: [20, 30], sides: [32, 8] }),
  resolutionSlider: () => pictures.resolutionSlider(colour, [4, 16]),
  'colourChannels of a photo': () => pictures.colourChannels(colour),
  'colourChannels with numbers': () => pictures.colourChannels(tiny),
  flatIndex: () => pictures.flatIndex(tiny),
  thresholdSlider: () => pictures.thresholdSlider(gray, { thresholds: [64, 128, 200] }),
  grayComparison: () => pictures.grayComparison(colour, { moyenne: gray, autre: mask }),
  visionTasks: () =>
    pictures.visionTasks(colour, {
      label: 'vague',
      boxes: [{ top: 1, left: 2, height: 10, width: 20 }],
      mask,
    }),
  predictionTable: () => pictures.predictionTable(digits, [1, 2, 3], [1, 2, 4]),
};

/** The source of the first picture of a figure's frame, opened by another reader. */
async function firstPicture(frame: PlotlyObject | undefined): Promise<{
  width: number;
  height: number;
  grey: (x: number, y: number) => number;
}> {
  const { images } = frame?.['layout'] as { images: { source: string }[] };
  const bytes = Buffer.from((images[0]?.source ?? '').split(',')[1] ?? '', 'base64');
  const image = await Jimp.read(bytes);
  const grey = (x: number, y: number): number => image.getPixelColor(x, y) >>> 24;
  return { width: image.width, height: image.height, grey };
}

describe('figures of pictures', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  for (const [name, make] of Object.entries(examples)) {
    it(`${name} is a figure, a picture and words`, async () => {
      await assertShown(make());
      assertFramesFit(make());
    });
  }

  it('imageRow() tells size, channels and range of each', () => {
    const { alt } = pictures.imageRow({ carré: tiny, gris: [[0.5, 1]] });
    assert.match(alt, /carré : 2.×.3 pixels, 3 canaux, valeurs de 0 à 255/);
    assert.match(alt, /gris : 1.×.2 pixels, 1 canal, valeurs de 127,5 à 255/);
  });

  it('pixelZoom() writes the three numbers of each pixel at the last step', () => {
    const { alt, data } = pictures.pixelZoom(tiny, { at: [1, 1], sides: [2] });
    assert.match(alt, /Ligne 1, à partir de la colonne 0 : 255 255 0 \| 255 255 255/);
    assert.ok(JSON.stringify(data).includes('255<br>255<br>0'));
  });

  it('pixelZoom() of a small picture has each step once', () => {
    const figure = pictures.pixelZoom(tiny);
    assert.equal(figure.frames.length, 1);
    assertFramesFit(figure);
  });

  it('pixelZoom() keeps its square inside the picture', () => {
    assert.match(
      pictures.pixelZoom(gray, { at: [0, 89], sides: [8] }).alt,
      /Ligne 7, à partir de la colonne 82/,
    );
  });

  it('resolutionSlider() shows means of the pixels it joins', async () => {
    const { frames, alt } = pictures.resolutionSlider(
      [
        [0, 100],
        [200, 100],
      ],
      [1, 2],
    );
    assert.match(alt, /2 × 2 = 4 pixels/);
    const one = await firstPicture(frames[0]);
    assert.equal(one.grey(200, 200), 100);
    const four = await firstPicture(frames[1]);
    assert.deepEqual([four.grey(10, 10), four.grey(390, 10), four.grey(10, 390)], [0, 100, 200]);
  });

  it('colourChannels() tells each channel in its numbers', () => {
    const { alt } = pictures.colourChannels(tiny);
    assert.match(alt, /Canal rouge \(R\) : \[\[255, 0, 0\], \[255, 255, 30\]\]/);
    assert.match(alt, /Canal bleu \(B\) : \[\[0, 0, 255\], \[0, 255, 90\]\]/);
  });

  it('flatIndex() counts pixel by pixel, channels together, as the data of a Volume lie', () => {
    const { alt, frames } = pictures.flatIndex(tiny);
    assert.equal(frames.length, 18);
    assert.match(alt, /pixel x = 2, y = 1, canal c = 1 : \(1 × 3 \+ 2\) × 3 \+ 1 = 16, valeur 60/);
    const { data } = Volume.from(tiny);
    for (const [index, value] of data.entries()) {
      assert.match(alt, new RegExp(`= ${index}, valeur ${value}(\n|$)`));
    }
  });

  it('thresholdSlider() counts the white pixels that toBinary() gives', async () => {
    const figure = pictures.thresholdSlider(gray, { thresholds: [64, 200] });
    for (const threshold of [64, 200]) {
      const binary = toBinary(Volume.from(gray), { threshold });
      const white = histogram(binary).counts[0]?.[255] ?? 0;
      assert.ok(figure.alt.includes(`Seuil ${threshold} : ${white} pixels blancs sur 5400`));
    }
    const shown = await firstPicture(figure.frames[1]);
    for (const [y, x] of [
      [0, 14],
      [0, 40],
      [30, 60],
    ] as const) {
      const scale = shown.width / 90;
      const wanted = (gray[y]?.[x] ?? 0) >= 200 ? 255 : 0;
      assert.equal(
        shown.grey(Math.floor((x + 0.5) * scale), Math.floor((y + 0.5) * scale)),
        wanted,
      );
    }
  });

  it('grayComparison() tells how far each version is from the first', () => {
    const { alt } = pictures.grayComparison(tiny, {
      a: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      b: [
        [1, 2, 13],
        [4, 0, 6],
      ],
    });
    assert.match(alt, /b − a : écart de −5 à 10/);
    assert.match(alt, /a : niveau moyen 3,5/);
  });

  it('visionTasks() tells boxes and pixels', () => {
    const { alt, frames } = examples['visionTasks']!();
    const white = mask.flat().filter((value) => value > 0).length;
    assert.match(alt, /1 boîte, 4 nombres chacune : lignes 1 à 10, colonnes 2 à 21/);
    assert.ok(alt.includes(`${white} pixels sont de la classe « vague »`));
    assert.deepEqual(
      frames.map(({ name }) => name),
      ['Classification', 'Détection', 'Segmentation'],
    );
  });

  it('predictionTable() counts, and says of a wrong one what it was', () => {
    const { alt } = pictures.predictionTable(digits, [1, 2, 3], [1, 2, 4], {
      names: ['', 'sac', 'robe', 'pull', 'bottine'],
    });
    assert.match(alt, /^2 bonnes réponses sur 3, soit 66,7 %/);
    assert.match(alt, /Image 1 : prédit sac, juste/);
    assert.match(alt, /Image 3 : prédit pull, faux, c’était bottine/);
  });

  it('refuse what they cannot draw, in French', () => {
    assert.throws(() => pictures.imageRow({ lot: Volume.zeros([2, 2, 5]) }), {
      name: 'RangeError',
      message: /dessiner lot.*une image grise ou de 3 canaux/,
    });
    assert.throws(() => pictures.resolutionSlider(gray, []), /la liste des côtés est vide/);
    assert.throws(() => pictures.pixelZoom(gray, { sides: [] }), /la liste des côtés est vide/);
    assert.throws(() => pictures.predictionTable(digits, [1], [1, 2, 3]), /avec 1 prédiction/);
  });
});
