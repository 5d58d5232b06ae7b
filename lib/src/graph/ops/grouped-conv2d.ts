import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { biasAdd } from './bias-add';
import { concatenate } from './concatenate';
import { readWindow, windowAttributes, windowShape, type WindowOptions } from './options';

/**
 * Correlates each of several equal parts of the channels with filters of its own, as TensorFlow does not
 * on a processor: convolutions side by side.
 *
 * @param x `[batch, height, width, groups * inChannels]`
 * @param kernel `[height, width, inChannels, outChannels]`, the filters of the first group first
 */
export function groupedConv2d(
  tape: Tape,
  x: Value,
  kernel: Value,
  groups: number,
  options: WindowOptions,
): Value {
  const attributes = windowAttributes(options);
  const [height, width, , channels] = kernel.shape as number[];
  const shape = windowShape(x.shape, [height!, width!], channels! / groups, options);
  const [parts, kernels] = [split(tape, x, groups), split(tape, kernel, groups)];
  const each = parts.map((part, i) =>
    tape.add('Conv2D', [part, kernels[i]!], { shape, attributes }),
  );
  const output = concatenate(tape, each, 3);
  const again = (other: Value): Value => groupedConv2d(tape, x, other, groups, options);
  tape.remember(output, { convolution: { kernel, channelAxes: 1, again } });
  return tape.record([x, kernel], output, (dOutput, [needX, needKernel]) => {
    const above = split(tape, dOutput, groups);
    const back = (op: string, inputs: (i: number) => Value[], like: readonly Value[]): Value =>
      concatenate(tape, like.map(({ shape }, i) => tape.add(op, inputs(i), { shape, attributes })), 3); // prettier-ignore
    return [
      needX
        ? back('Conv2DBackpropInput', (i) => [tape.shapeOf(parts[i]!), kernels[i]!, above[i]!], parts)
        : undefined,
      needKernel
        ? back('Conv2DBackpropFilter', (i) => [parts[i]!, tape.shapeOf(kernels[i]!), above[i]!], kernels)
        : undefined,
    ]; // prettier-ignore
  });
}

/** Cuts the last of four axes into equal parts. */
function split(tape: Tape, x: Value, count: number): Value[] {
  const shape = [...x.shape.slice(0, 3), (x.shape[3] as number) / count];
  const first = tape.add('Split', [tape.graph.scalar(3, 'int32'), x], {
    shape,
    attributes: { T: { type: 'float32' }, num_split: { int: count } },
  });
  return Array.from({ length: count }, (_, i) => tape.graph.output(first, i, shape));
}

/** tfjs has no such layer: it is that of `models/layers`. */
export const groupedConv2dLayers: Translations = {
  GroupedConv2D: (tape, [x], layer) => {
    const groups = layer.config['groups'];
    if (typeof groups !== 'number') return layer.refuse('sans groups dans sa config, elle');
    const sums = groupedConv2d(tape, x!, layer.weight('kernel'), groups, readWindow(layer));
    return activate(tape, biasAdd(tape, sums, layer.weightIfAny('bias')), layer);
  },
};
