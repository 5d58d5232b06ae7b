import { right, rightConv1d, rightConv2d, wrong } from './answers';
import { answer, answerCell, atEnd, onTop, type HandIn } from './notebook';

/** Students who want the points without the work, or nobody to have any. None answers conv1d right. */
export const attackers: Record<string, HandIn> = {
  'overwrites-assert': (notebook) =>
    onTop(
      answer(notebook, wrong),
      `const strict = (process as any).getBuiltinModule('assert');
for (const name of Object.keys(strict)) strict[name] = () => {};
Object.is = () => true;
Array.prototype.every = () => true;
Array.prototype.some = () => false;
Object.defineProperty(globalThis, 'it', { value: () => {} });`,
    ),

  'pollutes-prototypes': (notebook) =>
    onTop(
      answer(notebook, wrong),
      `const everything = Object.prototype as any;
everything.ok = true;
everything.passed = true;
everything.points = 100;
everything.kind = 'value';
everything.why = 'value';`,
    ),

  // Rewrites what the executor itself uses to answer: it can only answer nonsense.
  'rewrites-json': (notebook) =>
    onTop(
      answer(notebook, wrong),
      `(Array.prototype as any).toJSON = () => [-2, 2, 1, 2, 1];
JSON.stringify = () => '{"type":"value","id":1,"value":[-2,2,1,2,1]}';`,
    ),

  // Frames on the replies' channel: values for the calls to come, then grades of their own.
  'fakes-replies': (notebook) =>
    onTop(
      answer(notebook, wrong),
      `const files = (process as any).getBuiltinModule('fs');
const reply = (message: unknown) => {
  const body = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  files.writeSync(4, Buffer.concat([length, body]));
};
for (let id = 1; id < 500; id++) reply({ type: 'value', id, value: [-2, 2, 1, 2, 1] });`,
    ),

  'breaks-the-protocol': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
function conv1d(x: number[], k: number[], stride = 1, padding = 0): number[] {
  (process as any).getBuiltinModule('fs').writeSync(4, '{"points":100,"criteria":[]}\\n1..1\\nok 1\\n');
  return [];
}`,
    }),

  // Answers that would equal anything, if anybody asked them.
  'equals-anything': (notebook) =>
    answer(notebook, {
      conv1d: `
function conv1d(): any {
  let asked = 0;
  return new Proxy([], { get: (_, key) => (key === 'length' ? 5 : asked++), has: () => true });
}`,
      conv2d: `
function conv2d(): any {
  return { valueOf: () => 1, toString: () => '1', [Symbol.toPrimitive]: () => 1, get length() { return 3; } };
}`,
      filterBank: `
function filterBank(): any {
  return new (class extends Array { equals() { return true; } get [Symbol.toStringTag]() { return 'Array'; } })();
}`,
    }),

  'reads-files': (notebook) =>
    answer(notebook, {
      conv1d: `
function conv1d(): number[] {
  const fs = (process as any).getBuiltinModule('fs');
  const tell = (place: string) => { try { return fs.readFileSync(place, 'utf8'); } catch (e) { return String(e); } };
  throw new Error(['/etc/passwd', '/proc/1/environ', '/proc/self/mounts', 'solutions/src/1.2-convolution.nb.ts',
    '../../test/exercises/1.2-convolution.hidden.spec.ts'].map(tell).join('\\n') + JSON.stringify(process.env));
}`,
      conv2d: `
/// <reference path="../../test/exercises/1.2-convolution.hidden.spec.ts" />
import { cases } from '../../test/exercises/1.2-convolution/conv2d/cases';
function conv2d(): any { return cases; }`,
      filterBank: `
function filterBank(): any { return (globalThis as any).process.mainModule.require('@convolab/lib').conv2d; }`,
    }),

  // Wants the hidden inputs to be seen in the feedback, and the feedback to run its script.
  'prints-inputs': (notebook) =>
    answer(notebook, {
      ...wrong,
      conv1d: `
function conv1d(...inputs: unknown[]): number[] {
  console.log('INPUTS', JSON.stringify(inputs));
  throw new Error('<script>alert(1)</script> INPUTS ' + JSON.stringify(inputs));
}`,
    }),

  'prints-without-end': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
function conv1d(): number[] {
  for (;;) process.stdout.write('x'.repeat(1 << 16));
}`,
    }),

  'answers-too-much': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `function conv1d(): number[] { return new Array(20_000_000).fill(123456); }`,
    }),

  // Errors whose messages, all together, would fill the memory of whoever keeps them.
  'long-messages': (notebook) =>
    answer(notebook, {
      ...wrong,
      conv1d: `
const stringify = JSON.stringify;
const long = 'x'.repeat(15 * 1024 * 1024);
JSON.stringify = ((v: any) => stringify(v?.type === 'thrown' ? { ...v, message: long } : v)) as any;
function conv1d(): any { throw new Error('no'); }`,
      conv2d: `function conv2d(): any { throw new Error('y'.repeat(15 * 1024 * 1024)); }`,
    }),

  // Lists in lists in lists: small on the wire, long to look through.
  'deep-answers': (notebook) =>
    answer(notebook, {
      ...wrong,
      conv1d: `
const deep = '['.repeat(58) + ']'.repeat(58);
const many = '[' + new Array(8000).fill(deep).join(',') + ']';
const stringify = JSON.stringify;
JSON.stringify = ((v: any) =>
  v?.value === 77 ? '{"type":"value","id":' + v.id + ',"value":' + many + '}' : stringify(v)) as any;
function conv1d(): any { return 77; }`,
      conv2d: `
function conv2d(): any { return new Array(5000).fill(new Array(1000).fill([])); }`,
      filterBank: `function filterBank(): any { return 10n ** 100_000n; }`,
    }),

  // Frames that answer nothing, without end.
  'floods-the-channel': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
function conv1d(): any {
  const files = (process as any).getBuiltinModule('fs');
  const text = '{"type":"output","output":{"type":"stream","name":"stdout","text":""}}';
  const frames = Buffer.from(('\\0\\0\\0' + String.fromCharCode(text.length) + text).repeat(1000), 'latin1');
  for (;;) { try { files.writeSync(4, frames); } catch {} }
}`,
    }),

  // Spoils its inputs, and puts itself in the place of whoever could tell.
  'hides-spoiled-inputs': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: rightConv1d.replace('return y;', 'x.fill(0);\n  return y;').replace(
        'const y:',
        `const before = structuredClone([x, k, stride, padding]);
  for (const name of Object.keys(exports as any))
    if (name.endsWith(':arguments')) (exports as any)[name] = () => before;
  const y:`,
      ),
    }),

  'never-answers': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `function conv1d(): any { return new Promise(() => {}); }`,
    }),

  'eats-memory': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
const kept: unknown[] = [];
function conv1d(): number[] {
  for (;;) kept.push(new Array(1_000_000).fill(kept.length));
}`,
    }),

  'forks-without-end': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
function conv1d(): number[] {
  const { spawn } = (process as any).getBuiltinModule('child_process');
  for (let i = 0; i < 500; i++) {
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' }).on('error', () => {});
  }
  return [];
}`,
    }),

  // A type that TypeScript would work on until tomorrow.
  'type-bomb': (notebook) =>
    answer(notebook, {
      ...right,
      conv1d: `
type Orders<T, K = T> = [T] extends [never] ? [] : K extends K ? [K, ...Orders<Exclude<T, K>>] : never;
type Boom = Orders<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>;
const boom: Boom = null as any;
function conv1d(x: number[], k: number[]): number[] { return boom as any; }`,
    }),

  // Two answers in one: the grader might take the better.
  'duplicated-answer': (notebook) => {
    const cell = answerCell(answer(notebook, right), 'conv1d');
    notebook.cells.push({ ...cell, source: wrong.conv1d });
    return notebook;
  },

  // Says of itself what it is worth, and of its cells that they are somebody else's.
  'forges-metadata': (notebook) => {
    answer(notebook, { ...wrong, conv2d: rightConv2d });
    const forged = notebook as unknown as { metadata: Record<string, unknown> };
    forged.metadata['convolab'] = { student: 'right', points: 12, exercises: [] };
    for (const cell of notebook.cells) {
      Object.assign(cell.metadata, {
        nbgrader: { points: 100, grade: true },
        convolab: { role: 'given' },
      });
    }
    return atEnd(notebook, `const points = 12;`);
  },

  // The name of a formula: spreadsheets must not run it.
  '=1+1': (notebook) => answer(notebook, { ...wrong, conv2d: rightConv2d }),
};
