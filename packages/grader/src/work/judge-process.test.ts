import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRoot } from 'nbconvert-ts-runner';
// As built: a judge is started from its file.
import { JudgeFailed, JudgeProcess } from '../../dist/work/judge-process';
import type { JudgeSettings } from './messages';

const root = findRoot(__dirname) ?? '';
const lesson = '1.2-convolution';
const settings: JudgeSettings = {
  root,
  lessons: [lesson],
  sandboxed: false,
  timeoutMs: 20_000,
  compileTimeoutMs: 20_000,
};
const right = {
  student: 'right',
  notebooks: new Map([[lesson, join(root, 'test', 'grader', 'class', 'right', `${lesson}.ipynb`)]]),
  notices: [],
};

describe('JudgeProcess', function () {
  this.timeout('2m');
  let judge: JudgeProcess;
  afterEach(() => {
    judge.close();
  });

  it('says so when its process dies in the middle, and grades on with another', async () => {
    judge = new JudgeProcess(settings, 100_000);
    const failed = assert.rejects(judge.grade(right), (error) => error instanceof JudgeFailed);
    await sleep(500);
    process.kill(judge.pid ?? 0, 'SIGKILL');
    await failed;
    assert.equal((await judge.grade(right)).total, 12);
  });

  it('ends a process that hangs', async () => {
    judge = new JudgeProcess(settings, 100);
    await assert.rejects(judge.grade(right), /did not answer within 0\.1 s/);
    assert.equal(judge.pid, undefined);
  });

  it('passes on what is wrong with our own texts', async () => {
    judge = new JudgeProcess({ ...settings, root: join(root, 'lib'), lessons: [lesson] }, 100_000);
    await assert.rejects(judge.grade(right), /no text of that name under/);
  });
});
