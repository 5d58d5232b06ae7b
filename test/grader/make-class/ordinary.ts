import { right, rightConv1d, rightConv2d, rightFilterBank, wrong } from './answers';
import { answer, answerCell, atEnd, onTop, type HandIn } from './notebook';

/** The students of any year. */
export const ordinaryStudents: Record<string, HandIn> = {
  right: (notebook) => answer(notebook, right),

  // Arrow functions, a helper of their own in a free cell, padding by a new array.
  'right-otherwise': (notebook) =>
    answer(
      onTop(
        notebook,
        `const whole = (n: number, least: number) => {
  if (!Number.isInteger(n) || n < least) throw new Error(\`\${n} < \${least}\`);
};
const frame = (x: number[][], p: number): number[][] => {
  const width = x[0].length + 2 * p;
  const blank = () => Array.from({ length: p }, () => new Array<number>(width).fill(0));
  const side = new Array<number>(p).fill(0);
  return [...blank(), ...x.map((row) => [...side, ...row, ...side]), ...blank()];
};`,
      ),
      {
        conv1d: `
const conv1d = (x: number[], k: number[], stride = 1, padding = 0): number[] =>
  conv([x], [k], [1, stride], [0, padding])[0];
function conv(x: number[][], k: number[][], [sy, sx]: number[], [py, px]: number[]): number[][] {
  whole(sy, 1); whole(sx, 1); whole(py, 0); whole(px, 0);
  const side = new Array<number>(px).fill(0);
  const padded = x.map((row) => [...side, ...row, ...side]);
  if (k[0].length === 0 || k[0].length > padded[0].length) throw new Error('noyau');
  const starts = padded[0].map((_, j) => j).filter((j) => j % sx === 0 && j + k[0].length <= padded[0].length);
  return padded.map((row) => starts.map((j) => k[0].reduce((s, w, d) => s + w * row[j + d], 0)));
}`,
        conv2d: `
const conv2d = (x: number[][], k: number[][], stride: [number, number] = [1, 1], padding = 0) => {
  stride.forEach((s) => whole(s, 1));
  whole(padding, 0);
  const p = frame(x, padding);
  const [fy, fx] = [k.length, k[0]?.length ?? 0];
  if (fy * fx === 0 || fy > p.length || fx > p[0].length) throw new Error('noyau');
  const y: number[][] = [];
  for (let i = 0; i + fy <= p.length; i += stride[0]) {
    const row = p.slice(i, i + fy);
    const line: number[] = [];
    for (let j = 0; j + fx <= p[0].length; j += stride[1])
      line.push(k.flatMap((kr, u) => kr.map((w, v) => w * row[u][j + v])).reduce((a, b) => a + b));
    y.push(line);
  }
  return y;
};`,
        // Asynchronous, and typed arrays inside: both are the student's own business.
        filterBank: `
async function filterBank(x: number[][][], w: number[][][][], b: number[]): Promise<number[][][]> {
  const [H, W, C] = [x.length, x[0].length, x[0][0].length];
  if (!w[0]?.[0]?.[0]?.length) throw new Error('filtres vides');
  const [FY, FX, K] = [w.length, w[0].length, w[0][0][0].length];
  if (w[0][0].length !== C || b.length !== K || FY > H || FX > W) throw new Error('formes');
  await Promise.resolve();
  return Array.from({ length: H - FY + 1 }, (_, i) =>
    Array.from({ length: W - FX + 1 }, (_, j) => {
      const y = Float64Array.from(b);
      w.forEach((row, u) => row.forEach((at, v) => at.forEach((weights, c) =>
        weights.forEach((weight, f) => { y[f] += weight * x[i + u][j + v][c]; }))));
      return [...y];
    }));
}`,
      },
    ),

  // Each channel by the conv2d of the exercise before.
  'reuses-conv2d': (notebook) =>
    answer(notebook, {
      ...right,
      filterBank: `
function filterBank(x: number[][][], w: number[][][][], b: number[]): number[][][] {
  const [channels, filters] = [x[0][0].length, w[0]?.[0]?.[0]?.length ?? 0];
  if (filters === 0 || w[0][0].length !== channels || b.length !== filters) throw new RangeError('formes');
  const plane = (c: number) => x.map((row) => row.map((pixel) => pixel[c]));
  const kernel = (c: number, f: number) => w.map((row) => row.map((at) => at[c][f]));
  const maps = b.map((bias, f) => {
    const parts = Array.from({ length: channels }, (_, c) => conv2d(plane(c), kernel(c, f)));
    return parts[0].map((row, i) => row.map((_, j) => parts.reduce((sum, part) => sum + part[i][j], bias)));
  });
  return maps[0].map((row, i) => row.map((_, j) => maps.map((map) => map[i][j])));
}`,
    }),

  // A helper that stands in the answer to another exercise.
  'helper-in-another-answer': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
function need(n: number, least: number): void {
  if (!Number.isInteger(n) || n < least) throw new RangeError('argument');
}
${rightConv1d.replace(/ {2}if .*stride.*\n/, '  need(stride, 1);\n')}`,
      conv2d: rightConv2d.replace(/ {2}if .*padding\).*\n/, '  need(padding, 0);\n'),
    }),

  // An answer cell that never ends costs its own exercise, whatever runs beside it.
  'loops-in-an-answer-cell': (notebook) =>
    answer(notebook, { ...right, filterBank: `${rightFilterBank}\nwhile (true) {}` }),

  untouched: (notebook) => notebook,

  wrong: (notebook) => answer(notebook, wrong),

  // conv1d right, conv2d without its refusals, the last one not begun.
  'half-right': (notebook) =>
    answer(notebook, {
      conv1d: rightConv1d,
      conv2d: rightConv2d.replace(/^ {2}if .*throw.*\n/gm, ''),
    }),

  'throws-in-first-cell': (notebook) =>
    onTop(answer(notebook, right), `throw new Error('essai oublié');`),

  'loops-in-a-function': (notebook) =>
    answer(notebook, { ...right, conv1d: rightConv1d.replace('j++', 'j += 0') }),

  'loops-in-a-free-cell': (notebook) => atEnd(answer(notebook, right), `while (true) {}`),

  exits: (notebook) =>
    answer(notebook, {
      ...right,
      conv2d: rightConv2d.replace('const y:', 'if (k.length > 0) process.exit(0);\n  const y:'),
    }),

  // The type is promised and not kept.
  'type-error': (notebook) =>
    answer(notebook, { ...right, conv1d: rightConv1d.replace('let total = 0', "let total = ''") }),

  'not-a-notebook': () => 'Bonjour, voici mon devoir. Le fichier ne voulait pas s’ouvrir.\n',

  // Cut and pasted into a new cell: the answer is no longer in its place, but it is there.
  'moved-answer': (notebook) => {
    const cell = answerCell(answer(notebook, right), 'conv2d');
    cell.id = 'pasted-anew';
    return notebook;
  },

  // A free cell tries something out after the answer, and a text cell was deleted.
  'tidied-up': (notebook) => {
    atEnd(answer(notebook, right), `conv1d([1, 2, 3], [1]).map((v) => v * 2)`);
    notebook.cells = notebook.cells.filter(({ cell_type }) => cell_type !== 'markdown');
    return notebook;
  },

  // Right answers, but the caller's vector is not what it was.
  'changes-its-input': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: rightConv1d.replace('return y;', 'x[0] = 0;\n  return y;'),
    }),

  'renamed-function': (notebook) =>
    answer(notebook, { ...right, filterBank: rightFilterBank.replace('filterBank', 'bank') }),
};
