import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..', '..');
const python = join(root, '.cache', 'keras', 'bin', 'python');

/** Why Keras cannot be measured on this machine; undefined where it can. */
export const kerasMissing = existsSync(python)
  ? undefined
  : 'no Keras: python3 -m venv .cache/keras && .cache/keras/bin/pip install tensorflow-cpu==2.21.0';

/** A Python process that runs the same network with Keras, in TensorFlow's own kernels too. */
export class KerasSide {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((line: string) => void)[] = [];
  private readonly lines: string[] = [];
  private errors = '';

  constructor() {
    this.child = spawn(python, [join(__dirname, 'side.py')], {
      // Both sides with oneDNN, as @convolab/lib/tf sets it for ours.
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '1' },
    });
    this.child.stderr.on('data', (text: Buffer) => (this.errors += text.toString()));
    createInterface(this.child.stdout).on('line', (line) => {
      const next = this.waiting.shift();
      if (next === undefined) this.lines.push(line);
      else next(line);
    });
    this.child.on('exit', () => {
      const error = `Python has ended: ${this.errors.trim().split('\n').at(-1) ?? ''}`;
      for (const next of this.waiting.splice(0)) next(JSON.stringify({ error }));
    });
  }

  /** Waits until Keras is loaded. @returns its version and TensorFlow's */
  async ready(): Promise<string> {
    return String(await this.next());
  }

  /** Calls a method of `side.py`. */
  async ask(request: { do: string } & Record<string, string | number>): Promise<number> {
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    return Number(await this.next());
  }

  close(): void {
    this.child.stdin.end();
    this.child.kill();
  }

  private async next(): Promise<unknown> {
    const line =
      this.lines.shift() ?? (await new Promise<string>((done) => this.waiting.push(done)));
    const { value, error } = JSON.parse(line) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }
}
