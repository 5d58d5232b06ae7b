/**
 * conv: the fast convolution, forward and backward. With one thread at least 0.65 x the speed of tfjs's
 * wasm backend and ahead of it in two layers; with two at least 0.35 x tfjs-node; in TypeScript alone
 * at least 2 x tfjs's cpu backend. Memory stays flat over 1,000 calls.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type * as Tfjs from '@tensorflow/tfjs';
import { Volume } from '@convolab/lib';
import * as fast from '@convolab/lib/fast';

import { aheadGate, defineBench, speedGate, type Case, type Contender } from './harness';

interface Layer {
  image: [number, number, number, number];
  kernel: [number, number, number, number];
  padding: 'same' | 'valid';
}

const layers: Record<string, Layer> = {
  L1: { image: [128, 28, 28, 1], kernel: [5, 5, 1, 6], padding: 'same' },
  L2: { image: [32, 14, 14, 6], kernel: [5, 5, 6, 16], padding: 'valid' },
  L3: { image: [1, 224, 224, 3], kernel: [3, 3, 3, 64], padding: 'same' },
  L4: { image: [1, 56, 56, 64], kernel: [3, 3, 64, 64], padding: 'same' },
};

const names = {
  wasm1: 'fast, 1 thread',
  wasm2: 'fast, 2 threads',
  typescript: 'fast, TypeScript',
  outside: 'fast, 1 thread, outside a scope',
  tfCpu: 'tfjs cpu',
  tfWasm: 'tfjs wasm',
  tfNode: 'tfjs-node',
} as const;

const { tf, nodeMissing, wasmMissing } = loadBackends();

/** tfjs with its three backends, or why one of them is not there. */
function loadBackends(): { tf: typeof Tfjs; nodeMissing?: string; wasmMissing?: string } {
  /* eslint-disable @typescript-eslint/no-require-imports -- one that is missing is left out */
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1'; // its best: left alone it may be off
  const reason = (error: unknown): string => (error as Error).message.split('\n')[0]!;
  let nodeMissing: string | undefined;
  let wasmMissing: string | undefined;
  let tf = require('@tensorflow/tfjs') as typeof Tfjs;
  try {
    tf = require('@tensorflow/tfjs-node') as typeof Tfjs;
  } catch (error) {
    nodeMissing = reason(error);
  }
  try {
    const wasm = require('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(to: string): void };
    wasm.setWasmPaths(`${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  } catch (error) {
    wasmMissing = reason(error);
  }
  /* eslint-enable @typescript-eslint/no-require-imports */
  return { tf, nodeMissing, wasmMissing };
}

type Pass = 'forward' | 'backward';

function casesOf(pass: Pass, quick: boolean): Case[] {
  return Object.entries(layers).map(([name, layer]) => {
    const { image, kernel, padding } = layer;
    const outShape = outputShape(layer);
    const data = {
      image: numbers(image, 1),
      kernel: numbers(kernel, 2),
      dOutput: numbers(outShape, 3),
    };
    const [kernelHeight, kernelWidth, channels, filters] = kernel;
    const products = outShape[0]! * outShape[1]! * outShape[2]! * filters;
    const flop = 2 * products * kernelHeight * kernelWidth * channels;
    return {
      name: `${name} ${pass}`,
      about: `${image.join('x')} by ${filters} of ${kernelHeight}x${kernelWidth}, ${padding}`,
      work: { amount: pass === 'forward' ? flop : 2 * flop, unit: 'FLOP' },
      baseline: names.tfNode,
      contenders: {
        [names.wasm1]: oursIn(data, padding, pass, 'wasm', 1),
        [names.wasm2]: oursIn(data, padding, pass, 'wasm', 2),
        [names.outside]: oursOutside(data, padding, pass),
        [names.typescript]: oursIn(data, padding, pass, 'typescript', 1),
        [names.tfWasm]: pass === 'forward' ? theirs('wasm', data, padding, pass) : undefined,
        [names.tfNode]: theirs('tensorflow', data, padding, pass),
        // Its backward pass takes minutes: once is enough, and no time for it in a quick run.
        [names.tfCpu]:
          quick && pass === 'backward'
            ? undefined
            : { ...theirs('cpu', data, padding, pass), rounds: 1 },
      },
    };
  });
}

interface Data {
  image: Volume;
  kernel: Volume;
  dOutput: Volume;
}

/** Inside a scope, on Volumes that lie in the engine's memory: as a network computes. */
function oursIn(
  data: Data,
  padding: Layer['padding'],
  pass: Pass,
  kernels: 'wasm' | 'typescript',
  threads: number,
): Contender {
  let adopted: Data & Record<string, Volume>;
  return {
    setUp: () => {
      const { image, kernel, dOutput } = data;
      adopted = {
        image: fast.adopt(image),
        kernel: fast.adopt(kernel),
        dOutput: fast.adopt(dOutput),
      };
    },
    beforeTurn: () => choose(kernels, threads),
    run: () =>
      fast.scope(() => {
        compute(adopted, padding, pass);
      }),
    tearDown: () => {
      for (const volume of Object.values(adopted)) fast.release(volume);
    },
  };
}

/** On plain Volumes: arguments are copied in, results copied out. */
function oursOutside(data: Data, padding: Layer['padding'], pass: Pass): Contender {
  return {
    beforeTurn: () => choose('wasm', 1),
    run: () => compute(data, padding, pass),
  };
}

function compute({ image, kernel, dOutput }: Data, padding: Layer['padding'], pass: Pass): unknown {
  return pass === 'forward'
    ? fast.conv2d(image, kernel, { padding })
    : fast.conv2dBackward(dOutput, image, kernel, { padding });
}

/** Sets the kernels and waits until the threads are up. */
async function choose(kernels: 'wasm' | 'typescript', threads: number): Promise<void> {
  fast.setKernels(kernels);
  fast.setThreads(threads);
  if (threads === 1) return;
  const large = new Volume([1_000, 1_000], new Float32Array(1e6));
  for (let i = 0; i < 500 && fast.fastInfo().threads < threads; i++) {
    fast.relu(large);
    await sleep(10);
  }
}

/** The same with tfjs's kernels, on tensors that its backend holds already. */
function theirs(backend: string, data: Data, padding: Layer['padding'], pass: Pass): Contender {
  const tensorOf = ({ shape, data }: Volume): Tfjs.Tensor4D =>
    tf.tensor4d(data as Float32Array, [...shape] as [number, number, number, number]);
  let image: Tfjs.Tensor4D;
  let kernel: Tfjs.Tensor4D;
  let dOutput: Tfjs.Tensor4D;
  const options = { strides: [1, 1], pad: padding, dataFormat: 'NHWC' };
  const gradient = (name: string, inputs: object, shape: object): void => {
    tf.dispose(tf.engine().runKernel(name, inputs as never, { ...options, ...shape }));
  };
  return {
    missing: { tensorflow: nodeMissing, wasm: wasmMissing }[backend],
    beforeTurn: async () => {
      await tf.setBackend(backend);
      await tf.ready();
    },
    setUp: () => {
      image = tensorOf(data.image);
      kernel = tensorOf(data.kernel);
      dOutput = tensorOf(data.dOutput);
    },
    run: () => {
      if (pass === 'forward') {
        tf.conv2d(image, kernel, 1, padding).dispose();
        return;
      }
      gradient('Conv2DBackpropInput', { dy: dOutput, filter: kernel }, { inputShape: image.shape });
      gradient('Conv2DBackpropFilter', { x: image, dy: dOutput }, { filterShape: kernel.shape });
      tf.tidy(() => dOutput.sum([0, 1, 2]));
    },
    tearDown: () => tf.dispose([image, kernel, dOutput]),
  };
}

/** Grown over 1,000 calls, forward and backward, in and out of scopes. */
function grown(read: () => number): number {
  const [image, kernel] = [numbers([8, 14, 14, 6], 1), numbers([5, 5, 6, 16], 2)];
  const step = (): void => {
    fast.scope(() => fast.conv2d(image, kernel, { padding: 'same' }));
    const output = fast.conv2d(image, kernel, { padding: 'same' });
    fast.conv2dBackward(output, image, kernel, { padding: 'same' });
  };
  for (let i = 0; i < 100; i++) step();
  globalThis.gc?.();
  const before = read();
  for (let i = 0; i < 1_000; i++) step();
  globalThis.gc?.();
  return read() - before;
}

function outputShape({ image, kernel, padding }: Layer): number[] {
  const [batch, height, width] = image;
  const [kernelHeight, kernelWidth, , filters] = kernel;
  return padding === 'same'
    ? [batch, height, width, filters]
    : [batch, height - kernelHeight + 1, width - kernelWidth + 1, filters];
}

function numbers(shape: readonly number[], seed: number): Volume {
  const volume = Volume.zeros(shape, 'float32');
  for (let i = 0; i < volume.size; i++) volume.data[i] = Math.sin(seed * i);
  return volume;
}

const megabyte = 2 ** 20;

export default defineBench({
  packages: ['@tensorflow/tfjs-backend-wasm', 'assemblyscript'],
  cases: ({ quick }) => [...casesOf('forward', quick), ...casesOf('backward', quick)],
  measures: () => [
    {
      name: "the engine's memory grown",
      unit: 'bytes',
      run: () => grown(() => fast.fastInfo().memory.used + fast.fastInfo().memory.reserved),
    },
    {
      name: 'resident memory grown',
      unit: 'MB',
      run: () => grown(() => process.memoryUsage.rss() / megabyte),
    },
  ],
  gates: [
    speedGate({ of: names.wasm1, against: names.tfWasm, atLeast: 0.65, stretch: 0.9 }),
    aheadGate({ of: names.wasm1, against: names.tfWasm, inAtLeast: 2 }),
    speedGate({ of: names.wasm2, against: names.tfNode, atLeast: 0.35 }),
    speedGate({ of: names.typescript, against: names.tfCpu, atLeast: 2 }),
    {
      claim: "the engine's memory is flat over 1,000 calls",
      figure: (results) => results.measure("the engine's memory grown"),
      atMost: 0,
      unit: 'bytes',
    },
    {
      claim: 'resident memory is flat over 1,000 calls',
      figure: (results) => results.measure('resident memory grown'),
      atMost: 16,
      unit: 'MB',
    },
  ],
});
