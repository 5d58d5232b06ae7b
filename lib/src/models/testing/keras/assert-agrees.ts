import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { tfjs } from '../../../testing/tfjs-oracle';
import type { LayersModel } from '../../../tf/models';
import { hashedNumbers, hashOf, scatter } from '../../base/hash';
import { onPaper } from '../../paper/on-paper';
import { fillWithHashes } from './hashed-weights';
import { readRecorded, type RecordedLayer } from './recorded';

/** Of the largest value of a layer. */
const tolerance = 1e-4;

/** Which layers have no counterpart, by name. */
export interface Unmatched {
  /** Of ours. */
  ours?: readonly string[];
  /** Of Keras. */
  keras?: readonly string[];
  /** How many parameters Keras counts more. Default 0. */
  parameters?: number;
}

/**
 * With the same weights and the same image every layer computes what the layer of the same name does in
 * Keras Applications, to 1e-4 of its largest value.
 *
 * @param network as Keras calls it: `ResNet50`
 * @param build makes ours for images of that shape, 1000 classes
 */
export function assertAgreesWithKeras(
  network: string,
  build: (inputShape: [number, number, number]) => LayersModel,
  unmatched: Unmatched = {},
): void {
  const { side, gain, parameters, layers } = readRecorded(network);
  const model = onPaper(() => build([side, side, 3]));
  assert.equal(model.countParams(), parameters - (unmatched.parameters ?? 0), 'parameters');
  fillWithHashes(model, gain);
  // EfficientNet wants 0 to 255 and divides by itself.
  const centre = network.startsWith('EfficientNet') ? 127.5 : 0;
  const image = hashedNumbers('image', side * side * 3, centre, centre === 0 ? 1 : centre);

  const left = new Set(layers.keys());
  const ours: string[] = [];
  tfjs.tidy(() => {
    for (const [name, output] of outputsOf(model, tfjs.tensor(image, [1, side, side, 3]))) {
      const recorded = layers.get(hashOf(name));
      if (recorded === undefined) ours.push(name);
      else assertSame(name, output.dataSync(), recorded);
      left.delete(hashOf(name));
    }
  });
  model.dispose();
  assert.deepEqual(ours, [...(unmatched.ours ?? [])], 'layers that Keras has not');
  for (const name of unmatched.keras ?? []) assert.ok(left.delete(hashOf(name)), name);
  assert.equal(left.size, 0, `${left.size} of ${layers.size} layers of Keras have no counterpart`);
}

/** What each layer computes, by its name. */
function outputsOf(model: LayersModel, image: Tfjs.Tensor): [string, Tfjs.Tensor][] {
  const inside = model as unknown as Tfjs.LayersModel;
  const layers = inside.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const outputs = layers.map((layer) => layer.output as Tfjs.SymbolicTensor);
  const computed = tfjs.model({ inputs: inside.inputs, outputs }).predict(image);
  return layers.map((layer, i) => [layer.name, (computed as Tfjs.Tensor[])[i]!]);
}

function assertSame(name: string, values: ArrayLike<number>, recorded: RecordedLayer): void {
  let [max, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size > max) max = size;
    sum += size;
  }
  const near = (what: string, found: number, expected: number): void => {
    const distance = Math.abs(found - expected);
    assert.ok(distance <= tolerance, `${name}: ${what} is ${distance} of its largest value away`);
  };
  near('its largest value', max / recorded.max, 1);
  near('its mean', sum / values.length / recorded.max, recorded.mean);
  for (const [i, sample] of recorded.samples.entries()) {
    const place = scatter(i, hashOf(`${name}#`)) % values.length;
    near(`number ${place}`, values[place]! / recorded.max, sample);
  }
}
