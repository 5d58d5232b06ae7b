import { strict as assert } from 'node:assert';

import type { MimeBundle } from '../../display';
import { LiveCurves, liveCurves } from './live-curves';
import { silence } from './progress';

const door = Symbol.for('convolab.executor');
const globals = globalThis as Record<symbol, unknown>;

describe('liveCurves()', function () {
  this.timeout(60_000); // the picture at the end loads plotly
  let sent: { bundle: MimeBundle; id: string | undefined; update: boolean }[];

  beforeEach(() => {
    sent = [];
    const take =
      (update: boolean) =>
      (bundle: MimeBundle, _: object, transient: { display_id?: string } = {}): void => {
        sent.push({ bundle, id: transient.display_id, update });
      };
    globals[door] = { display: take(false), updateDisplay: take(true) };
  });

  afterEach(() => {
    Reflect.deleteProperty(globals, door);
  });

  const texts = (): string[] =>
    sent.map(({ bundle }) => String(bundle['text/plain']).replaceAll('\u00a0', ' '));

  it('is one output that changes in place, and leaves curves with a picture', async () => {
    let now = 0;
    const curves = new LiveCurves('Mon réseau', () => now);
    curves.begin({ initialEpoch: 0, epochs: 2, stepsPerEpoch: 4 });
    now = 1000;
    curves.step({ epoch: 0, step: 2, metrics: { loss: 2 } });
    now = 1200;
    curves.epoch({ epoch: 0, metrics: { loss: 1.5, valLoss: 1.25 }, seconds: 2 });
    now = 1400;
    curves.step({ epoch: 1, step: 4, metrics: { loss: 1 } });
    await curves.end('Entraînement terminé');
    assert.deepEqual(
      sent.map(({ update }) => update),
      [false, true, true],
    );
    assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
    assert.match(texts()[1]!, /époque 1\/2, pas 2\/4 · reste 3 s$/);
    assert.match(texts()[2]!, /^Mon réseau\nÉpoque 1 : perte 1,5 \(validation 1,25\)$/);
    // JupyterLab's plotly never draws a figure anew: it must not be there before the end.
    assert.deepEqual(Object.keys(sent[1]!.bundle), ['image/svg+xml', 'text/plain']);
    assert.match(
      String(sent[1]!.bundle['image/svg+xml']),
      /^<svg .*Mon réseau.*<polyline .*<\/svg>$/,
    );
    assert.ok('application/vnd.plotly.v1+json' in sent[2]!.bundle);
    assert.ok(String(sent[2]!.bundle['image/png']).length > 1000);
  });

  it('draws within an epoch the loss of the steps since the last point', async () => {
    const curves = new LiveCurves(undefined, () => Infinity);
    curves.begin({ initialEpoch: 0, epochs: 1, stepsPerEpoch: 2 });
    curves.step({ epoch: 0, step: 1, metrics: { loss: 3 } });
    curves.step({ epoch: 0, step: 2, metrics: { loss: 2 } }); // the mean of 3 and 1
    await curves.end('Entraînement interrompu');
    const { data } = sent.at(-1)!.bundle['application/vnd.plotly.v1+json'] as {
      data: { x: number[]; y: number[] }[];
    };
    const line = data.find(({ y }) => y[0] === 3 && y.length === 2)!;
    assert.deepEqual(line.x, [0.25, 0.75]);
    assert.deepEqual(line.y, [3, 1]);
  });

  it('goes on from the curves of a training that is taken up again', async () => {
    const curves = new LiveCurves();
    const earlier = { loss: [2, 1], accuracy: [0.5, 0.75] };
    curves.begin({ initialEpoch: 2, epochs: 3, stepsPerEpoch: 1, earlier });
    curves.epoch({ epoch: 2, metrics: { loss: 0.5, accuracy: 1 }, seconds: 1 });
    await curves.end('Entraînement terminé');
    assert.match(
      texts().at(-1)!,
      /Époque 2 : perte 1, exactitude 75 %\nÉpoque 3 : perte 0,5, exactitude 100 %$/,
    );
    assert.deepEqual(earlier.loss, [2, 1], "the caller's numbers are left alone");
  });

  it('outside a notebook is the usual progress', () => {
    assert.ok(liveCurves() instanceof LiveCurves);
    Reflect.deleteProperty(globals, door);
    assert.equal(liveCurves() instanceof LiveCurves, false);
    if (!process.stderr.isTTY) assert.equal(liveCurves(), silence);
  });
});
