import { exp4 } from './exp';

/**
 * log(s) of four numbers from 1 to 2^30, to some 1e-7: what a sum of exponentials needs. The number's
 * bits read as a whole number are a first guess (off by at most 0.06); two steps of Halley's method on
 * exp(y) = s make the error smaller than rounding.
 */
export function log4(s: v128): v128 {
  const bits = f32x4.convert_i32x4_s(s); // a v128 has no type: the same bits, read as whole numbers
  const guess = f32x4.sub(f32x4.mul(bits, f32x4.splat(1.0 / 8388608)), f32x4.splat(127));
  let y = f32x4.mul(guess, f32x4.splat(0.6931471805599453));
  for (let step = 0; step < 2; step++) {
    const e = exp4(y);
    const error = f32x4.div(f32x4.sub(s, e), f32x4.add(s, e));
    y = f32x4.add(y, f32x4.mul(f32x4.splat(2), error));
  }
  return y;
}
