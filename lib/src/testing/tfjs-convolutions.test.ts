import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { seededVolume } from './seeded-volume';
import { tfConv1d, tfConv2d, tfDepthwiseConv2d } from './tfjs-convolutions';
import { assertClose, tfCompute, tfjs } from './tfjs-oracle';

describe("tfjs's convolutions with all that ours can do", () => {
  const plain = { stride: 1, padding: 'valid', dilation: 1, groups: 1 } as const;

  it('spread the kernel as tfjs dilates it, where tfjs can', () => {
    const x = seededVolume([2, 7, 6, 2], 1);
    const w = seededVolume([3, 2, 2, 3], 2);
    for (const padding of ['valid', 'same'] as const) {
      const theirs = tfCompute([x, w], (a, b) => tfjs.conv2d(a, b, 1, padding, 'NHWC', [2, 3]));
      const options = { ...plain, padding, dilation: [2, 3] as [number, number] };
      assertClose(
        tfCompute([x, w], (a, b) => tfConv2d(a, b, options)),
        theirs,
      );
    }
  });

  it('share channels and filters among groups, and lay zeros side by side', () => {
    const x = Volume.from([[[[1, 2]]]]);
    const w = Volume.from([[[[10, 100]]]]);
    const padding = { top: 1, bottom: 0, left: 0, right: 0 };
    const output = tfCompute([x, w], (a, b) => tfConv2d(a, b, { ...plain, groups: 2, padding }));
    assert.deepEqual(output.toNested(4), [[[[0, 0]], [[10, 200]]]]);
  });

  it('take a depthwise kernel as a group for each channel', () => {
    const x = seededVolume([2, 7, 6, 2], 1);
    const w = seededVolume([3, 2, 2, 3], 2);
    const options = { ...plain, stride: 2, dilation: 2, padding: 'same' } as const;
    assertClose(
      tfCompute([x, w], (a, b) => tfDepthwiseConv2d(a, b, options)),
      tfCompute([x, w.reshape([3, 2, 1, 6])], (a, b) => tfConv2d(a, b, { ...options, groups: 2 })),
    );
  });

  it('do the same with signals', () => {
    const x = Volume.from([[[1], [2], [3], [4]]]);
    const w = Volume.from([[[1]], [[10]]]);
    const output = tfCompute([x, w], (a, b) =>
      tfConv1d(a.as3D(1, 4, 1), b.as3D(2, 1, 1), {
        stride: 2,
        padding: { left: 0, right: 1 },
        dilation: 2,
        groups: 1,
      }),
    );
    assert.deepEqual(output.toNested(3), [[[31], [3]]]);
  });
});
