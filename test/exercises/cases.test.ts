import assert from 'node:assert/strict';
import { decodeValue, encodeValue } from 'nbconvert-ts-runner';
import { diagnose, type CaseResult } from '../../lib/src/check/diagnose';
import { runCase } from '../../lib/src/check/run-case';
import { decodeWire } from '../../lib/src/check/wire';
import { drifted, lessons } from './build-cases';
import { buildCasesFile } from './cases-file';
import type { AnyFunction } from './mistake';
import { loadReference } from './reference';

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
  });

  for (const source of lessons) {
    const file = buildCasesFile(source);
    const reference = loadReference(source.lesson);

    for (const [id, { cases }] of Object.entries(file.exercises)) {
      const run = async (answer: AnyFunction): Promise<CaseResult[]> =>
        Promise.all(cases.map(async (item) => ({ item, outcome: await runCase(answer, item) })));

      describe(`of ${id}`, () => {
        it('hold wrong answers, and no code', () => {
          const text = JSON.stringify(file.exercises[id]);
          assert.ok(cases.every(({ wrong }) => wrong.length > 0));
          assert.doesNotMatch(text, /=>|function|RangeError/);
        });

        it('are passed by the reference', async () => {
          const outcomes = (await run(reference.functions[id]!)).map(({ outcome }) => outcome.kind);
          assert.deepEqual([...new Set(outcomes)], ['passed']);
        });

        for (const { name, answer } of source.exercises[id]!.mistakes) {
          it(`name the mistake « ${name} », and no other`, async () => {
            const found = diagnose(await run(answer)).map(({ mistake }) => mistake);
            assert.deepEqual(found, [name]);
          });
        }
      });
    }
  }
});

describe('the RGB example of the lesson', () => {
  const { filterBank } = buildCasesFile(lessons[0]!).exercises;
  const item = filterBank!.cases.find(({ name }) => name.includes('sans biais'))!;
  const corner = (map: unknown): unknown => (map as number[][][])[0]![0]![0];

  it('gives 159 in the corner, and 147 with the kernels flipped or transposed', () => {
    const ofMistake = (part: string): unknown =>
      corner(item.wrong.find(({ mistake }) => mistake.includes(part))?.output);
    assert.equal(corner(item.expected), 159);
    assert.equal(ofMistake('retournés'), 147);
    assert.equal(ofMistake('lignes et colonnes des noyaux'), 147);
  });
});
