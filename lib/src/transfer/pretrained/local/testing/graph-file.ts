import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a graph model as TensorFlow's converter does: a convolution of two filters, the mean of each map, a bias, a
 * softmax, over images of 6 x 6.
 */
export function writeGraphModel(folder: string): { filters: number[]; bias: number[] } {
  const filters = Array.from({ length: 18 }, (_, i) => Math.sin(i));
  const bias = [0.5, -0.25];
  const shape = (...sizes: number[]) => ({
    shape: { dim: sizes.map((size) => ({ size: String(size) })) },
  });
  const float = { type: 'DT_FLOAT' };
  const constant = (name: string, dtype: string, ...sizes: number[]) => ({
    name,
    op: 'Const',
    attr: { dtype: { type: dtype }, value: { tensor: { dtype, tensorShape: shape(...sizes).shape } } },
  }); // prettier-ignore
  const strides = { list: { i: ['1', '1', '1', '1'] } };
  const node = [
    { name: 'image', op: 'Placeholder', attr: { dtype: float, shape: shape(-1, 6, 6, 1) } },
    constant('filters', 'DT_FLOAT', 3, 3, 1, 2),
    constant('bias', 'DT_FLOAT', 2),
    constant('axes', 'DT_INT32', 2),
    {
      name: 'conv',
      op: 'Conv2D',
      input: ['image', 'filters'],
      attr: { T: float, strides, padding: { s: 'VkFMSUQ=' }, dataFormat: { s: 'TkhXQw==' }, dilations: strides }, // prettier-ignore
    },
    { name: 'mean', op: 'Mean', input: ['conv', 'axes'], attr: { keepDims: { b: false } } },
    { name: 'sum', op: 'BiasAdd', input: ['mean', 'bias'], attr: { T: float } },
    { name: 'classes', op: 'Softmax', input: ['sum'], attr: { T: float } },
  ];
  const end = (name: string, ...sizes: number[]) => ({
    [name]: { name: `${name}:0`, dtype: 'DT_FLOAT', tensorShape: shape(...sizes).shape },
  });
  const weights = [
    { name: 'filters', shape: [3, 3, 1, 2], dtype: 'float32' },
    { name: 'bias', shape: [2], dtype: 'float32' },
    { name: 'axes', shape: [2], dtype: 'int32' },
  ];
  const json = {
    format: 'graph-model',
    modelTopology: { node, library: {}, versions: {} },
    signature: { inputs: end('image', -1, 6, 6, 1), outputs: end('classes', -1, 2) },
    weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights }],
  };
  writeFileSync(path.join(folder, 'model.json'), JSON.stringify(json));
  const bytes = [Float32Array.from(filters), Float32Array.from(bias), Int32Array.of(1, 2)];
  writeFileSync(
    path.join(folder, 'group1-shard1of1.bin'),
    Buffer.concat(bytes.map(({ buffer }) => Buffer.from(buffer))),
  );
  return { filters, bias };
}
