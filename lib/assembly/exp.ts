// exp(x) and exp(x) - 1 of four numbers at a time, to 1 and 2 units in the last place of float32.
//
// x = n ln 2 + r with n whole and |r| <= ln 2 / 2, so exp(x) = 2^n exp(r); exp(r) by the first eight
// terms of its series (the ninth is below 6e-9). ln 2 is taken off in two parts, the first with so few
// digits that n times it is exact (W. J. Cody, W. Waite, « Software Manual for the Elementary
// Functions », 1980, chapter 6).

const ln2High: f32 = 0.693359375;
const ln2Low: f32 = -2.12194440054690583e-4;
const log2e: f32 = 1.44269504088896341;

/** exp(x): from 0 below -104 to Infinity above 88.8; NaN gives NaN. */
export function exp4(x: v128): v128 {
  const within = f32x4.max(f32x4.min(x, f32x4.splat(89)), f32x4.splat(-104));
  const n = nearest(within);
  const whole = i32x4.trunc_sat_f32x4_s(n);
  // 2^n in two factors: n goes from -150 to 128, the exponent of one float32 from -126 to 127.
  const half = i32x4.shr_s(whole, 1);
  const p = f32x4.add(series(rest(within, n)), f32x4.splat(1));
  return f32x4.mul(f32x4.mul(p, power2(half)), power2(i32x4.sub(whole, half)));
}

/** exp(x) - 1 without the digits that the subtraction would lose near 0, for x up to 80. */
export function expMinus1(x: v128): v128 {
  const within = f32x4.max(x, f32x4.splat(-40)); // below that it is -1
  const n = nearest(within);
  const scale = power2(i32x4.trunc_sat_f32x4_s(n));
  const p = series(rest(within, n));
  return f32x4.add(f32x4.mul(scale, p), f32x4.sub(scale, f32x4.splat(1)));
}

function nearest(x: v128): v128 {
  return f32x4.nearest(f32x4.mul(x, f32x4.splat(log2e)));
}

function rest(x: v128, n: v128): v128 {
  const r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(ln2High)));
  return f32x4.sub(r, f32x4.mul(n, f32x4.splat(ln2Low)));
}

/** exp(r) - 1 = r + r² (1/2 + r (1/6 + r (1/24 + ...))) */
function series(r: v128): v128 {
  let q = f32x4.splat(1.0 / 5040);
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(1.0 / 720));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(1.0 / 120));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(1.0 / 24));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(1.0 / 6));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.5));
  return f32x4.add(f32x4.mul(f32x4.mul(q, r), r), r);
}

/** 2^n for n from -126 to 127: n in the place of a float32's exponent. */
function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}
