import assert from 'node:assert/strict';

import { outputSize } from '../../shape/output-size';
import type { PlotlyObject } from '../plotly-object';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { samePadding } from './same-padding';
import { sizeCalculator } from './size-calculator';

interface Slider {
  active: number;
  steps: { label: string; args: [[string]] }[];
}

interface Frame {
  name: string;
  data: PlotlyObject[];
  layout: { sliders: Slider[] };
}

describe('sizeCalculator()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('is a figure, a picture and words', async () => {
    const figure = sizeCalculator(6, 3, { stride: 2, padding: 1 });
    await assertShown(figure);
    assertFramesFit(figure);
  });

  it('writes the formula with its floor, and says what is left over', () => {
    const { alt } = sizeCalculator(6, 3, { stride: 2 });
    assert.match(alt, /O = ⌊\(6 − 3 \+ 2×0\) \/ 2⌋ \+ 1 = ⌊3 \/ 2⌋ \+ 1 = 2/);
    assert.match(alt, /fenêtres : 2 \(cases 1 à 3, 3 à 5\) ; reste à droite : 1/);
  });

  it('draws as many windows as outputSize() counts, for every position of its four sliders', () => {
    const figure = sizeCalculator(7, 3);
    const frames = figure.frames as unknown as Frame[];
    const sliders = figure.layout['sliders'] as Slider[];
    assert.equal(frames.length, 7 * 5 * 3 * 3);
    for (const { name, data } of frames) {
      const [n, f, s, p] = valuesOf(sliders, name);
      const starts = (data[4] as { base: number[] }).base;
      const wanted = n + 2 * p < f ? 0 : outputSize(n, f, s, p);
      assert.equal(starts.length, wanted, `N=${n} F=${f} S=${s} P=${p}`);
      assert.equal(starts[0] ?? 0 - p, 0 - p);
      assert.ok(starts.every((start) => start + f <= n + p));
    }
  });

  it('carries in each frame where its sliders lead: one of them changed, the others kept', () => {
    const figure = sizeCalculator(7, 3);
    const frames = figure.frames as unknown as Frame[];
    const names = new Set(frames.map(({ name }) => name));
    for (const { name, layout } of frames) {
      const here = name.split('.');
      for (const [i, { active, steps }] of layout.sliders.entries()) {
        assert.equal(String(active), here[i]);
        for (const [place, { args }] of steps.entries()) {
          const there = args[0][0].split('.');
          assert.ok(names.has(args[0][0]));
          assert.deepEqual(there, here.with(i, String(place)));
        }
      }
    }
  });

  it('refuses a strip that nobody can read', () => {
    assert.throws(() => sizeCalculator(227, 11, { stride: 4 }), /jusqu'à 234 cases/);
    assert.throws(() => sizeCalculator(7, 3, { stride: 0 }), /le pas \(stride\) est 0/);
  });
});

describe('samePadding()', function () {
  this.timeout(60_000);

  it('is a figure, a picture and words', async () => {
    const figure = samePadding(4, 3);
    await assertShown(figure);
    assertFramesFit(figure);
  });

  it('lays the odd zero on the right, as TensorFlow does', () => {
    const { alt } = samePadding(4, 3, { strides: [1, 2] });
    assert.match(alt, /Pas 1 : 4 cases, zéros : 1 à gauche et 1 à droite ; fenêtres : 4/);
    assert.match(alt, /Pas 2 : 4 cases, zéros : 0 à gauche et 1 à droite ; fenêtres : 2/);
    assert.match(samePadding(5, 2, { strides: [1] }).alt, /zéros : 0 à gauche et 1 à droite/);
  });
});

function valuesOf(sliders: Slider[], name: string): [number, number, number, number] {
  const places = name.split('.').map(Number);
  return sliders.map(({ steps }, i) => Number(steps[places[i]!]!.label)) as [
    number,
    number,
    number,
    number,
  ];
}
