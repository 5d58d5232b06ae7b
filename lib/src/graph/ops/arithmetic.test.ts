import { checkGraphOp } from '../testing/check-graph-op';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { add } from './add';
import { concatenate } from './concatenate';
import { multiply } from './multiply';
import { reshape } from './reshape';
import { zeroPad2d } from './zero-pad2d';

describe('graph: arithmetic and shapes', () => {
  const a = seededVolume([2, 4, 3, 5], 1);
  const b = seededVolume([2, 4, 3, 5], 2);
  const gate = seededVolume([2, 1, 1, 5], 3);

  it('add() hands its gradient to both', () =>
    checkGraphOp({
      op: (tape, x, y) => add(tape, x, y),
      inputs: [a, b],
      tfjs: (x, y) => x.add(y),
    }));

  it('add() of a value to itself counts its gradient twice', () =>
    checkGraphOp({
      op: (tape, x) => add(tape, x, x),
      inputs: [a],
      tfjs: (x) => x.add(x),
    }));

  it('multiply() multiplies each gradient by the other', () =>
    checkGraphOp({
      op: (tape, x, y) => multiply(tape, x, y),
      inputs: [a, b],
      tfjs: (x, y) => x.mul(y),
    }));

  it('multiply() by one number a channel, as squeeze and excite does, sums up over the places', () =>
    checkGraphOp({
      op: (tape, x, y) => multiply(tape, x, y),
      inputs: [gate, a],
      tfjs: (x, y) => x.mul(y),
    }));

  it('concatenate() cuts the gradient up again', () =>
    checkGraphOp({
      op: (tape, x, y, z) => concatenate(tape, [x, y, z], 3),
      inputs: [a, seededVolume([2, 4, 3, 1], 4), b],
      tfjs: (x, y, z) => tfjs.concat([x, y, z], 3),
    }));

  it('reshape() gives the gradient its shape back', () =>
    checkGraphOp({
      op: (tape, x) => reshape(tape, x, [60]),
      inputs: [a],
      tfjs: (x) => x.reshape([2, 60]),
    }));

  it('zeroPad2d() keeps the gradient of what lies inside', () =>
    checkGraphOp({
      op: (tape, x) => zeroPad2d(tape, x, [[1, 2], [0, 3]]), // prettier-ignore
      inputs: [a],
      tfjs: (x) => x.pad([[0, 0], [1, 2], [0, 3], [0, 0]]), // prettier-ignore
    }));
});
