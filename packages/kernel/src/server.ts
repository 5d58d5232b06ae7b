/**
 * The kernel's front: tslab's server, with messages that say what happened.
 *
 * tslab opens the sockets, reads, signs and sends. We decide what is answered, when and in what order:
 * cells run one at a time in the evaluator's executor, all else is answered at once.
 */
import { answers, type Content } from './answers';
import { CellRunner } from './cell-runner';
import type { CellOutput, KernelEvaluator } from './evaluator';
import { ExecuteQueue, type QueuedCell } from './execute-queue';
import { kernelInfo } from './kernel-info';
import { readCommId, readRestart } from './requests';
import {
  MessageFormat,
  ZmqServer,
  type Message,
  type Publisher,
  type Router,
  type TslabServer,
} from './tslab';

interface CellMessage extends QueuedCell {
  socket: Router;
  message: Message;
}

/** How long the last messages may take to leave once the kernel ends. */
const lingerMs = 500;

export class KernelServer extends ZmqServer {
  private readonly cells: CellRunner;
  private readonly queue: ExecuteQueue<CellMessage>;
  private closed = false;

  constructor(
    connectionFile: string,
    private readonly evaluator: KernelEvaluator,
    /** Called once a shutdown has been answered; must end the process. */
    private readonly onShutdown: () => void,
  ) {
    super({ handleKernel: kernelInfo, close: () => undefined }, connectionFile);
    this.cells = new CellRunner(evaluator, (parent, type, content) =>
      this.send(this.iopub, parent, type, content),
    );
    this.queue = new ExecuteQueue<CellMessage>({
      run: (cell) => this.runCell(cell),
      abort: (cell) => this.abortCell(cell),
    });
  }

  /** What the executor shows, whenever it does. */
  showOutput(output: CellOutput): void {
    this.cells.showOutput(output);
  }

  interrupt(): void {
    this.cells.interrupt();
  }

  /**
   * Before a socket is bound: nothing that is sent may be dropped, and none may hold the process.
   * With no time-out a message is handed over at once; otherwise, after a few in one turn of the event
   * loop, ZeroMQ keeps one back and refuses the next as "busy writing", which would lose it.
   */
  override bindSocket(...[socket, port]: Parameters<TslabServer['bindSocket']>): Promise<void> {
    socket.sendHighWaterMark = 0;
    socket.sendTimeout = 0;
    socket.linger = lingerMs;
    return super.bindSocket(socket, port);
  }

  override async handleShellMessage(socket: Router, ...frames: Buffer[]): Promise<void> {
    let message: Message;
    try {
      message = MessageFormat.fromRaw(this.connInfo.key, frames);
    } catch (error) {
      process.stderr.write(`convolab kernel: a message was dropped: ${String(error)}\n`);
      return;
    }
    if (message.header.msg_type === 'execute_request') {
      const { session, date } = message.header;
      this.queue.push({ socket, message, session, sentAt: Date.parse(date) });
    } else {
      await this.answerAtOnce(socket, message);
    }
  }

  override close(): void {
    this.closed = true;
    super.close();
  }

  private async answerAtOnce(socket: Router, message: Message): Promise<void> {
    this.publishStatus('busy', message);
    try {
      await this.answer(socket, message);
    } catch (error) {
      this.send(socket, message, replyType(message), { status: 'error', ...failure(error) });
    } finally {
      this.publishStatus('idle', message);
      // A front end shows the last status it saw: while a cell runs, that must be "busy".
      const { running } = this.cells;
      if (running !== null) this.publishStatus('busy', running);
    }
    if (message.header.msg_type === 'shutdown_request') this.onShutdown();
  }

  private async answer(socket: Router, message: Message): Promise<void> {
    const type = message.header.msg_type;
    const answer = answers[type];
    if (answer !== undefined) {
      const content = await answer(message.content, this.evaluator);
      this.send(socket, message, replyType(message), content);
    } else if (type === 'interrupt_request') {
      this.interrupt();
      this.send(socket, message, 'interrupt_reply', { status: 'ok' });
    } else if (type === 'shutdown_request') {
      const content = { status: 'ok', restart: readRestart(message.content) };
      this.send(socket, message, 'shutdown_reply', content);
      this.send(this.iopub, message, 'shutdown_reply', content);
    } else if (type === 'comm_open') {
      // We know no target, so what was opened is closed, as the protocol asks.
      const content = { comm_id: readCommId(message.content), data: {} };
      this.send(this.iopub, message, 'comm_close', content);
    }
  }

  private async runCell({ socket, message }: CellMessage): Promise<boolean> {
    this.publishStatus('busy', message);
    const { reply, started, stop } = await this.cells.run(message);
    this.send(socket, message, 'execute_reply', reply, { started });
    this.publishStatus('idle', message);
    return stop;
  }

  private abortCell({ socket, message }: CellMessage): void {
    this.publishStatus('busy', message);
    this.send(socket, message, 'execute_reply', { status: 'aborted' });
    this.publishStatus('idle', message);
  }

  override publishStatus(status: string, parent: Message): void {
    if (!this.closed) super.publishStatus(status, parent);
  }

  private send(
    socket: Publisher | Router,
    parent: Message,
    type: string,
    content: Content,
    metadata: Content = {},
  ): void {
    if (this.closed) return;
    const message = parent.createReply();
    message.header.msg_type = type;
    message.content = content;
    message.metadata = metadata;
    message.signAndSend(this.connInfo.key, socket);
  }
}

function replyType(request: Message): string {
  return request.header.msg_type.replace(/_request$/, '_reply');
}

function failure(error: unknown): Content {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: [`${name}: ${message}`] };
}
