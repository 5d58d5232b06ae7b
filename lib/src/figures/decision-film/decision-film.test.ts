import assert from 'node:assert/strict';

import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { decisionFilm, decisionSurface } from './decision-film';
import { levelLine } from './surface';

const xor = [
  { x: 0, y: 0, label: 0 },
  { x: 0, y: 1, label: 1 },
  { x: 1, y: 0, label: 1 },
  { x: 1, y: 1, label: 0 },
];
const right = decisionSurface((points) => points.map(([x = 0, y = 0]) => Math.abs(x - y)));
const undecided = decisionSurface((points) => points.map(() => 0.5));
const above = decisionSurface((points) => points.map(([, y = 0]) => (y > 0.5 ? 1 : 0)));

describe('decisionFilm()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('shows a film over the epochs, a picture and words', async () => {
    const figure = decisionFilm(
      [
        { epoch: 0, surfaces: { a: undecided, b: undecided } },
        { epoch: 10, surfaces: { a: undecided, b: right } },
      ],
      xor,
    );
    await assertShown(figure);
    assertFramesFit(figure);
    assert.equal(figure.frames.length, 2);
  });

  it('counts the points that a network decides, those it decides rightly, and says its answers', () => {
    const { alt } = decisionFilm(
      [{ epoch: 3, surfaces: { juste: right, indécis: undecided, moitié: above } }],
      xor,
    );
    assert.match(alt, /^Époque 3\. juste : 4 points justes sur 4 ; \(0 ; 0\) → 0 ; \(0 ; 1\) → 1/);
    assert.match(alt, /indécis : 0 point juste sur 4, 4 indécis ;/);
    assert.match(alt, /moitié : 2 points justes sur 4 ; \(0 ; 0\) → 0 ; \(0 ; 1\) → 1/);
  });

  it('refuses a history without epochs', () => {
    assert.throws(() => decisionFilm([], xor), /aucune époque ou aucune surface/);
  });
});

describe('decisionSurface()', () => {
  it('asks for every point of the square, rows from the top', () => {
    const surface = decisionSurface((points) => points.map(([x = 0, y = 0]) => 10 * y + x), {
      from: 0,
      to: 4,
    });
    assert.deepEqual([surface.length, surface[0]!.length], [41, 41]);
    assert.deepEqual([surface[0]![0], surface[0]![40], surface[40]![40]], [40, 44, 4]);
    assert.equal(surface[30]![5]!.toFixed(6), (10 * 1 + 0.5).toFixed(6));
  });

  it('refuses another number of answers than points', () => {
    assert.throws(() => decisionSurface(() => [1, 2]), /1681 points mais 2 réponses/);
  });

  it('is undecided along a line that levelLine() finds, between the cells', () => {
    const segments = levelLine([[0, 0], [1, 1], [2, 2]], 0.25); // prettier-ignore
    assert.deepEqual(segments, [[[1, 0.25], [0, 0.25]]]); // prettier-ignore
    assert.deepEqual(levelLine(undecided, 0.75), []);
  });
});
