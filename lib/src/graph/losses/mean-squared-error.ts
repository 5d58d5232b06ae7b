import { sizeOf } from '../build/value';
import { reduce } from '../ops/reduce';
import type { Loss } from './loss';

/** (output - target)^2, mean over all numbers of the batch. Targets: the output's own shape. */
export const meanSquaredError: Loss = {
  targets: (shape) => ({ shape, dtype: 'float32' }),
  build: (tape, output, targets) => {
    const { graph } = tape;
    const size = graph.scalar(sizeOf(output.shape));
    const numbers = tape.map('Mul', [tape.batchSize(output), size]);
    const error = tape.map('Sub', [output, targets]);
    const axes = output.shape.map((_, axis) => axis);
    const total = reduce(tape, 'Sum', tape.map('Square', [error]), axes);
    const scale = tape.map('RealDiv', [graph.scalar(2), numbers]);
    return {
      loss: tape.map('RealDiv', [total, numbers]),
      of: output,
      gradient: tape.map('Mul', [error, scale]),
    };
  },
};
