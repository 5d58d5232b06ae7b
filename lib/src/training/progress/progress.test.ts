import { strict as assert } from 'node:assert';
import { Writable } from 'node:stream';

import type { MimeBundle } from '../../display';
import { chooseProgress } from './choose-progress';
import { NotebookProgress } from './notebook-progress';
import { silence, type Progress } from './progress';
import { TerminalProgress } from './terminal-progress';
import { durationText, metricsText, spentText } from './words';

const door = Symbol.for('convolab.executor');
const globals = globalThis as Record<symbol, unknown>;

describe('progress', () => {
  interface Sent {
    text: unknown;
    id: string | undefined;
    update: boolean;
  }
  let sent: Sent[];

  beforeEach(() => {
    sent = [];
    const take =
      (update: boolean) =>
      (bundle: MimeBundle, _: object, transient: { display_id?: string } = {}): void => {
        sent.push({ text: bundle['text/plain'], id: transient.display_id, update });
      };
    globals[door] = { display: take(false), updateDisplay: take(true) };
  });

  afterEach(() => {
    Reflect.deleteProperty(globals, door);
  });

  it('in a notebook is one output that changes in place, with the time left', () => {
    let now = 0;
    const progress = new NotebookProgress(() => now);
    progress.begin({ initialEpoch: 0, epochs: 2, stepsPerEpoch: 4 });
    now = 1000;
    progress.step({ epoch: 0, step: 2, metrics: { loss: 0.5, accuracy: 0.75 } });
    now = 2000;
    progress.epoch({ epoch: 0, metrics: { loss: 0.4, valAccuracy: 0.9 }, seconds: 2 });
    progress.step({ epoch: 1, step: 4, metrics: { loss: 0.1 } });
    progress.end('Entraînement terminé');
    const plain = sent.map(({ text }) => String(text).replaceAll('\u00a0', ' '));
    assert.deepEqual(plain, [
      'Époque 1/2 ░░░░░░░░░░░░░░░░░░░░░░░░ 0/4',
      'Époque 1/2 ████████████░░░░░░░░░░░░ 2/4 · perte 0,500 · exactitude 75,0 % · reste 3 s',
      'Époque 1/2 : perte 0,400 · exactitude (val.) 90,0 % · 2,0 s\nÉpoque 2/2 ████████████████████████ 4/4 · perte 0,100 · reste 0 s',
      'Époque 1/2 : perte 0,400 · exactitude (val.) 90,0 % · 2,0 s\nEntraînement terminé en 2,0 s',
    ]);
    assert.deepEqual(
      sent.map(({ update }) => update),
      [false, true, true, true],
    );
    assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
    assert.ok(sent[0]!.id);
  });

  it('in a notebook does not change more than four times a second', () => {
    let now = 0;
    const progress = new NotebookProgress(() => now);
    progress.begin({ initialEpoch: 0, epochs: 1, stepsPerEpoch: 100 });
    for (let step = 1; step <= 100; step++) {
      now += 10;
      progress.step({ epoch: 0, step, metrics: {} });
    }
    assert.equal(sent.length, 1 + 4);
  });

  it('in a terminal is a bar an epoch, then a line', () => {
    const stream = new Screen();
    const progress: Progress = new TerminalProgress(stream as never);
    progress.begin({ initialEpoch: 0, epochs: 1, stepsPerEpoch: 2 });
    progress.step({ epoch: 0, step: 1, metrics: { loss: 2 } });
    progress.step({ epoch: 0, step: 2, metrics: { loss: 1 } });
    progress.epoch({ epoch: 0, metrics: { loss: 1 }, seconds: 61 });
    progress.end('Entraînement terminé');
    assert.match(stream.text, /Époque 1\/1 █{12}░{12} 1\/2 · perte 2,00 · reste/);
    assert.match(stream.text.replaceAll('\u00a0', ' '), /Époque 1\/1 : perte 1,00 · 1 min 01 s\n/);
    assert.match(stream.text, /Entraînement terminé en/);
  });

  it('fits where it runs: a notebook, a terminal, or nothing', () => {
    assert.ok(chooseProgress(true) instanceof NotebookProgress);
    assert.equal(chooseProgress(false), silence);
    const mine = { ...silence };
    assert.equal(chooseProgress(mine), mine);
    Reflect.deleteProperty(globals, door);
    const { isTTY } = process.stderr;
    try {
      process.stderr.isTTY = true;
      assert.ok(chooseProgress(true) instanceof TerminalProgress);
      (process.stderr as { isTTY: boolean }).isTTY = false;
      assert.equal(chooseProgress(true), silence);
    } finally {
      process.stderr.isTTY = isTTY;
    }
  });

  it('says durations and numbers as French does', () => {
    const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
    assert.deepEqual([0, 0.42, 9.94, 9.96, 61].map(spentText).map(plain), [
      '0,0 s',
      '0,4 s',
      '9,9 s',
      '10 s',
      '1 min 01 s',
    ]);
    assert.deepEqual([0.4, 59.6, 185, 3725].map(durationText).map(plain), [
      '0 s',
      '1 min 00 s',
      '3 min 05 s',
      '1 h 02 min',
    ]);
    assert.equal(
      plain(metricsText({ loss: NaN, top5: 1, mine: 0.5 })),
      'perte NaN · top 5 100,0 % · mine 50,0 %',
    );
  });
});

/** A terminal that remembers. */
class Screen extends Writable {
  text = '';
  readonly isTTY = true;
  readonly columns = 200;

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  cursorTo(): boolean {
    return true;
  }

  clearLine(): boolean {
    return true;
  }

  moveCursor(): boolean {
    return true;
  }
}
