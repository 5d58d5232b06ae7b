// Batch normalisation: a matrix whose columns are the channels. Four channels at a time.

/** See the TypeScript kernel. `from` and `to` count slices of rows. */
export function sumCentredProducts(
  from: i32,
  to: i32,
  a: usize,
  aMean: usize,
  b: usize,
  bMean: usize,
  y: usize,
  rows: i32,
  columns: i32,
  sliceRows: i32,
): void {
  const rowBytes: usize = columns << 2;
  const toB = b - a;
  for (let slice = from; slice < to; slice++) {
    const first = slice * sliceRows;
    const start = a + <usize>first * rowBytes;
    const end = start + <usize>min(sliceRows, rows - first) * rowBytes;
    const target = y + <usize>slice * rowBytes;
    let c: usize = 0;
    for (; c + 16 <= rowBytes; c += 16) {
      const am = v128.load(aMean + c);
      const bm = v128.load(bMean + c);
      let sum = f32x4.splat(0);
      for (let p = start + c; p < end; p += rowBytes) {
        const left = f32x4.sub(v128.load(p), am);
        sum = f32x4.add(sum, f32x4.mul(left, f32x4.sub(v128.load(p + toB), bm)));
      }
      v128.store(target + c, sum);
    }
    for (; c < rowBytes; c += 4) {
      const am = load<f32>(aMean + c);
      const bm = load<f32>(bMean + c);
      let sum: f32 = 0;
      for (let p = start + c; p < end; p += rowBytes) {
        sum += (load<f32>(p) - am) * (load<f32>(p + toB) - bm);
      }
      store<f32>(target + c, sum);
    }
  }
}

/** y = (x - mean) * scale + shift; `from` and `to` count rows. */
export function normalise(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  mean: usize,
  scale: usize,
  shift: usize,
  columns: i32,
): void {
  const rowBytes: usize = columns << 2;
  for (let row = <usize>from * rowBytes, end = <usize>to * rowBytes; row < end; row += rowBytes) {
    let c: usize = 0;
    for (; c + 16 <= rowBytes; c += 16) {
      const centred = f32x4.sub(v128.load(x + row + c), v128.load(mean + c));
      const scaled = f32x4.mul(centred, v128.load(scale + c));
      v128.store(y + row + c, f32x4.add(scaled, v128.load(shift + c)));
    }
    for (; c < rowBytes; c += 4) {
      const centred = load<f32>(x + row + c) - load<f32>(mean + c);
      store<f32>(y + row + c, centred * load<f32>(scale + c) + load<f32>(shift + c));
    }
  }
}

/** dx = (dy - shift - (x - mean) * slope) * scale; `from` and `to` count rows. */
export function normaliseBackward(
  from: i32,
  to: i32,
  dy: usize,
  x: usize,
  dx: usize,
  mean: usize,
  scale: usize,
  slope: usize,
  shift: usize,
  columns: i32,
): void {
  const rowBytes: usize = columns << 2;
  for (let row = <usize>from * rowBytes, end = <usize>to * rowBytes; row < end; row += rowBytes) {
    let c: usize = 0;
    for (; c + 16 <= rowBytes; c += 16) {
      const centred = f32x4.sub(v128.load(x + row + c), v128.load(mean + c));
      const through = f32x4.mul(centred, v128.load(slope + c));
      const own = f32x4.sub(v128.load(dy + row + c), v128.load(shift + c));
      v128.store(dx + row + c, f32x4.mul(f32x4.sub(own, through), v128.load(scale + c)));
    }
    for (; c < rowBytes; c += 4) {
      const through = (load<f32>(x + row + c) - load<f32>(mean + c)) * load<f32>(slope + c);
      const own = load<f32>(dy + row + c) - load<f32>(shift + c);
      store<f32>(dx + row + c, (own - through) * load<f32>(scale + c));
    }
  }
}
