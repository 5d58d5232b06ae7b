/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { put, type X } from '../put';
import { blockWith, networkWith, transitionWith } from './parts';

const all = (answer: () => unknown): Answer => ({
  denseBlock: answer,
  transition: answer,
  denseNet: answer,
});

export const mutants: Record<string, Answer> = {
  'has 5 × 5 in its block': { denseBlock: blockWith({ kernelSize: 5 }) },
  'has 1 × 1 in its block': { denseBlock: blockWith({ kernelSize: 1 }) },
  'has no ReLU in its block': { denseBlock: blockWith({ relu: false }) },
  'normalises once in a layer': { denseBlock: blockWith({ normTwice: false }) },
  'widens by two': { denseBlock: blockWith({ wide: 2 }) },
  'has a layer too many': { denseBlock: blockWith({ count: (layers) => layers + 1 }) },
  'has a layer too few beyond three': { denseBlock: blockWith({ count: (layers) => (layers > 3 ? layers - 1 : layers) }) },
  'concatenates rows': { denseBlock: blockWith({ join: (a, b) => put(tf.layers.concatenate({ axis: 1 }), [a, b]) }) },
  'joins what comes in twice': { denseBlock: blockWith({ join: (a, b, input) => put(tf.layers.concatenate(), [a, b, input]) }) },
  'gives x': { denseBlock: (x: X) => x },
  'grows by four always': { denseBlock: (x: X, layers: number) => blockWith()(x, layers, 4) },
  'keeps half, rounded up': { transition: transitionWith({ kept: (channels) => Math.ceil(channels / 2) }) },
  'keeps a third': { transition: transitionWith({ kept: (channels) => Math.floor(channels / 3) }) },
  'keeps ten channels': { transition: transitionWith({ kept: () => 10 }) },
  'has 3 × 3 in its transition': { transition: transitionWith({ kernelSize: 3 }) },
  'has biases in its transition': { transition: transitionWith({ useBias: true }) },
  'pools by three': { transition: transitionWith({ pools: { poolSize: 3, strides: 2, padding: 'same' } }) },
  'pools without a step': { transition: transitionWith({ pools: { poolSize: 2, strides: 1 } }) },
  'has no ReLU in its transition': { transition: transitionWith({ relu: false }) },
  'does not normalise in its transition': { transition: transitionWith({ norm: false }) },
  'gives x untouched in its transition': { transition: (x: X) => x },
  'is always DenseNet-121': { denseNet: networkWith({ read: (blocks) => (blocks.length > 2 ? [6, 12, 24, 16] : blocks) }) },
  'has the blocks in reverse beyond two': { denseNet: networkWith({ read: (blocks) => (blocks.length > 2 ? [...blocks].reverse() : blocks) }) },
  'has two blocks always': { denseNet: networkWith({ read: (blocks) => blocks.slice(0, 2) }) },
  'gives a network without blocks': { denseNet: networkWith({ allowEmpty: true }) },
  'grows by 24': { denseNet: networkWith({ growth: 24 }) },
  'starts with 32 maps': { denseNet: networkWith({ filters: 32 }) },
  'takes grey images': { denseNet: networkWith({ channels: 1 }) },
  'has no margin': { denseNet: networkWith({ margins: [0, 1] }) },
  'has no margin before pooling': { denseNet: networkWith({ margins: [3, 0] }) },
  'pads as tfjs does': { denseNet: networkWith({ margins: [0, 0], padding: 'same', pool: (options) => tf.layers.maxPooling2d({ ...options, padding: 'same' }) }) },
  'pools by the mean at first': { denseNet: networkWith({ pool: (options) => tf.layers.averagePooling2d(options) }) },
  'has no ReLU at the end': { denseNet: networkWith({ last: { relu: false } }) },
  'flattens': { denseNet: networkWith({ end: { flat: true } }) },
  'has ten classes': { denseNet: networkWith({ end: { units: 10 } }) },
  'has a sigmoid at the end': { denseNet: networkWith({ end: { activation: 'sigmoid' } }) },
  'gives its number of parameters': { denseNet: () => 8_062_504 },
  'returns nothing': all(() => undefined),
  'throws at everything': all(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => {
    throw new Error('denseNet : à compléter.');
  }),
}; // prettier-ignore
