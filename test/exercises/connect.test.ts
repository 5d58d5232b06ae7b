import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@convolab/lib/tf';
import { transformSync } from 'esbuild';
import { parsePercent } from 'nbconvert-ts-runner';
import { lessonsWithExercises } from './discover';
import { repositoryRoot } from './reference';

type X = tf.SymbolicTensor;
type Connect = (layer: tf.Layer, x: X | X[]) => X;

/** The helper that students connect layers with, as a notebook gives it; undefined where it gives none. */
function connectOf(lesson: string): string | undefined {
  const path = join(repositoryRoot, 'solutions', 'src', `${lesson}.nb.ts`);
  const { cells } = parsePercent(readFileSync(path, 'utf8'), path);
  const given = cells.filter(({ role }) => role === 'given').map(({ source }) => source);
  return /^const connect = [^;]*;$/m.exec(given.join('\n'))?.[0];
}

const texts = lessonsWithExercises().flatMap((lesson) => connectOf(lesson) ?? []);

describe('connect, which notebooks on models give', () => {
  it('is the same in each of them: a student learns it once', () => {
    assert.ok(texts.length >= 4, `${texts.length} notebooks give it`);
    assert.deepEqual([...new Set(texts)], [texts[0]]);
  });

  it('keeps no list of the student: one that grows afterwards spoils no model', () => {
    const { code } = transformSync(texts[0]!, { loader: 'ts' });
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text, not a submission's
    const connect = new Function('tf', `${code}; return connect;`)(tf) as Connect;
    const dense = () => tf.layers.dense({ units: 2 });
    const input = tf.input({ shape: [2] });
    for (const join of [tf.layers.concatenate(), tf.layers.add()]) {
      const branches = [input, connect(dense(), input)];
      const joined = connect(join, branches);
      const later = connect(dense(), joined);
      branches.push(later);
      assert.equal(tf.model({ inputs: input, outputs: later }).layers.length, 4);
    }
  });
});
