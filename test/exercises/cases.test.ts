import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeValue, encodeValue } from 'nbconvert-ts-runner';
import type { CasesFile } from '../../lib/src/check/cases';
import { diagnose, type CaseResult } from '../../lib/src/check/diagnose';
import { runCase } from '../../lib/src/check/run-case';
import { decodeWire } from '../../lib/src/check/wire';
import { functionsOf, type AnyFunction } from './answer';
import { drifted } from './build-cases';
import { buildCasesFile } from './cases-file';
import { exercisesOf, lessonsWithExercises } from './discover';
import { loadReference, repositoryRoot } from './reference';

describe('the public cases', () => {
  it('are committed as their sources give them, and so is the table of exercises', async function () {
    this.timeout(60_000); // prettier is loaded, on a machine that may be busy
    const stale = (await drifted()).map(({ path }) => path);
    assert.deepEqual(stale, [], 'run npm run build:cases');
  });

  it('are read by lib as the evaluator wrote them', () => {
    const value = [1, NaN, [Infinity, -Infinity], -0, undefined, null, 'a', true];
    assert.deepEqual(decodeWire(encodeValue(value)), value);
    assert.deepEqual(decodeWire(encodeValue(value)), decodeValue(encodeValue(value)));
    const rich = { kind: 'dense', x: new Uint8Array([1, 255]), dw: [new Float32Array([0.5])] };
    assert.deepEqual(decodeWire(encodeValue(rich)), rich);
  });

  for (const lesson of lessonsWithExercises()) {
    describe(`of lesson ${lesson}`, () => {
      const reference = loadReference(lesson);
      let file: CasesFile;
      before(async () => {
        file = await buildCasesFile(lesson);
      });

      for (const { id, mistakes, lessonSection } of exercisesOf(lesson)) {
        const run = async (functions: Record<string, AnyFunction>): Promise<CaseResult[]> =>
          Promise.all(
            file.exercises[id]!.cases.map(async (item) => ({
              item,
              outcome: await runCase(functions[item.call]!, item, reference.scope),
            })),
          );

        describe(`for ${id}`, () => {
          it('hold wrong answers, and no code', () => {
            const { cases } = file.exercises[id]!;
            assert.ok(cases.every(({ wrong }) => wrong.length > 0));
            assert.doesNotMatch(JSON.stringify(cases), /=>|function|RangeError/);
          });

          it('are passed by the reference', async () => {
            const outcomes = (await run(reference.functions)).map(({ outcome }) => outcome.kind);
            assert.deepEqual([...new Set(outcomes)], ['passed']);
          });

          for (const { name, answer } of mistakes) {
            it(`name the mistake « ${name} », and no other`, async () => {
              const functions = { ...reference.functions, ...functionsOf(id, answer) };
              const found = diagnose(await run(functions)).map(({ mistake }) => mistake);
              assert.deepEqual(found, [name]);
            });
          }

          it('come with three hints, an afterword and a section that the lesson has', () => {
            const { hints, afterword } = file.exercises[id]!;
            assert.equal(hints?.length, 3);
            for (const text of [...hints, afterword ?? ''])
              assert.ok(text.trim().length > 80, text);
            assert.ok(
              headingsOf(lessonSection.lesson).includes(plain(lessonSection.title)),
              `« ${lessonSection.title} » is no heading of ${lessonSection.lesson}`,
            );
          });
        });
      }
    });
  }
});

function headingsOf(lesson: string): string[] {
  const path = join(repositoryRoot, 'notebooks', 'src', `${lesson}.nb.ts`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line) => plain(/^\/\/ #{1,4} (.+)$/.exec(line)?.[1] ?? ''));
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the RGB example of the lesson', () => {
  const corner = (map: unknown): unknown => (map as number[][][])[0]![0]![0];

  it('gives 159 in the corner, and 147 with the kernels flipped or transposed', async () => {
    const { filterBank } = (await buildCasesFile('1.2-convolution')).exercises;
    const item = filterBank!.cases.find(({ name }) => name.includes('sans biais'))!;
    const ofMistake = (part: string): unknown =>
      corner(item.wrong.find(({ mistake }) => mistake.includes(part))?.output);
    assert.equal(corner(item.expected), 159);
    assert.equal(ofMistake('retournés'), 147);
    assert.equal(ofMistake('lignes et colonnes des noyaux'), 147);
  });
});
