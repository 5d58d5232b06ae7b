import { strict as assert } from 'node:assert';

import * as tf from '../tf';
import type { PublicCase } from './cases';
import { outlineSheet, type Outline } from './model-view';
import { reportOf } from './report';
import { runCase } from './run-case';

const row = (units: number): Outline['layers'][number] => [
  'Dense',
  String(units),
  3 * units,
  'relu',
];
const expected: Outline = { input: '2', layers: [row(4), row(4)], parameters: 24 };
const item = { name: 'deux couches', call: 'f', args: [], view: 'model', wrong: [] } as const;
/** A case that wants a model of dense layers with these units. */
const wanting = (units: number[]): PublicCase => {
  const layers = units.map((unit, i): Outline['layers'][number] => [
    ...(['Dense', String(unit), unit * ((units[i - 1] ?? 2) + 1), 'relu'] as const),
  ]);
  const parameters = layers.reduce((sum, each) => sum + each[2], 0);
  return {
    ...item,
    args: [],
    wrong: [],
    expected: { $: 'object', v: { input: '2', layers, parameters } },
  };
};
const build = (units: number[]) => () =>
  tf.sequential({
    layers: units.map((unit, i) =>
      tf.layers.dense({ units: unit, activation: 'relu', ...(i === 0 ? { inputShape: [2] } : {}) }),
    ),
  });

describe('a case about a model', function () {
  this.timeout(60_000);
  const reasonOf = async (answer: () => unknown): Promise<string> => {
    const outcome = await runCase(answer, wanting([4, 3]));
    return outcome.kind === 'different' ? outcome.difference.reason : outcome.kind;
  };

  it('passes where the layers are those expected, and names the first that is not', async () => {
    assert.equal(await reasonOf(build([4, 3])), 'passed');
    assert.equal(
      await reasonOf(build([4, 5])),
      'couche 2\u00a0: Dense (5, 25 paramètres, relu) au lieu de Dense (3, 15 paramètres, relu)',
    );
    assert.match(await reasonOf(build([4])), /^couche 2\s: rien au lieu de Dense/);
    assert.match(await reasonOf(build([4, 3, 2])), /^couche 3\s: Dense .* au lieu de rien$/);
  });

  it('looks first at the model of the fewest layers, whatever the arguments are', async () => {
    const [large, small] = [wanting([4, 4, 4, 3]), { ...wanting([3]), args: [1, 2, 3] }];
    const cases = [
      { ...large, name: 'long' },
      { ...small, name: 'court' },
    ];
    const results = await Promise.all(
      cases.map(async (each) => ({ item: each, outcome: await runCase(build([4]), each) })),
    );
    assert.equal(
      reportOf('f', { cases, functions: ['f'] } as never, results).example?.name,
      'court',
    );
  });

  it('says what came instead of a model', async () => {
    assert.match(await reasonOf(() => undefined), /elle ne rend rien \(undefined\)/);
    assert.match(await reasonOf(() => 3), /elle rend un nombre$/);
    assert.match(await reasonOf(() => build([4])().layers), /elle rend un tableau$/);
  });

  it('says why a model cannot be read, where an error was wanted too', async () => {
    const shared = (): unknown => {
      const [a, twice] = [tf.input({ shape: [2] }), tf.layers.dense({ units: 2 })];
      const once = twice.apply(a) as tf.SymbolicTensor;
      return tf.model({ inputs: a, outputs: twice.apply(once) as tf.SymbolicTensor });
    };
    for (const throws of [false, true]) {
      const outcome = await runCase(shared, { ...wanting([4, 3]), ...(throws && { throws }) });
      assert.equal(outcome.kind, 'unreadable');
      assert.match('why' in outcome ? outcome.why : '', /^(?!Impossible)/);
    }
  });

  it('tells whoever computes in an answer that it only builds', async () => {
    const outcome = await runCase(() => build([4, 3])().predict(tf.ones([1, 2])), wanting([4, 3]));
    const message = 'message' in outcome ? outcome.message : outcome.kind;
    assert.match(message, /^Impossible de calculer avec ce modèle\s: pendant que l’on vérifie une réponse/);
    assert.match(message, /mettez predict, fit ou dataSync dans une autre cellule\.$/);
    assert.doesNotMatch(message, /onPaper/);
  }); // prettier-ignore

  it('leaves tfjs as it was behind a model that would not fit into memory', async () => {
    assert.match(await reasonOf(build([90_000, 90_000])), /^couche 1/);
    const model = build([4])();
    assert.equal((model.predict(tf.ones([1, 2])) as tf.Tensor).dataSync().length, 4);
  });

  it('keeps a shape on one line', () => {
    const { rows } = outlineSheet({ ...expected, input: '28 × 28 × 1' });
    assert.equal(rows[1]![2]!.text, '28\u00a0×\u00a028\u00a0×\u00a01');
  });

  it('shows a long model around the layer that differs', () => {
    const long = { ...expected, layers: Array.from({ length: 30 }, () => row(4)) };
    const { rows } = outlineSheet(long, new Set(['20,1']));
    const numbers = rows.map(([first]) => first!.text).filter((text) => /^\d+$/.test(text));
    assert.deepEqual(numbers, [
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
      '27',
    ]);
    const marked = rows.flat().filter(({ differs }) => differs);
    assert.deepEqual(
      marked.map(({ text }) => text),
      ['4'],
    );
  });
});
