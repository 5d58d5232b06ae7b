/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Answer } from '../../answer';
import type { ConvLayer, Cost, Layer } from '../types';

export const alternatives: Record<string, Answer> = {
  'a dense layer is a convolution of one position'(layer: Layer): Cost {
    if (layer.kind === 'dense') {
      const { input, units, bias } = layer;
      const twin: ConvLayer = {
        ...{ kind: 'conv', input: [1, 1, input], filters: units, kernel: [1, 1] },
        ...{ stride: [1, 1], padding: 0, groups: 1, bias },
      };
      return { ...byWindows(twin), output: [units] };
    }
    return byWindows(layer);
  },
  'counts group by group, position by position'(layer: Layer): Cost {
    const cost: Cost = { params: 0, macs: 0, output: [] };
    if (layer.kind === 'dense') {
      for (let unit = 0; unit < layer.units; unit++) {
        cost.params += layer.input + Number(layer.bias);
        cost.macs += layer.input;
      }
      cost.output.push(layer.units);
      return cost;
    }
    const [height, width, channels] = layer.input;
    const { groups, filters, padding } = layer;
    if (channels % groups || filters % groups) throw new RangeError('groups');
    let rows = 0;
    let cols = 0;
    for (let y = 0; y + layer.kernel[0] <= height + 2 * padding; y += layer.stride[0]) rows++;
    for (let x = 0; x + layer.kernel[1] <= width + 2 * padding; x += layer.stride[1]) cols++;
    if (rows * cols === 0) throw new RangeError('kernel');
    for (let group = 0; group < groups; group++) {
      const weights =
        (filters / groups) * (channels / groups) * layer.kernel.reduce((a, b) => a * b);
      cost.params += weights;
      cost.macs += weights * rows * cols;
    }
    if (layer.bias) cost.params += filters;
    cost.output.push(rows, cols, filters);
    return cost;
  },
};

function byWindows(layer: ConvLayer): Cost {
  const { input, filters, kernel, stride, padding, groups, bias } = layer;
  const shared = input[2] / groups;
  if (!Number.isInteger(shared) || !Number.isInteger(filters / groups)) throw new Error('groups');
  const sides = [0, 1].map((i) => {
    const room = input[i]! + 2 * padding - kernel[i]!;
    if (room < 0) throw new Error('kernel');
    return (room - (room % stride[i]!)) / stride[i]! + 1;
  });
  const window = kernel[0] * kernel[1] * shared;
  return {
    params: filters * (window + (bias ? 1 : 0)),
    macs: window * sides[0]! * sides[1]! * filters,
    output: [...sides, filters],
  };
}
