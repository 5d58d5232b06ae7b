/** Answers that are right, as students write them; the classmates below change one thing or another. */

export const rightConv1d = `
function conv1d(x: number[], k: number[], stride = 1, padding = 0): number[] {
  if (!Number.isInteger(stride) || stride < 1) throw new RangeError('stride');
  if (!Number.isInteger(padding) || padding < 0) throw new RangeError('padding');
  const length = x.length + 2 * padding;
  if (k.length < 1 || k.length > length) throw new RangeError('kernel');
  const y: number[] = [];
  for (let start = 0; start <= length - k.length; start += stride) {
    let total = 0;
    for (let j = 0; j < k.length; j++) {
      const i = start + j - padding;
      if (i >= 0 && i < x.length) total += k[j] * x[i];
    }
    y.push(total);
  }
  return y;
}`;

export const rightConv2d = `
function conv2d(
  x: number[][],
  k: number[][],
  stride: [number, number] = [1, 1],
  padding = 0,
): number[][] {
  const [sy, sx] = stride;
  if (![sy, sx].every((s) => Number.isInteger(s) && s >= 1)) throw new RangeError('stride');
  if (!Number.isInteger(padding) || padding < 0) throw new RangeError('padding');
  const fy = k.length;
  const fx = fy > 0 ? k[0].length : 0;
  const h = x.length + 2 * padding;
  const w = (x.length > 0 ? x[0].length : 0) + 2 * padding;
  if (fy < 1 || fx < 1 || fy > h || fx > w) throw new RangeError('kernel');
  const y: number[][] = [];
  for (let top = 0; top <= h - fy; top += sy) {
    const row: number[] = [];
    for (let left = 0; left <= w - fx; left += sx) {
      let total = 0;
      for (let u = 0; u < fy; u++) {
        for (let v = 0; v < fx; v++) {
          const i = top + u - padding;
          const j = left + v - padding;
          if (i >= 0 && i < x.length && j >= 0 && j < x[0].length) total += k[u][v] * x[i][j];
        }
      }
      row.push(total);
    }
    y.push(row);
  }
  return y;
}`;

export const rightFilterBank = `
function filterBank(x: number[][][], w: number[][][][], b: number[]): number[][][] {
  const fy = w.length;
  const fx = fy > 0 ? w[0].length : 0;
  const channels = fx > 0 ? w[0][0].length : 0;
  const filters = channels > 0 ? w[0][0][0].length : 0;
  if (filters < 1) throw new RangeError('empty filters');
  const h = x.length;
  const wide = h > 0 ? x[0].length : 0;
  if (fy > h || fx > wide) throw new RangeError('filters too large');
  if (channels !== x[0][0].length) throw new RangeError('channels');
  if (b.length !== filters) throw new RangeError('bias');
  const y: number[][][] = [];
  for (let i = 0; i + fy <= h; i++) {
    y.push([]);
    for (let j = 0; j + fx <= wide; j++) {
      const pixel = [...b];
      for (let u = 0; u < fy; u++)
        for (let v = 0; v < fx; v++)
          for (let c = 0; c < channels; c++)
            for (let f = 0; f < filters; f++) pixel[f] += w[u][v][c][f] * x[i + u][j + v][c];
      y[i].push(pixel);
    }
  }
  return y;
}`;

export const right = { conv1d: rightConv1d, conv2d: rightConv2d, filterBank: rightFilterBank };

/** Gives nothing right and refuses nothing. */
export const wrong = {
  conv1d: `function conv1d(x: number[], k: number[], stride = 1, padding = 0): number[] { return x; }`,
  conv2d: `function conv2d(x: number[][], k: number[][], stride: [number, number] = [1, 1], padding = 0): number[][] { return [[0]]; }`,
  filterBank: `function filterBank(x: number[][][], w: number[][][][], b: number[]): number[][][] { return [[b]]; }`,
};
