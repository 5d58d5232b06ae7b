import assert from 'node:assert/strict';

import { jupyterDisplay } from '../../../display';
import { denseNet, describe as describeModel, leNet, onPaper, vgg } from '../../../models';
import { assertDrawn } from '../../testing/figure-laws';
import { modelTable } from './model-table';

describe('modelTable()', function () {
  this.timeout(60_000);

  it('is a table that unfolds, a picture and words', async () => {
    const table = modelTable(onPaper(() => denseNet({ depth: 201 })));
    const bundle = await table[jupyterDisplay]();
    assert.deepEqual(Object.keys(bundle), ['text/html', 'image/png', 'text/plain']);
    assert.equal(bundle['text/plain'], table.alt);
    await assertDrawn(table.still);
  });

  it('a short model is shown layer by layer, as describe() says it', () => {
    for (const build of [() => leNet(), () => vgg()]) {
      const model = onPaper(build);
      const table = modelTable(model);
      assert.equal(table.alt, describeModel(model).toString());
      assert.doesNotMatch(table.html, /<details>/);
    }
  });

  it('a long one is told in few lines, and unfolds to every layer and number of it', () => {
    const model = onPaper(() => denseNet({ depth: 201 }));
    const table = modelTable(model);
    assert.ok(table.alt.split('\n').length < 25);
    const rows = table.html
      .split('role="row"')
      .map((row) => [...row.matchAll(/role="cell"[^>]*>([^<]*)</g)].map(([, cell]) => cell));
    const { rows: layers } = describeModel(model);
    assert.ok(layers.length > 700);
    for (const { name, type, outputShape } of layers) {
      const found = rows.find(([cell]) => cell === name)!;
      assert.deepEqual(found.slice(1, 3), [type, `[${outputShape.join(', ')}]`]);
    }
    assert.match(table.html, /<details><summary/);
    assert.doesNotMatch(modelTable(model, { open: true }).html, /<details>/);
  });
});
