import { strict as assert } from 'node:assert';

import { seededRandom } from '../data/random';
import { Volume } from '../volume/volume';
import * as nn from './index';
import { Machine } from './machine';
import { backward, forward } from './pass';
import { planStages } from './stages';

const inputShape = [6, 5, 2];

/** Every kind of layer once, each activation too. */
const layers = (): nn.Layer[] => [
  nn.conv2d({ filters: 4, kernelSize: [3, 2], padding: 'same', groups: 2, activation: 'elu' }),
  nn.batchNorm(),
  nn.depthwiseConv2d({ kernelSize: 2, multiplier: 2, activation: 'leakyRelu' }),
  nn.avgPool2d({ poolSize: 2, stride: 1, padding: 'same' }),
  nn.dropout({ rate: 0.3 }),
  nn.conv2d({ filters: 3, kernelSize: 2, dilation: 2, activation: 'swish' }),
  nn.maxPool2d({ poolSize: [2, 1] }),
  nn.conv2d({ filters: 3, kernelSize: 1, activation: 'sigmoid' }),
  nn.flatten(),
  nn.dense({ units: 4, activation: 'tanh' }),
  nn.softmax(),
  nn.dense({ units: 3 }),
];

function batchOf(count: number): Volume {
  const random = seededRandom(3);
  const input = Volume.zeros([count, ...inputShape]);
  for (let i = 0; i < input.size; i++) input.data[i] = random() * 2 - 1;
  return input;
}

describe('the gradients of a whole network', () => {
  it('are those of centred differences, for every number it learns', () => {
    const machine = new Machine(planStages(layers(), inputShape), 'plain', 5);
    const { engine, stages, parameters } = machine;
    const labels = [0, 2, 1];
    const options = { engine, training: true, seed: 11 };
    const lossNow = (): number => {
      const values = forward(stages, batchOf(3), options);
      return engine.crossEntropyFromLogits(values.at(-1)!, labels);
    };
    const values = forward(stages, batchOf(3), options);
    const dLogits = engine.crossEntropyFromLogitsBackward(1, values.at(-1)!, labels);
    const gradients = backward(stages, values, dLogits, options);

    assert.equal(gradients.size, parameters.length);
    for (const { name, value } of parameters) {
      const { data: found } = gradients.get(name)!;
      for (let i = 0; i < value.size; i++) {
        const before = value.data[i]!;
        const h = 1e-5;
        value.data[i] = before + h;
        const above = lossNow();
        value.data[i] = before - h;
        const below = lossNow();
        value.data[i] = before;
        const wanted = (above - below) / (2 * h);
        assert.ok(Math.abs(found[i]! - wanted) < 1e-7, `${name}[${i}]: ${found[i]!} ${wanted}`);
      }
    }
  });

  it('are the same in float32 by the fast engine', () => {
    const plan = planStages(layers(), inputShape);
    const plain = new Machine(plan, 'plain', 5);
    const fast = new Machine(plan, 'fast', 5);
    const [exact, quick] = [plain, fast].map(({ engine, stages }) => {
      const options = { engine, training: true, seed: 11 };
      const input = batchOf(3);
      const x =
        engine.dtype === 'float32' ? new Volume(input.shape, Float32Array.from(input.data)) : input;
      return engine.scope(() => {
        const values = forward(stages, x, options);
        const dLogits = engine.crossEntropyFromLogitsBackward(1, values.at(-1)!, [0, 2, 1]);
        return Object.fromEntries(backward(stages, values, dLogits, options));
      });
    });
    for (const [name, gradient] of Object.entries(exact!)) {
      assert.ok(gradient.equals(quick![name]!, 1e-5), name);
    }
    plain.dispose();
    fast.dispose();
  });

  it('of what lies before the first layer that learns are not computed', () => {
    const machine = new Machine(
      planStages(
        [nn.maxPool2d(), nn.relu(), nn.conv2d({ filters: 1, kernelSize: 2 }), nn.flatten()],
        [4, 4, 1],
      ),
      'plain',
      1,
    );
    const called: string[] = [];
    const engine = new Proxy(machine.engine, {
      get: (target, name): unknown => {
        called.push(String(name));
        return Reflect.get(target, name);
      },
    });
    const options = { engine, training: true, seed: 1 };
    const values = forward(machine.stages, Volume.zeros([1, 4, 4, 1]), options);
    backward(machine.stages, values, values.at(-1)!, options);
    assert.deepEqual(called, ['maxPool2d', 'relu', 'conv2d', 'conv2dWeightsBackward']);
  });
});
