import { strict as assert } from 'node:assert';

import type { MimeBundle } from '../../display';
import { chooseFeatureProgress } from './feature-progress';

const door = Symbol.for('convolab.executor');
const globals = globalThis as Record<symbol, unknown>;

describe('the progress of an extraction', () => {
  let shown: unknown[];
  const show = (bundle: MimeBundle) => shown.push(bundle['text/plain']);
  beforeEach(() => {
    shown = [];
    globals[door] = { display: show, updateDisplay: show };
  });
  afterEach(() => Reflect.deleteProperty(globals, door));

  it('is a line in a notebook, four times a second at most, with the time left', () => {
    let now = 0;
    const done = chooseFeatureProgress(true, 1000, () => now);
    for (const [ms, images] of [
      [100, 32],
      [2000, 200],
      [2100, 232],
      [10_000, 1000],
    ] as const) {
      now = ms;
      done(images, 1000);
    }
    assert.deepEqual(shown, [
      'Caractéristiques des images\u00a0: 0/1000',
      'Caractéristiques des images\u00a0: 200/1000 · reste 8\u00a0s',
      'Caractéristiques des images\u00a0: 1000 en 10\u00a0s',
    ]);
  });

  it('is silent where that is asked for, or outside of a notebook', () => {
    chooseFeatureProgress(false, 10)(10, 10);
    Reflect.deleteProperty(globals, door);
    chooseFeatureProgress(true, 10)(10, 10);
    assert.deepEqual(shown, []);
  });
});
