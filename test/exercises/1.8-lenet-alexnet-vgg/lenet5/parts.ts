/** A right lenet5 whose wrong variants change one part. The reference answer does not use it. */
import * as tf from '@convolab/lib/tf';

type Conv = Parameters<typeof tf.layers.conv2d>[0];
type Pool = Parameters<typeof tf.layers.averagePooling2d>[0];

/** What may be other than in LeNet-5. */
export interface Parts {
  inputShape?: number[];
  /** Of all but the output. */
  activation?: tf.Activation;
  pool?: (options: Pool) => tf.Layer;
  first?: Partial<Conv>;
  second?: Partial<Conv>;
  pools?: Pool;
  units?: number[];
  dense?: { useBias?: boolean };
  output?: tf.Activation;
}

/** The layers, in order, ready to be changed. */
export function layersOf(parts: Parts = {}): tf.Layer[] {
  const { inputShape = [28, 28, 1], activation = 'tanh', units = [120, 84, 10] } = parts;
  const { pools = { poolSize: 2 }, output = 'softmax' } = parts;
  const { pool = (options: Pool) => tf.layers.averagePooling2d(options) } = parts;
  return [
    tf.layers.conv2d({
      ...{ inputShape, filters: 6, kernelSize: 5, padding: 'same', activation },
      ...parts.first,
    }),
    pool({ ...pools }),
    tf.layers.conv2d({ filters: 16, kernelSize: 5, activation, ...parts.second }),
    pool({ ...pools }),
    tf.layers.flatten(),
    ...units.map((count, i) =>
      tf.layers.dense({
        units: count,
        activation: i === units.length - 1 ? output : activation,
        ...parts.dense,
      }),
    ),
  ];
}

/** A LeNet-5 with these parts. */
export const lenetWith = (parts?: Parts) => (): tf.LayersModel =>
  tf.sequential({ layers: layersOf(parts) });

/** A LeNet-5 of other layers than these. */
export const lenetOf = (change: (layers: tf.Layer[]) => tf.Layer[]) => (): tf.LayersModel =>
  tf.sequential({ layers: change(layersOf()) });
