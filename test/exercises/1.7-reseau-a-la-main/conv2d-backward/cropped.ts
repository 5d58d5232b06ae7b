/** Wrong conv2dBackward answers whose dx is cut wrongly out of the padded image, or has another size than x. */
import type { AnyFunction } from '../../answer';
import { cropping, cut, wrong } from './parts';

export const cropped: Record<string, AnyFunction> = {
  'crops the width to the height where there is padding': cropping((whole, x, padding) =>
    padding === 0 ? whole : cut(whole, padding, padding + x.length),
  ),
  'crops the height to the width': cropping((whole, x, padding) =>
    cut(whole, padding, padding + x[0]!.length),
  ),
  'crops one row and one column where there is padding': cropping((whole, _x, padding) =>
    padding === 0 ? whole : cut(whole, 1, -1),
  ),
  'crops the end of the padding only': cropping((whole, x) =>
    whole.slice(0, x.length).map((line) => line.slice(0, x[0]!.length)),
  ),
  'keeps what the zeros received, on the border': cropping((whole, x, padding) => {
    const dx = x.map((line) => line.map((cell) => cell.map(() => 0)));
    whole.forEach((line, row) =>
      line.forEach((cell, col) => {
        const [inRow, inCol] = [
          Math.max(0, Math.min(x.length - 1, row - padding)),
          Math.max(0, Math.min(x[0]!.length - 1, col - padding)),
        ];
        cell.forEach((value, c) => (dx[inRow]![inCol]![c]! += value));
      }),
    );
    return dx;
  }),
  'gives dx its size from dy, the stride undone': wrong((gradients, dy, x, w, stride, padding) => {
    const size = (count: number, kernel: number, step: number): number =>
      (count - 1) * step + kernel - 2 * padding;
    const rows = size(dy.length, w.length, stride[0]);
    const cols = size(dy[0]!.length, w[0]!.length, stride[1]);
    return { ...gradients, dx: gradients.dx.slice(0, rows).map((line) => line.slice(0, cols)) };
  }),
};
