import { strict as assert } from 'node:assert';

import { denseNet } from '../dense-net';
import { googLeNet } from '../google-net';
import { onPaper } from '../paper/on-paper';
import { byBlock, type GroupedRow } from './by-block';
import { describe as describeModel } from './describe';

const leaves = (rows: readonly GroupedRow[]): string[] =>
  rows.flatMap((row) => (row.inside.length === 0 ? [row.name] : leaves(row.inside)));

describe('byBlock()', () => {
  for (const build of [() => denseNet(), () => googLeNet({ auxiliary: true })]) {
    it('loses no layer of a model, and no number', () => {
      const { rows, totals } = describeModel(onPaper(build));
      const grouped = byBlock(rows);
      assert.ok(grouped.length < rows.length / 3);
      assert.deepEqual(leaves(grouped).sort(), rows.map(({ name }) => name).sort()); // prettier-ignore
      for (const of of ['parameters', 'trainable', 'macs', 'activationBytes'] as const) {
        const sum = grouped.reduce((total, row) => total + row[of], 0);
        assert.equal(sum, totals[of], of);
      }
    });
  }

  it('stages hold blocks, blocks hold layers', () => {
    const grouped = byBlock(describeModel(onPaper(() => denseNet())).rows);
    const stage = grouped.find(({ name }) => name === 'conv3')!;
    assert.equal(stage.type, '12\u00a0blocs');
    assert.deepEqual(stage.outputShape, [28, 28, 512]);
    const [block] = stage.inside;
    assert.equal(block!.name, 'conv3_block1');
    assert.equal(block!.type, '7\u00a0couches');
    assert.equal(block!.parameters, block!.inside.reduce((sum, row) => sum + row.parameters, 0)); // prettier-ignore
  });
});
