import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import * as fast from './fast';
import * as graph from './graph';
import * as lib from './index';
import * as models from './models';
import * as nn from './nn';
import * as ops from './ops';
import * as tf from './tf';
import * as transfer from './transfer';

/** The rooms whose doc comments carry examples that run, with what lies in their folders. */
const rooms = [
  'volume',
  'shape',
  'ops',
  'images',
  'data',
  'figures/models',
  'figures/scaling',
  'fast',
  'training',
  'nn',
  'graph',
  'models',
  'lesson',
  'figures/learned',
  'tf',
  'transfer',
];

/** One `@example` of a doc comment. */
interface DocExample {
  file: string;
  /** File and line of its first line of code, from 1. */
  where: string;
  /** What the comment stands in front of. */
  of: string;
  code: string;
}

describe('doc comments', () => {
  const examples = rooms.flatMap(sourcesOf).flatMap(readExamples);

  for (const example of examples) {
    it(`the example of ${example.of} at ${example.where} does what it says`, () =>
      runExample(example));
  }

  // What a file of these rooms keeps for its neighbours is not in the library's door: no example needed.
  it('each operation and each shape function of the door has an example, and it calls it', () => {
    const named = ['ops', 'shape'].flatMap(sourcesOf).flatMap(functionsOf);
    const open = named.filter((name) => name in lib);
    assert.ok(open.length > 40, `only ${open.join(', ')} found`);
    const shown = new Set(
      examples.filter(({ of, code }) => code.includes(`${of}(`)).map(({ of }) => of),
    );
    assert.deepEqual(
      open.filter((name) => !shown.has(name)),
      [],
    );
  });

  it('every operation is in the door', () => {
    assert.deepEqual(
      Object.keys(ops).filter((name) => !(name in lib)),
      [],
    );
  });
});

function sourcesOf(room: string): string[] {
  const folder = path.join(__dirname, room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .sort();
}

/** The functions that a file exports, each once. */
function functionsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm);
  return [...new Set([...found].map((match) => match[1]!))];
}

function readExamples(file: string): DocExample[] {
  const source = readFileSync(file, 'utf8');
  const blocks = source.matchAll(
    /^ *\* @example\n *\* ```ts\n((?: *\*.*\n)*?) *\* ```(?:\n *\*.*)*?\n *\*\/\n(.*)$/gm,
  );
  return [...blocks].map((block) => {
    const [all, body, declaration] = block as unknown as [string, string, string];
    const line = source.slice(0, block.index + all.indexOf(body)).split('\n').length;
    return {
      file,
      where: `${path.relative(__dirname, file)}:${line}`,
      of: /(?:function|class|const|interface|type) (\w+)/.exec(declaration)?.[1] ?? declaration,
      code: body.replace(/^ *\* ?/gm, ''),
    };
  });
}

/**
 * Each line `expression; // => value` is a claim: the expression must deeply equal the value. An
 * example without a claim says nothing, and fails. An example may use the library's door, those of
 * `graph`, `models`, `transfer`, `fast`, `nn` and `tf`, and what its own file exports.
 */
async function runExample({ file, where, code }: DocExample): Promise<void> {
  let claims = 0;
  const claimed = code.replace(/^(.+); \/\/ => (.+)$/gm, (_, actual: string, expected: string) => {
    claims++;
    return `assert.deepStrictEqual(${actual}, ${expected});`;
  });
  assert.ok(claims > 0, `${where}: no line of the example ends in "// => value"`);

  const { outputText } = ts.transpileModule(`async function example() {\n${claimed}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would not compile it
  const own = require(file) as object;
  const scope: Record<string, unknown> = {
    ...lib,
    ...graph,
    ...models,
    ...transfer,
    fast,
    nn,
    tf,
    ...own,
    assert,
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is our own comments
  const build = new Function(...Object.keys(scope), `${outputText}\nreturn example;`) as (
    ...values: unknown[]
  ) => () => Promise<void>;
  await build(...Object.values(scope))();
}
