import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import * as fast from './fast';
import * as lib from './index';

/** The rooms whose doc comments carry examples. */
const rooms = ['volume', 'shape', 'ops', 'images', 'data', 'fast/engine', 'fast/ops'];

/** One `@example` of a doc comment: `line` is that of its first line of code, from 1. */
interface DocExample {
  where: string;
  code: string;
}

describe('doc comments', () => {
  const examples = rooms.flatMap(sourcesOf).flatMap(readExamples);

  for (const example of examples) {
    it(`the example at ${example.where} does what it says`, () => runExample(example));
  }

  it('each operation and each shape function has an example', () => {
    const all = examples.map((example) => example.code).join('\n');
    for (const name of ['conv1d', 'conv2d', 'flipKernel', 'outputSize']) {
      assert.match(all, new RegExp(`\\b${name}\\(`));
    }
  });
});

function sourcesOf(room: string): string[] {
  const folder = path.join(__dirname, room);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
}

function readExamples(file: string): DocExample[] {
  const source = readFileSync(file, 'utf8');
  const blocks = source.matchAll(/^ *\* @example\n *\* ```ts\n((?: *\*.*\n)*?) *\* ```/gm);
  return [...blocks].map((block) => {
    const body = block[1] ?? '';
    const line = source.slice(0, source.indexOf(body)).split('\n').length;
    return {
      where: `${path.relative(__dirname, file)}:${line}`,
      code: body.replace(/^ *\* ?/gm, ''),
    };
  });
}

/**
 * Each line `expression; // => value` is a claim: the expression must deeply equal the value. An
 * example without a claim says nothing, and fails.
 */
async function runExample({ where, code }: DocExample): Promise<void> {
  let claims = 0;
  const claimed = code.replace(/^(.+); \/\/ => (.+)$/gm, (_, actual: string, expected: string) => {
    claims++;
    return `assert.deepStrictEqual(${actual}, ${expected});`;
  });
  assert.ok(claims > 0, `${where}: no line of the example ends in "// => value"`);

  const { outputText } = ts.transpileModule(`async function example() {\n${claimed}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is our own comments
  const build = new Function('assert', 'fast', ...Object.keys(lib), `${outputText}\nreturn example;`) as (
    ...scope: unknown[]
  ) => () => Promise<void>;
  await build(assert, fast, ...Object.values(lib))();
}
