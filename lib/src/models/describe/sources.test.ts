import { strict as assert } from 'node:assert';

import { denseNet } from '../dense-net';
import { onPaper } from '../paper/on-paper';
import { resNet } from '../res-net';
import { smallResNet } from '../small-res-net';
import { sourcesOf } from './sources';

describe('sourcesOf()', () => {
  it('a block of L layers of a DenseNet has L (L + 1) / 2 links, and reads nothing of other blocks', () => {
    const sources = sourcesOf(onPaper(() => denseNet()));
    for (const [block, layers] of Object.entries({ conv2: 6, conv3: 12, conv4: 24, conv5: 16 })) {
      const links = [...sources].filter(([name]) => name.startsWith(block) && name.endsWith('_1_conv')); // prettier-ignore
      assert.equal(links.length, layers);
      const counted = links.reduce((sum, [, read]) => sum + read.length, 0);
      assert.equal(counted, (layers * (layers + 1)) / 2);
    }
    assert.deepEqual(sources.get('conv3_block2_1_conv'), ['pool2_conv', 'conv3_block1_2_conv']);
  });

  it('a plain network is a chain; with shortcuts a block reads every sum before it', () => {
    const plain = sourcesOf(onPaper(() => smallResNet({ depth: 14, shortcut: false })));
    for (const read of plain.values()) assert.equal(read.length, 1);
    const residual = sourcesOf(onPaper(() => resNet({ depth: 18 })));
    assert.deepEqual(residual.get('conv2_block2_1_conv'), ['conv1_conv', 'conv2_block1_2_conv']);
    assert.deepEqual(plain.get('conv1_conv'), ['input']);
  });
});
