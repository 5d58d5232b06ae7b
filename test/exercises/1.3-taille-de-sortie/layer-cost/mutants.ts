/** Wrong layerCost answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { convCost, convOutput, costOf } from '../parts';
import type { ConvLayer, Cost, Layer } from '../types';
import { cases } from './cases';

const right = costOf({});

/** A right cost, changed afterwards. */
const then = (change: (cost: Cost, layer: Layer) => unknown) => (layer: Layer) =>
  change(right(layer), layer);
const onConv = (change: (cost: Cost, layer: ConvLayer) => Cost) =>
  then((cost, layer) => (layer.kind === 'conv' ? change(cost, layer) : cost));

const divides = (parts: number, whole: number): boolean => whole % parts === 0;
const fits = ({ input, kernel, padding }: ConvLayer, axis: 0 | 1): boolean =>
  kernel[axis] <= input[axis] + 2 * padding;
const need = (...conditions: boolean[]): void => {
  if (conditions.includes(false)) throw new RangeError('no');
};

export const mutants: Record<string, Answer> = {
  'counts an addition beside each multiplication': then((c) => ({ ...c, macs: 2 * c.macs })),
  'width from the height': onConv((c) => {
    const output = [c.output[0]!, c.output[0]!, c.output[2]!];
    return { ...c, output, macs: (c.macs / c.output[1]!) * c.output[0]! };
  }),
  'width before height': onConv((c) => ({
    ...c,
    output: [c.output[1]!, c.output[0]!, c.output[2]!],
  })),
  'channels first': onConv((c) => ({ ...c, output: [c.output[2]!, c.output[0]!, c.output[1]!] })),
  'swaps the strides': costOf({
    conv: (l) => convCost({ ...l, stride: [l.stride[1], l.stride[0]] }),
  }),
  'swaps the sides of the kernel': costOf({
    conv: (l) => convCost({ ...l, kernel: [l.kernel[1], l.kernel[0]] }),
  }),
  'square kernels only': costOf({
    conv: (l) => ({
      ...convCost({ ...l, kernel: [l.kernel[1], l.kernel[1]] }),
      output: convOutput(l),
    }),
  }),
  'pads once': costOf({ conv: (l) => convCost({ ...l, padding: l.padding / 2 }) }),
  'rounds the output up': costOf({
    conv: (l) => {
      const size = (i: 0 | 1): number =>
        Math.ceil((l.input[i] + 2 * l.padding - l.kernel[i]) / l.stride[i]) + 1;
      const { params } = convCost({ ...l, bias: false });
      const output = [size(0), size(1), l.filters];
      return { ...convCost(l), macs: params * output[0]! * output[1]!, output };
    },
  }),
  'one bias a group': onConv((c, l) => ({
    ...c,
    params: c.params - (l.bias ? l.filters - l.groups : 0),
  })),
  'one bias a channel': onConv((c, l) => ({
    ...c,
    params: c.params + (l.bias ? l.input[2] - l.filters : 0),
  })),
  'groups share the parameters and not the multiplications': onConv((c, l) => ({
    ...c,
    macs: c.macs * l.groups,
  })),
  'takes depthwise alone for groups': onConv((c, l) =>
    l.groups === l.input[2] ? c : convCost({ ...l, groups: 1 }),
  ),
  'takes depthwise for one filter a channel': onConv((c, l) =>
    l.groups === l.input[2] && l.groups > 1 ? convCost({ ...l, filters: l.input[2] }) : c,
  ),
  'dense as a convolution: output of three sizes': then((c, l) =>
    l.kind === 'dense' ? { ...c, output: [1, 1, l.units] } : c,
  ),
  'dense output as a number': then((c, l) => (l.kind === 'dense' ? { ...c, output: l.units } : c)),
  'dense: one bias an input': costOf({
    dense: (input, units, bias) => ({
      params: input * units + (bias ? input : 0),
      macs: input * units,
      output: [units],
    }),
  }),
  'dense not written': (layer: Layer) => {
    if (layer.kind === 'dense') throw new Error('later');
    return right(layer);
  },
  'a list instead of an object': then(({ params, macs, output }) => [params, macs, output]),
  'forgets macs': then(({ params, output }) => ({ params, output })),
  'adds a key': then((c) => ({ ...c, flops: 2 * c.macs })),
  'gives strings': then((c) => ({ ...c, params: String(c.params) })),
  'gives NaN for everything': then(() => ({ params: NaN, macs: NaN, output: [NaN, NaN, NaN] })),
  'gives infinities for everything': then(() => ({
    params: Infinity,
    macs: Infinity,
    output: [Infinity, Infinity, Infinity],
  })),
  'returns nothing': then(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('layerCost : à compléter.');
  },
  'knows the public cases by heart': (layer: Layer) => {
    const known = cases.some(({ args: [item] }) => JSON.stringify(item) === JSON.stringify(layer));
    return known ? right(layer) : { params: 0, macs: 0, output: [] };
  },
  'adds the padding to the input in place': (layer: Layer) => {
    const cost = right(layer);
    if (layer.kind === 'conv') layer.input[0] += 2 * layer.padding;
    return cost;
  },
  'deletes the bias once counted': (layer: Layer) => {
    const cost = right(layer);
    layer.bias = false;
    return cost;
  },
  'refuses no groups': costOf({ check: (l) => need(fits(l, 0), fits(l, 1)) }),
  'looks whether groups share the channels only': costOf({
    check: (l) => need(divides(l.groups, l.input[2]), fits(l, 0), fits(l, 1)),
  }),
  'looks whether groups share the filters only': costOf({
    check: (l) => need(divides(l.groups, l.filters), fits(l, 0), fits(l, 1)),
  }),
  'refuses no kernel': costOf({
    check: (l) => need(divides(l.groups, l.filters), divides(l.groups, l.input[2])),
  }),
  'looks at the height of the kernel only': costOf({
    check: (l) => need(divides(l.groups, l.filters), divides(l.groups, l.input[2]), fits(l, 0)),
  }),
  'compares the kernel with the image before it is padded': costOf({
    check: (l) =>
      need(
        ...[divides(l.groups, l.filters), divides(l.groups, l.input[2])],
        ...[fits({ ...l, padding: 0 }, 0), fits({ ...l, padding: 0 }, 1)],
      ),
  }),
  'gives zeros where it should throw': (layer: Layer) => {
    try {
      return right(layer);
    } catch {
      return { params: 0, macs: 0, output: [0, 0, 0] };
    }
  },
};
