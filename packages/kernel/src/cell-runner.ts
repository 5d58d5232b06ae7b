/** Runs one cell and tells its story: its number, its output, its result or its error. */
import type { Content } from './answers';
import type { CellOutput, CellResult, KernelEvaluator } from './evaluator';
import { readCellId, readExecuteRequest } from './requests';
import { StreamBuffer } from './stream-buffer';
import type { Message } from './tslab';

export type Publish = (parent: Message, type: string, content: Content) => void;

export interface CellOutcome {
  /** The content of `execute_reply`. */
  reply: Content;
  /** When the cell got its turn, ISO 8601. */
  started: string;
  /** The cells that were sent with this one must be given up. */
  stop: boolean;
}

export class CellRunner {
  /** The cell that runs now. */
  running: Message | null = null;
  private executionCount = 0;
  /** Where output goes: to the last cell that speaks, even once it has ended (a timer may still print). */
  private speaker: Message | null = null;
  private muted = false;
  /** What the running cell's text is to become. */
  private replacement: string | undefined;
  private readonly streams: StreamBuffer;

  constructor(
    private readonly evaluator: KernelEvaluator,
    private readonly publish: Publish,
  ) {
    this.streams = new StreamBuffer((name, text) => this.say('stream', { name, text }));
  }

  /** Never rejects: whatever goes wrong is the cell's error. */
  async run(message: Message): Promise<CellOutcome> {
    const { code, silent, storeHistory, stopOnError } = readExecuteRequest(message.content);
    const started = new Date().toISOString();
    this.streams.flush();
    if (storeHistory) this.executionCount++;
    const execution_count = this.executionCount;
    if (!silent) this.speaker = message;
    this.muted = silent;
    this.running = message;
    this.replacement = undefined;
    this.say('execute_input', { code, execution_count });

    const { result, error } = await this.evaluate(code, readCellId(message.metadata));

    this.streams.flush();
    if (error !== undefined) {
      const { ename, evalue, traceback } = error;
      this.say('error', { ename, evalue, traceback });
      this.end();
      const reply = { status: 'error', execution_count, ename, evalue, traceback };
      return { reply: { ...reply, ...nothingElse() }, started, stop: stopOnError && !silent };
    }
    if (result !== undefined) this.say('execute_result', { execution_count, ...result });
    this.end();
    const payload = this.payload();
    const reply = { status: 'ok', execution_count, ...nothingElse(), payload };
    return { reply, started, stop: false };
  }

  interrupt(): void {
    if (this.running !== null) this.evaluator.interrupt();
  }

  showOutput(output: CellOutput): void {
    if (this.muted) return;
    if (output.type === 'stream') {
      this.streams.write(output.name, output.text);
      return;
    }
    if (output.type === 'replace_cell') {
      this.replacement = output.text;
      return;
    }
    this.streams.flush();
    if (output.type === 'clear_output') {
      this.say('clear_output', { wait: output.wait });
    } else {
      const { type, data, metadata, transient = {} } = output;
      this.say(type, { data, metadata, transient });
    }
  }

  private async evaluate(code: string, cellId: string | undefined): Promise<CellResult> {
    try {
      return await this.evaluator.run(code, { label: `cellule ${this.executionCount}`, cellId });
    } catch (fault) {
      return { status: 'error', error: ownFault(fault), executorReplaced: false };
    }
  }

  /** What the front end is asked to do with the cell. */
  private payload(): Content[] {
    const text = this.replacement;
    return text === undefined ? [] : [{ source: 'set_next_input', text, replace: true }];
  }

  private end(): void {
    this.running = null;
    this.muted = false;
  }

  private say(type: string, content: Content): void {
    if (!this.muted && this.speaker !== null) this.publish(this.speaker, type, content);
  }
}

/** Parts of a reply that other kernels fill; the protocol wants them there. */
function nothingElse(): Content {
  return { user_expressions: {}, payload: [] };
}

/** An error of ours, not of the cell: the evaluator promises never to reject. */
function ownFault(fault: unknown): NonNullable<CellResult['error']> {
  const detail = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  const evalue =
    "Le noyau n'a pas pu exécuter la cellule. Redémarrez-le (menu Noyau) ; " +
    'si cela se répète, « npm run doctor » dit ce qui manque.';
  return {
    ename: 'KernelError',
    evalue,
    traceback: [`KernelError: ${evalue}`, detail],
    kind: 'executor-died',
  };
}
