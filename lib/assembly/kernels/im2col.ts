// im2col: the patch of each output pixel as a row of a matrix, so that a convolution is a product of
// matrices. `convolve` multiplies without writing it out.

/** `from` and `to` count output pixels over the batch; the steps are those of `convolve`. */
export function im2col(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  outHeight: i32,
  outWidth: i32,
  imageStep: i32,
  rowStep: i32,
  colStep: i32,
  tapRows: i32,
  tapRowStep: i32,
  tapCols: i32,
  tapColStep: i32,
  run: i32,
): void {
  const runBytes = run << 2;
  let target = y + <usize>from * tapRows * tapCols * runBytes;
  for (let pixel = from; pixel < to; pixel++) {
    const col = pixel % outWidth;
    const row = (pixel / outWidth) % outHeight;
    const image = pixel / outWidth / outHeight;
    const patch = x + ((image * imageStep + row * rowStep + col * colStep) << 2);
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        memory.copy(target, patch + ((tapRow * tapRowStep + tapCol * tapColStep) << 2), runBytes);
        target += runBytes;
      }
    }
  }
}
