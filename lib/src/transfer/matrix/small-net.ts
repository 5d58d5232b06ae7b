import type { LayersModel } from '../../tf/models';
import { loadTf } from '../../tf/load';

const maps = [8, 16, 32, 64];

/**
 * A network small enough to be trained a hundred times in a lesson, deep enough to be cut: four blocks, each a
 * convolution 3 × 3 with ReLU and, but for the last, a max pooling; the mean of each map, a dense layer. Images are
 * 28 × 28 × 1; 24,384 numbers without the head, 673,920 multiplications an image.
 */
export function smallNet(classes: number): LayersModel {
  const tf = loadTf();
  const { layers } = tf;
  const model = tf.sequential({ name: 'smallNet' });
  for (const [i, filters] of maps.entries()) {
    const block = `block${i + 1}`;
    model.add(
      layers.conv2d({
        ...{ name: `${block}_conv`, filters, kernelSize: 3, padding: 'same', activation: 'relu' },
        kernelInitializer: 'heNormal',
        ...(i === 0 ? { inputShape: [28, 28, 1] } : {}),
      }),
    );
    if (i < maps.length - 1) model.add(layers.maxPooling2d({ name: `${block}_pool` }));
  }
  model.add(layers.globalAveragePooling2d({ name: 'avg_pool' }));
  model.add(layers.dense({ name: 'predictions', units: classes, activation: 'softmax' }));
  return model;
}
