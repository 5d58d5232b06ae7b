import { wholeTf } from '../../tf/whole-tf';
import { convNorm } from './conv-norm';
import { chain, type AnyLayer, type Symbolic } from './grow';

/** So many zeros around the image. */
export function margin(name: string, cells: number): AnyLayer {
  const sides: [number, number] = [cells, cells];
  return wholeTf().layers.zeroPadding2d({ name, padding: [sides, sides] });
}

/** A 7x7 convolution, the layers `conv1_*`, and a pooling, each of which halves the image. */
export function stem7x7(
  x: Symbolic,
  filters: number,
  names: { margins: readonly [string, string]; pool: string },
  useBias = false,
): Symbolic {
  return chain(
    convNorm(chain(x, margin(names.margins[0], 3)), 'conv1', {
      ...{ filters, kernelSize: 7, strides: 2, padding: 'valid', useBias },
    }),
    margin(names.margins[1], 1),
    wholeTf().layers.maxPooling2d({ name: names.pool, poolSize: 3, strides: 2 }),
  );
}

/** The layers `avg_pool` and `predictions`: the mean of each map, then a probability for each class. */
export function averagedClasses(x: Symbolic, classes: number): Symbolic {
  const { layers } = wholeTf();
  return chain(
    x,
    layers.globalAveragePooling2d({ name: 'avg_pool' }),
    layers.dense({ name: 'predictions', units: classes, activation: 'softmax' }),
  );
}
