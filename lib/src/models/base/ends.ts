import { wholeTf } from '../../tf/whole-tf';
import { chain, type AnyLayer, type Symbolic } from './grow';

/** So many zeros around the image. */
export function margin(name: string, cells: number): AnyLayer {
  const sides: [number, number] = [cells, cells];
  return wholeTf().layers.zeroPadding2d({ name, padding: [sides, sides] });
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
