import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Submission } from '../intake/submission';
import type { StudentResult } from '../score/score';
import type { JudgeReply, JudgeRequest, JudgeSettings } from './messages';

/** Raised when a judge did not answer: it died, hung, or met a fault of ours. English. */
export class JudgeFailed extends Error {
  override name = 'JudgeFailed';
}

/**
 * Our side of a judge: a process of our own code that grades one submission at a time. One that ended is
 * started again for the next request.
 */
export class JudgeProcess {
  private child: ChildProcess | null = null;

  constructor(
    private readonly settings: JudgeSettings,
    private readonly deadlineMs: number,
  ) {}

  /** Of the process that runs now, if one does. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * Grades our own solutions.
   *
   * @throws JudgeFailed when they do not earn every point
   */
  async check(): Promise<void> {
    await this.ask({ op: 'check' });
  }

  /** @throws JudgeFailed when this submission could not be graded, for no fault of its own */
  async grade(submission: Submission): Promise<StudentResult> {
    const reply = await this.ask({ op: 'grade', submission });
    if (reply.kind !== 'graded') throw new JudgeFailed(`the judge answered '${reply.kind}'`);
    return reply.result;
  }

  /** Lets it go; it ends by itself and clears up, or is ended if it cannot. */
  close(): void {
    const { child } = this;
    this.child = null;
    if (child?.connected !== true) return;
    child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(timer);
    });
  }

  private kill(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async ask(request: JudgeRequest): Promise<JudgeReply> {
    const child = (this.child ??= this.start());
    const reply = await new Promise<JudgeReply>((resolve, reject) => {
      const onEnd = (code: number | null, signal: string | null): void => {
        this.child = null;
        settle(() => {
          reject(new JudgeFailed(`the judge ended (code ${String(code)}, ${String(signal)})`));
        });
      };
      const onError = (error: Error): void => {
        this.kill();
        settle(() => {
          reject(new JudgeFailed(`the judge cannot be reached (${error.message})`));
        });
      };
      const onReply = (message: unknown): void => {
        settle(() => {
          resolve(message as JudgeReply);
        });
      };
      const timer = setTimeout(() => {
        this.kill();
        settle(() => {
          reject(new JudgeFailed(`the judge did not answer within ${this.deadlineMs / 1000} s`));
        });
      }, this.deadlineMs);
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        child.off('exit', onEnd).off('error', onError).off('message', onReply);
        act();
      };
      child.on('exit', onEnd).on('error', onError).on('message', onReply);
      child.send(request);
    });
    if (reply.kind === 'fault') throw new JudgeFailed(reply.message);
    return reply;
  }

  private start(): ChildProcess {
    return fork(join(__dirname, '..', 'judge-worker.js'), [JSON.stringify(this.settings)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }
}

/** How long a judge may take to clear up. */
const patienceMs = 5000;
