import { strict as assert } from 'node:assert';

import { display, displayLive, jupyterDisplay, type MimeBundle } from './display';
import { Volume } from './volume/volume';

const door = Symbol.for('convolab.executor');
const globals = globalThis as Record<symbol, unknown>;

describe('display()', () => {
  let shown: MimeBundle[];
  let printed: unknown[];
  const { log } = console;

  beforeEach(() => {
    shown = [];
    printed = [];
    globals[door] = { display: (bundle: MimeBundle) => shown.push(bundle) };
    console.log = (text: unknown) => printed.push(text);
  });

  afterEach(() => {
    Reflect.deleteProperty(globals, door);
    console.log = log;
  });

  it('hands a bundle to the executor before it returns', () => {
    const bundle = { 'text/plain': 'bonjour', 'application/vnd.plotly.v1+json': { data: [] } };
    display(bundle);
    assert.deepEqual(shown, [bundle]);
  });

  it('asks a value how it shows itself, and waits for the answer', async () => {
    await display(Volume.from([1, 2]));
    await display({ [jupyterDisplay]: () => Promise.resolve({ 'text/plain': 'plus tard' }) });
    assert.deepEqual(shown, [
      { 'text/plain': 'Volume 2 (float64)\n  1 2' },
      { 'text/plain': 'plus tard' },
    ]);
  });

  it('prints the text outside a notebook, or at least which formats there are', () => {
    Reflect.deleteProperty(globals, door);
    display({ 'text/plain': 'bonjour', 'image/png': '' });
    display({ 'image/png': '' });
    assert.deepEqual(printed, ['bonjour', '[affichage\u00a0: image/png]']);
  });

  it('gives a stock tslab the whole bundle as one output', () => {
    Reflect.deleteProperty(globals, door);
    const file = '/somewhere/node_modules/tslab/dist/jupyter.js';
    const sent: object[] = [];
    const lastWriteDisplayData = (content: object): unknown => sent.push(content);
    require.cache[file] = { exports: { lastWriteDisplayData } } as unknown as NodeJS.Module;
    try {
      display({ 'text/plain': 'bonjour', 'image/png': 'AA==' });
    } finally {
      Reflect.deleteProperty(require.cache, file);
    }
    assert.deepEqual(sent, [
      { data: { 'text/plain': 'bonjour', 'image/png': 'AA==' }, metadata: {}, transient: {} },
    ]);
    assert.deepEqual(printed, []);
  });

  it('refuses what is neither a bundle nor a value with a display', () => {
    const end =
      "n'est ni un affichage par types MIME ni un objet qui sait s'afficher\u00a0; utilisez console.log, ou donnez par exemple { 'text/plain': 'bonjour' }.";
    for (const [value, text] of [
      [5, '5'],
      ['bonjour', "'bonjour'"],
      [{}, 'un objet'],
      [{ text: 'bonjour' }, 'un objet'],
      [undefined, 'undefined'],
    ] as const) {
      assert.throws(() => void display(value as never), {
        name: 'TypeError',
        message: `Impossible d'afficher la valeur\u00a0: ${text} ${end}`,
      });
    }
  });
});

describe('displayLive()', () => {
  const bundle = { 'text/plain': 'un' };
  const next = { 'text/plain': 'deux' };

  afterEach(() => {
    Reflect.deleteProperty(globals, door);
  });

  it('changes what it has shown, by the name it gave it', () => {
    const calls: unknown[][] = [];
    globals[door] = {
      display: (...given: unknown[]) => calls.push(['display', ...given]),
      updateDisplay: (...given: unknown[]) => calls.push(['update', ...given]),
    };
    const first = displayLive(bundle);
    const second = displayLive(bundle);
    first.update(next);
    const [shown, other, changed] = calls;
    assert.deepEqual(changed, ['update', next, {}, shown![3]]);
    assert.notDeepEqual(other![3], shown![3]);
    second.update(next);
    assert.deepEqual(calls[3]![3], other![3]);
  });

  it('in a stock tslab too', () => {
    const file = '/somewhere/node_modules/tslab/dist/jupyter.js';
    const sent: [{ data: object; transient: object }, boolean][] = [];
    const lastWriteDisplayData = (content: never, update: boolean): unknown =>
      sent.push([content, update]);
    require.cache[file] = { exports: { lastWriteDisplayData } } as unknown as NodeJS.Module;
    try {
      displayLive(bundle).update(next);
    } finally {
      Reflect.deleteProperty(require.cache, file);
    }
    assert.deepEqual(
      sent.map(([{ data }, update]) => [data, update]),
      [
        [bundle, false],
        [next, true],
      ],
    );
    assert.deepEqual(sent[0]![0].transient, sent[1]![0].transient);
  });

  it('refuses what is no bundle', () => {
    assert.throws(() => displayLive(5 as never), TypeError);
  });
});
