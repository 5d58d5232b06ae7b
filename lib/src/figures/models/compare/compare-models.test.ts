import assert from 'node:assert/strict';

import { efficientNet, leNet, onPaper, resNet } from '../../../models';
import type { LayersModel } from '../../../tf/models';
import { assertShown } from '../../testing/figure-laws';
import { compareModels } from './compare-models';
import { placeLabels } from './place-labels';

const linesOf = (alt: string): string[] => alt.replaceAll('\u00a0', ' ').split('\n').slice(1);

describe('compareModels()', function () {
  this.timeout(120_000); // twenty networks and plotly, on a busy machine

  it('the twenty of the course: a figure, a picture, and what they cost in words', async () => {
    const figure = compareModels();
    await assertShown(figure);
    const lines = linesOf(figure.alt);
    assert.equal(lines.length, 20);
    assert.equal(
      lines.find((line) => line.startsWith('VGG-16')),
      'VGG-16 : année 2014, image 224×224×3, paramètres 138 357 544, MAC 15 470 264 320, poids 553,4 Mo, activations 61,1 Mo, erreur top-5 8,1 %',
    );
    assert.match(lines.at(-1)!, /^EfficientNet-B7 .* MAC 37 745 884 192/);
  });

  it('the mouse is told the paper, and where it says its error', () => {
    const { data } = compareModels();
    const texts = data.flatMap((trace) => (trace['hovertext'] as string[] | undefined) ?? []);
    assert.equal(texts.length, 20);
    const resnet = texts.find((text) => text.startsWith('<b>ResNet-50</b>'))!;
    assert.match(resnet, /\(2015\).*6,71\u00a0% \(tableau 3, dix coupes par image\).*He, Zhang/);
  });

  it('a student’s own, by name or as a list; the course beside them where asked', async () => {
    const small = onPaper(() => leNet({ width: 2 }));
    const large = onPaper(() => resNet({ depth: 18 }));
    const named = compareModels({ 'mon réseau': small, ResNet: large });
    await assertShown(named);
    assert.match(linesOf(named.alt)[0]!, /^mon réseau : image 32×32×1, paramètres \d/);
    assert.doesNotMatch(named.alt, /année|top-5/);
    assert.deepEqual(
      linesOf(compareModels([small, large]).alt).map((line) => line.split(' : ')[0]),
      ['lenet5', 'resnet18'],
    );
    assert.equal(linesOf(compareModels([small], { withCourse: true }).alt).length, 21);
  });

  it('refuses none, and more than can be read', () => {
    const refused = (models: LayersModel[], message: RegExp) =>
      assert.throws(() => compareModels(models), { name: 'RangeError', message });
    refused([], /il n’y en a aucun/);
    const one = onPaper(() => leNet());
    refused(Array.from({ length: 41 }, () => one), /il y en a 41, et au plus 40/); // prettier-ignore
  });

  it('needs no model of the course for a student’s own', () => {
    const lines = linesOf(compareModels([onPaper(() => efficientNet())]).alt);
    assert.match(lines[0]!, /^efficientnetb0 .*paramètres 5 330 564, MAC 385 814 752/);
  });
});

describe('placeLabels()', () => {
  const sheet = { x: 0, y: 0, width: 400, height: 300 };

  it('names do not lie on one another nor outside, points near each other get lines', () => {
    const points = Array.from({ length: 6 }, (_, i) => ({ x: 360, y: 100 + 10 * i, name: 'nom' }));
    const { labels, leaders } = placeLabels(points, sheet);
    for (const [i, a] of labels.entries()) {
      assert.ok(a.x >= 0 && a.x + 20 <= 400, 'inside');
      for (const b of labels.slice(i + 1)) {
        assert.ok(Math.abs(a.y - b.y) >= 13 || Math.abs(a.x - b.x) > 20, `${i} is free`);
      }
    }
    assert.deepEqual(leaders, [], 'both sides are near enough');
  });

  it('a name that has to stand further off gets a line', () => {
    const points = Array.from({ length: 8 }, (_, i) => ({
      x: 200,
      y: 100 + 3 * i,
      name: 'un nom',
    }));
    const { leaders } = placeLabels(points, sheet);
    assert.ok(leaders.length > 0);
    for (const [from, to] of leaders) assert.ok(Math.hypot(to[0] - from[0], to[1] - from[1]) > 5);
  });
});
