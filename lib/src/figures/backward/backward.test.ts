import assert from 'node:assert/strict';

import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { convBackward } from './conv-backward';
import { maxPoolRouting } from './max-pool-routing';

const gradient = [
  [1, 2],
  [0, -1],
];
const kernel = [
  [1, 2],
  [3, 4],
];
const input = [
  [1, 3, 2],
  [0, 9, 4],
  [5, 6, 7],
];

describe('figures of the backward pass', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('are films, pictures and words', async () => {
    for (const figure of [
      convBackward(gradient, kernel),
      convBackward(input, [[1, 0.5, -2]]),
      maxPoolRouting(input, gradient, { poolSize: 2, stride: 1 }),
      maxPoolRouting(input, gradient, { poolSize: 2, padding: 'same' }),
    ]) {
      await assertShown(figure);
      assertFramesFit(figure);
    }
  });

  it('convBackward says which gradients come to a cell, by which weights', () => {
    const { alt, frames } = convBackward(gradient, kernel);
    assert.equal(frames.length, 9);
    assert.match(alt, /^Gradient de l’entrée : \[\[1, 4, 4\], \[3, 9, 6\], \[0, −3, −4\]\]$/m);
    assert.match(alt, /^Ligne 1, colonne 1 : 1×1 = 1$/m);
    assert.match(alt, /^Ligne 2, colonne 2 : 1×4 \+ 2×3 \+ 0×2 \+ \(−1\)×1 = 9$/m);
    assert.match(alt, /^Ligne 3, colonne 3 : \(−1\)×4 = −4$/m);
  });

  it('maxPoolRouting gives each gradient to the winner, and adds up where windows overlap', () => {
    const { alt, frames } = maxPoolRouting(input, gradient, { poolSize: 2, stride: 1 });
    assert.equal(frames.length, 4);
    assert.match(alt, /^Gradient de l’entrée : \[\[0, 0, 0\], \[0, 2, 0\], \[0, 0, 0\]\]$/m);
    assert.match(alt, /^Fenêtre 4 : le maximum 9 \(ligne 2, colonne 2\) reçoit −1$/m);
  });

  it('keep one colour scale from the first frame to the last', () => {
    for (const { frames } of [
      convBackward(gradient, kernel),
      maxPoolRouting(input, gradient, { poolSize: 2, stride: 1 }),
    ]) {
      const scales = frames.map(({ data }) =>
        (data as Record<string, unknown>[])
          .filter(({ type }) => type === 'heatmap')
          .map(({ zmin, zmax, colorscale }) => JSON.stringify([zmin, zmax, colorscale])),
      );
      for (const scale of scales) assert.deepEqual(scale, scales[0]);
    }
  });

  it('refuse what is too large or does not fit', () => {
    const large = Array.from({ length: 11 }, () => new Array<number>(10).fill(0));
    assert.throws(() => convBackward(large, [[1]]), /110 cases.*prenez un gradient/s);
    const pairs = { poolSize: 2, stride: 1 } as const;
    assert.throws(() => maxPoolRouting(input, [[1]], pairs), RangeError);
    const huge = Array.from({ length: 12 }, () => new Array<number>(11).fill(0));
    assert.throws(() => maxPoolRouting(huge, large, pairs), /110 fenêtres/);
  });
});
