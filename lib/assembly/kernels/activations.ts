// Curves of one number, four numbers at a time, and their gradients. Which curve is a number, the same
// for all numbers of a call: see `valueAt`. `from` and `to` count numbers.
import { exp4, expMinus1 } from '../exp';
import { loadSome, storeSome } from '../some';

/** y = f(x); `alpha` for leakyRelu and elu alone. */
export function activate(from: usize, to: usize, x: usize, y: usize, curve: i32, alpha: f32): void {
  let i = from << 2;
  const end = to << 2;
  for (; i + 16 <= end; i += 16) {
    v128.store(y + i, valueAt(curve, v128.load(x + i), alpha));
  }
  const left = <i32>((end - i) >> 2);
  if (left > 0) storeSome(y + i, valueAt(curve, loadSome(x + i, left), alpha), left);
}

/** dx = dy f'(x). */
export function activateBackward(
  from: usize,
  to: usize,
  dy: usize,
  x: usize,
  dx: usize,
  curve: i32,
  alpha: f32,
): void {
  let i = from << 2;
  const end = to << 2;
  for (; i + 16 <= end; i += 16) {
    const slope = slopeAt(curve, v128.load(x + i), alpha);
    v128.store(dx + i, product(v128.load(dy + i), slope));
  }
  const left = <i32>((end - i) >> 2);
  if (left > 0) {
    const slope = slopeAt(curve, loadSome(x + i, left), alpha);
    storeSome(dx + i, product(loadSome(dy + i, left), slope), left);
  }
}

function valueAt(curve: i32, x: v128, alpha: f32): v128 {
  const zero = f32x4.splat(0);
  switch (curve) {
    case 0:
      return sigmoid(x);
    case 1:
      return tanh(x);
    case 2: // swish
      return f32x4.mul(x, sigmoid(x));
    case 3: // relu6
      return f32x4.min(f32x4.max(x, zero), f32x4.splat(6));
    case 4: // leakyRelu
      return v128.bitselect(x, f32x4.mul(x, f32x4.splat(alpha)), f32x4.gt(x, zero));
    default: {
      // elu; the exponential of what is above 0 is not looked at, but must not overflow
      const below = f32x4.mul(f32x4.splat(alpha), expMinus1(f32x4.min(x, zero)));
      return v128.bitselect(x, below, f32x4.ge(x, zero));
    }
  }
}

function slopeAt(curve: i32, x: v128, alpha: f32): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  switch (curve) {
    case 0: // sigmoid
      return bell(x);
    case 1: // tanh(x) = 2 sigmoid(2 x) - 1
      return f32x4.mul(f32x4.splat(4), bell(f32x4.add(x, x)));
    case 2: // swish
      return f32x4.add(sigmoid(x), f32x4.mul(x, bell(x)));
    case 3: // relu6
      return v128.and(one, v128.and(f32x4.gt(x, zero), f32x4.le(x, f32x4.splat(6))));
    case 4: // leakyRelu
      return v128.bitselect(one, f32x4.splat(alpha), f32x4.gt(x, zero));
    default: {
      // elu
      const below = f32x4.mul(f32x4.splat(alpha), exp4(f32x4.min(x, zero)));
      return v128.bitselect(one, below, f32x4.ge(x, zero));
    }
  }
}

/** A slope of 0 under a negative gradient is -0: adding 0 makes it a plain 0. */
function product(gradient: v128, slope: v128): v128 {
  return f32x4.add(f32x4.mul(gradient, slope), f32x4.splat(0));
}

function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** sigmoid(x) (1 - sigmoid(x)), without the digits that the subtraction would lose. */
function bell(x: v128): v128 {
  const e = exp4(f32x4.neg(f32x4.abs(x)));
  const sum = f32x4.add(f32x4.splat(1), e);
  return f32x4.div(e, f32x4.mul(sum, sum));
}

/** With t = exp(2 |x|) - 1: t / (t + 2), and the sign of x. From 10 on it is 1 in float32. */
function tanh(x: v128): v128 {
  const size = f32x4.min(f32x4.abs(x), f32x4.splat(10));
  const t = expMinus1(f32x4.add(size, size));
  const signBit = i32x4.splat(0x80000000);
  return v128.or(f32x4.div(t, f32x4.add(t, f32x4.splat(2))), v128.and(x, signBit));
}
