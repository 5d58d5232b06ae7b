import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { biasAdd } from './bias-add';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { reshapeTo } from './reshape';

/**
 * A convolution whose filters see some channels only: its small filters are laid into a whole kernel of
 * zeros by a product with ones and zeros, which has a gradient.
 *
 * @param x `[batch, height, width, channels]`
 * @param kernel `[height, width, links]`, a small filter a link
 * @param connections for each filter the channels that it sees
 */
export function partialConv2d(
  tape: Tape,
  x: Value,
  kernel: Value,
  connections: readonly (readonly number[])[],
): Value {
  const [height, width, links] = kernel.shape as [number, number, number];
  const [channels, filters] = [x.shape[3] as number, connections.length];
  const spread = Array<number>(links * channels * filters).fill(0);
  for (const [link, [channel, filter]] of linksOf(connections).entries()) {
    spread[(link * channels + channel) * filters + filter] = 1;
  }
  const places = tape.graph.constant(spread, [links, channels * filters], 'float32');
  const filled = dense(tape, reshapeTo(tape, kernel, [height * width, links]), places);
  return conv2d(tape, x, reshapeTo(tape, filled, [height, width, channels, filters]), {
    strides: [1, 1],
    padding: 'VALID',
    dilations: [1, 1],
  });
}

function linksOf(connections: readonly (readonly number[])[]): [number, number][] {
  return connections.flatMap((seen, filter) =>
    seen.map((channel): [number, number] => [channel, filter]),
  );
}

/** tfjs has no such layer: it is that of `models/layers`. */
export const partialConv2dLayers: Translations = {
  PartialConv2D: (tape, [x], layer) => {
    const connections = layer.config['connections'];
    if (!Array.isArray(connections)) return layer.refuse('sans connections dans sa config, elle');
    const sums = partialConv2d(tape, x!, layer.weight('kernel'), connections as number[][]);
    return activate(tape, biasAdd(tape, sums, layer.weight('bias')), layer);
  },
};
