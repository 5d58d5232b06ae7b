/** A kernel behind the real jupyter_client (client.py), as promises. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface KernelMessage {
  channel: 'shell' | 'iopub' | 'control' | 'stdin';
  type: string;
  parent: string;
  content: Record<string, any>;
  metadata: Record<string, any>;
}

/** All that the kernel said to one request: its reply and what it published, until it was idle again. */
export interface Answer {
  reply: KernelMessage;
  published: KernelMessage[];
}

const root = join(__dirname, '../../..');
const kernelFile = join(root, 'packages/kernel/bin/kernel.js');

/** A Python with jupyter_client: the repo's own, or the one that CONVOLAB_PYTHON names. */
export function python(): string {
  const found = process.env['CONVOLAB_PYTHON'] ?? join(root, '.venv/bin/python');
  if (!existsSync(found)) {
    throw new Error(
      `Looking for a Python with jupyter_client: ${found} does not exist. ` +
        'Run npm run setup, or set CONVOLAB_PYTHON to a Python that has jupyter_client and nbconvert.',
    );
  }
  return found;
}

/** A folder under the repo for notebooks and one kernelspec named tslab; `env` makes Jupyter find it. */
export function jupyterFolder() {
  mkdirSync(join(root, 'work'), { recursive: true });
  const notebooks = mkdtempSync(join(root, 'work', '.kernel-test-'));
  const jupyter = mkdtempSync(join(tmpdir(), 'convolab-kernel-'));
  const spec = join(jupyter, 'kernels/tslab');
  mkdirSync(spec, { recursive: true });
  const kernelspec = {
    argv: [process.execPath, kernelFile, '{connection_file}'],
    display_name: 'TypeScript',
    language: 'typescript',
    interrupt_mode: 'message',
  };
  writeFileSync(join(spec, 'kernel.json'), JSON.stringify(kernelspec));
  return {
    notebooks,
    env: {
      ...process.env,
      JUPYTER_PATH: jupyter,
      JUPYTER_NO_CONFIG: '1',
      PYDEVD_DISABLE_FILE_VALIDATION: '1',
    },
    remove() {
      for (const folder of [notebooks, jupyter]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export class JupyterSession {
  pid = 0;
  /** What the kernel and the client wrote to their standard error. */
  log = '';
  readonly messages: KernelMessage[] = [];
  private sent = 0;
  private readonly folder = jupyterFolder();
  private readonly client: ChildProcess;
  private readonly watchers = new Set<() => void>();
  private readonly events: Record<string, any>[] = [];

  constructor() {
    this.client = spawn(python(), [join(__dirname, 'client.py')], {
      cwd: this.folder.notebooks,
      env: { ...this.folder.env, CONVOLAB_TEST: 'présent' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.client.stderr!.setEncoding('utf8').on('data', (text: string) => (this.log += text));
    createInterface(this.client.stdout!).on('line', (line) => this.take(JSON.parse(line)));
  }

  static async start(): Promise<JupyterSession> {
    const session = new JupyterSession();
    await session.ready();
    return session;
  }

  get cwd(): string {
    return this.folder.notebooks;
  }

  async ready(): Promise<void> {
    this.pid = (await this.event('ready'))['pid'];
  }

  /** Sends a request and gives its id, without waiting for an answer. */
  send(type: string, content: object = {}, channel = 'shell', metadata: object = {}): string {
    const id = `test-${++this.sent}`;
    this.command({ op: 'send', id, channel, type, content, metadata });
    return id;
  }

  /** The answer to a request, once its reply and its idle status have come, whichever is last. */
  async answer(id: string): Promise<Answer> {
    const of = (message: KernelMessage) => message.parent === id;
    await this.until(() => {
      const mine = this.messages.filter(of);
      const idle = mine.some((m) => m.type === 'status' && m.content['execution_state'] === 'idle');
      return idle && mine.some((m) => m.channel === 'shell' || m.channel === 'control');
    });
    const mine = this.messages.filter(of);
    return {
      reply: mine.find((m) => m.channel !== 'iopub')!,
      published: mine.filter((m) => m.channel === 'iopub'),
    };
  }

  request(type: string, content: object = {}, channel = 'shell'): Promise<Answer> {
    return this.answer(this.send(type, content, channel));
  }

  /** Sends a cell and gives its id, without waiting for an answer. */
  sendCell(code: string, options: object = {}, metadata: object = {}): string {
    const content = {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: false,
      ...options,
    };
    return this.send('execute_request', content, 'shell', metadata);
  }

  run(code: string, options: object = {}, metadata: object = {}): Promise<Answer> {
    return this.answer(this.sendCell(code, options, metadata));
  }

  command(command: object): void {
    this.client.stdin!.write(`${JSON.stringify(command)}\n`);
  }

  /** Waits until a message makes the condition true. The test's own time limit ends a wait in vain. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve, reject) => {
        const wake = () => {
          this.watchers.delete(wake);
          if (this.client.exitCode === null) resolve();
          else reject(new Error(`The Jupyter client ended:\n${this.log}`));
        };
        this.watchers.add(wake);
      });
    }
  }

  /** The next event of a kind, taken out of the list of those that have come. */
  async event(kind: string): Promise<Record<string, any>> {
    const place = () => this.events.findIndex(({ event }) => event === kind);
    await this.until(() => place() >= 0);
    return this.events.splice(place(), 1)[0]!;
  }

  /** Ends the kernel as JupyterLab does; resolves when its process is gone. */
  async shutdown(): Promise<void> {
    this.command({ op: 'shutdown' });
    await this.event('gone');
    this.folder.remove();
  }

  /** Kills the client itself, as a crash of Jupyter would. */
  killClient(): void {
    this.client.kill('SIGKILL');
    this.folder.remove();
  }

  private take(event: Record<string, any>): void {
    if (event['event'] === 'message') this.messages.push(event as unknown as KernelMessage);
    else this.events.push(event);
    for (const wake of [...this.watchers]) wake();
  }
}

/** All that was printed to a stream by a request. */
export function printed(published: KernelMessage[], name = 'stdout'): string {
  return ofType(published, 'stream')
    .filter(({ content }) => content['name'] === name)
    .map(({ content }) => content['text'])
    .join('');
}

export function ofType(published: KernelMessage[], type: string): KernelMessage[] {
  return published.filter((message) => message.type === type);
}

/** The types of what was published, in order, runs of stream messages as one. */
export function story(published: KernelMessage[]): string[] {
  return published
    .map(({ type, content }) => (type === 'status' ? content['execution_state'] : type))
    .filter((type, index, all) => type !== 'stream' || all[index - 1] !== 'stream');
}
