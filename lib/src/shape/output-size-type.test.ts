import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { compileCell, compilers, type TypeScript } from '../testing/notebook-compiler';
import { outputSize } from './output-size';
import type { Padding } from './pad-axis';

type Case = readonly [input: number, filter: number, stride: number, padding: Padding];

for (const [name, ts] of compilers) {
  describe(`OutputSize in ${name}, ${ts.version}`, function () {
    this.timeout(120_000);

    it("is 55 for AlexNet's first layer, as outputSize() says", () => {
      assert.deepEqual(typesOf(ts, ['227, 11, 4', '7, 3', "7, 3, 2, 'same'"]), [55, 5, 4]);
    });

    it('is what outputSize() says of every size to 1,024, for filters and strides in use', () => {
      const inUse: readonly Omit<Case, 0>[] = [
        [0, 3, 1, 'valid'],
        [0, 11, 4, 'valid'],
        [0, 7, 2, 3],
        [0, 2, 2, 'same'],
      ];
      sameAsValue(
        ts,
        inUse.flatMap(([, filter, stride, padding]) =>
          range(1, 1024).map((input): Case => [input, filter, stride, padding]),
        ),
      );
    });

    it('is what outputSize() says of every small input, filter, stride and padding', () => {
      const paddings: Padding[] = ['valid', 'same', 0, 1, 2];
      const cases = range(1, 12).flatMap((input) =>
        range(1, 6).flatMap((filter) =>
          range(1, 5).flatMap((stride) =>
            paddings.map((padding): Case => [input, filter, stride, padding]),
          ),
        ),
      );
      sameAsValue(ts, cases);
    });

    it('is what outputSize() says of inputs, filters, strides and paddings drawn to 1,024', () => {
      const to1024 = fc.integer({ min: 1, max: 1024 });
      const padding = fc.oneof(fc.constantFrom('valid' as const, 'same' as const), to1024);
      const drawn = fc.sample(fc.tuple(to1024, to1024, to1024, padding), {
        numRuns: 400,
        seed: 4,
      });
      sameAsValue(ts, drawn);
    });

    it('refuses with the words of outputSize()', () => {
      const refused: Case[] = [
        [3, 6, 1, 1],
        [0, 1, 1, 'valid'],
        [3.5, 1, 1, 'valid'],
        [3, -1, 1, 'valid'],
        [3, 1, 0, 'valid'],
        [3, 1, 1.5, 'same'],
        [3, 1, 1, -1],
        [3, 1, 1, 0.5],
      ];
      assert.ok(refused.every((wrong) => typeof valueOf(wrong) === 'string'));
      sameAsValue(ts, refused);
    });

    it('is number where an argument is number, and one size for each of a union', () => {
      assert.deepEqual(typesOf(ts, ['number, 3', '7, number', '7, 3, number', '7, 3, 1, number']), [
        'number',
        'number',
        'number',
        'number',
      ]);
      assert.deepEqual(typesOf(ts, ['7, 3, 1 | 2', "6, 3, 2, 'valid' | 'same'"]), [
        '3 | 5',
        '2 | 3',
      ]);
    });
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The size, or the text of the error. */
function valueOf([input, filter, stride, padding]: Case): number | string {
  try {
    return outputSize(input, filter, stride, padding);
  } catch (error) {
    return (error as Error).message;
  }
}

function sameAsValue(ts: TypeScript, cases: readonly Case[]): void {
  const written = cases.map(([input, filter, stride, padding]) =>
    [input, filter, stride, typeof padding === 'string' ? `'${padding}'` : padding].join(', '),
  );
  const types = typesOf(ts, written);
  const wrong = written.flatMap((text, i) => {
    const value = valueOf(cases[i]!);
    return types[i] === value ? [] : [`OutputSize<${text}> is ${types[i]!}, not ${value}`];
  });
  assert.deepEqual(wrong, []);
}

/** What the compiler makes of `OutputSize<...>`: a number or a string where it is one, else its text. */
function typesOf(ts: TypeScript, argumentLists: readonly string[]): (number | string)[] {
  const lines = argumentLists.map((list, i) => `type T${i} = OutputSize<${list}>;`);
  const { program, source } = compileCell(
    ts,
    `import type { OutputSize } from '@convolab/lib/dist/shape/output-size';\n${lines.join('\n')}`,
  );
  assert.deepEqual(
    program.getSemanticDiagnostics(source).map(({ messageText }) => messageText),
    [],
  );
  const checker = program.getTypeChecker();
  return source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => {
    const type = checker.getTypeAtLocation(alias.name);
    return type.isNumberLiteral() || type.isStringLiteral()
      ? type.value
      : checker.typeToString(type, alias, ts.TypeFormatFlags.InTypeAlias);
  });
}
