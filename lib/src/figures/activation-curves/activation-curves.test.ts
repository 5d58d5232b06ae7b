import assert from 'node:assert/strict';

import type { PlotlyObject } from '../plotly-object';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { activationCurves } from './activation-curves';

describe('activationCurves()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('shows curves, a picture and words, with and without the slider', async () => {
    for (const figure of [activationCurves(), activationCurves(['relu', 'tanh'])]) {
      await assertShown(figure);
      assertFramesFit(figure);
    }
  });

  it('tells values and slopes of all six', () => {
    const { alt } = activationCurves();
    assert.match(alt, /^ReLU : −2 → 0 .* 2 → 2\. Dérivée : −2 → 0 .* 2 → 1\.$/m);
    assert.match(alt, /^Leaky ReLU, pente 0,1 : −2 → −0,2 .* Dérivée : −2 → 0,1 /m);
    assert.match(alt, /^ELU, α = 1 : .*−1 → −0,6321 .* Dérivée : .*−1 → 0,3679 /m);
    assert.match(alt, /^sigmoïde : .* 0 → 0,5 .* Dérivée : .* 0 → 0,25 /m);
    assert.match(alt, /^tanh : .* 1 → 0,7616 .* Dérivée : .* 0 → 1 /m);
    assert.match(alt, /^swish : .* 1 → 0,7311 .* Dérivée : .* 0 → 0,5 /m);
  });

  it('takes slope and alpha of your own, and functions of your own', () => {
    const { alt } = activationCurves(['leakyRelu', 'elu'], { leak: 0.5, alpha: 3 });
    assert.match(alt, /pente 0,5 : −2 → −1 /);
    assert.match(alt, /α = 3 : .*−1 → −1,8964 /);
    assert.match(
      activationCurves({ carré: (x) => x * x }).alt,
      /carré : −2 → 4 .* Dérivée : −2 → −4 /,
    );
  });

  it("has a frame an alpha, which changes ELU's value, slope and name alone", () => {
    const figure = activationCurves(['relu', 'elu'], { alpha: 0.7 });
    const names = figure.frames.map((frame) => frame['name']);
    assert.deepEqual(
      names,
      [0.25, 0.5, 0.7, 0.75, 1, 1.5, 2].map((a) => `alpha ${a}`),
    );
    const { data } = figure.frames.at(-1) as { data: PlotlyObject[] };
    assert.equal((data[0]!['y'] as number[])[0], Number((2 * Math.expm1(-4)).toFixed(4)));
    assert.equal((data[1]!['y'] as number[])[0], Number((2 * Math.exp(-4)).toFixed(4)));
    assert.deepEqual(data[2], { text: ['ELU, α = 2'] });
    assert.equal(activationCurves(['relu']).frames.length, 0);
  });

  it('has a button for the values and one for the derivatives, each hiding what the other shows', () => {
    const { layout, data } = activationCurves(['relu', 'sigmoid']);
    const [menu] = layout['updatemenus'] as [{ buttons: { args: [{ visible: boolean[] }] }[] }];
    const [values, slopes] = menu.buttons.map((button) => button.args[0].visible);
    assert.equal(values!.length, data.length);
    const differing = values!.filter((shown, i) => shown !== slopes![i]).length;
    assert.equal(differing, 2 * (1 + 2), 'a title and two curves each');
    assert.deepEqual(values, data.map((trace) => trace['visible'] !== false)); // prettier-ignore
  });

  it('refuses an unknown name, and an axis of no length', () => {
    assert.throws(() => activationCurves(['gelu' as never]), /'gelu' n'est pas une de 'relu'/);
    assert.throws(() => activationCurves(['relu'], { from: 1, to: 1 }), /l'axe va de 1 à 1/);
  });
});
