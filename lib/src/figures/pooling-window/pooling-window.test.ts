import assert from 'node:assert/strict';

import { Volume } from '../../volume/volume';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { poolingWindow } from './pooling-window';

const course = [
  [15, 20, 0, 35],
  [18, 0, 25, 100],
  [20, 0, 25, 0],
  [101, 75, 18, 23],
];

describe('poolingWindow()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('shows a film, a picture and words; also with padding, overlap and one mode', async () => {
    for (const figure of [
      poolingWindow(course, { poolSize: 2 }),
      poolingWindow(course, { poolSize: 3, stride: 2, padding: 'same', modes: ['average'] }),
    ]) {
      await assertShown(figure);
      assertFramesFit(figure);
    }
  });

  it('tells how each window gives its numbers, and the three results', () => {
    const { alt, frames } = poolingWindow(course, { poolSize: 2 });
    assert.equal(frames.length, 4);
    assert.match(alt, /Fenêtre 1 \(ligne 1, colonne 1\) : Maximum : max\(15, 20, 18, 0\) = 20 ;/);
    assert.match(alt, /Moyenne : \(15 \+ 20 \+ 18 \+ 0\) \/ 4 = 13,25 ; Somme : .* = 53$/m);
    assert.match(alt, /^Maximum : \[\[20, 100\], \[101, 25\]\]$/m);
    assert.match(alt, /^Moyenne : \[\[13,25 ; 40\], \[49 ; 16,5\]\]$/m);
    assert.match(alt, /^Somme : \[\[53, 160\], \[196, 66\]\]$/m);
  });

  it('takes a rectangular window and a stride of its own, and a Volume', () => {
    const { alt } = poolingWindow(Volume.from(course), { poolSize: [1, 3], stride: [2, 1] });
    assert.match(alt, /^Fenêtre de 1 × 3, pas de 2 × 1 : 4 positions\.$/m);
    assert.match(alt, /^Fenêtre 2 \(ligne 1, colonne 2\) : Maximum : max\(20, 0, 35\) = 35 ;/m);
    assert.match(alt, /^Fenêtre 3 \(ligne 2, colonne 1\) : Maximum : max\(20, 0, 25\) = 25 ;/m);
    assert.match(alt, /^Maximum : \[\[20, 35\], \[25, 25\]\]$/m);
  });

  it('leaves padding out: the corner window of « same » has one cell', () => {
    const { alt } = poolingWindow([[1, 2, 3], [4, 5, 6], [7, 8, 9]], { poolSize: 2, padding: 'same' }); // prettier-ignore
    assert.match(alt, /Fenêtre 2 .* Moyenne : \(3 \+ 6\) \/ 2 = 4,5/);
    assert.match(alt, /Fenêtre 4 .* Maximum : max\(9\) = 9 ; Moyenne : 9 \(une seule case\)/);
  });

  it('refuses what does not fit, an unknown mode, and what nobody could read', () => {
    assert.throws(() => poolingWindow([[1]], { poolSize: 2 }), /la fenêtre fait 2.×.2/);
    assert.throws(
      () => poolingWindow(course, { poolSize: 2, modes: ['median' as never] }),
      /'max', 'average', 'sum'/,
    );
    const large = Array.from({ length: 21 }, () => new Array<number>(21).fill(0));
    assert.throws(() => poolingWindow(large, { poolSize: 1 }), /441 fenêtres/);
    assert.throws(() => poolingWindow(large, { poolSize: 7 }), /couvre 49 cases/);
  });
});
