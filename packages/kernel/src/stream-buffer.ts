/**
 * Joins what a cell prints into few messages, without losing or reordering a line.
 *
 * A cell that prints 20,000 lines would make 20,000 messages, which Jupyter's server drops beyond a
 * thousand a second. Text of one stream is held for a moment and sent as one message.
 */
export type StreamName = 'stdout' | 'stderr';

export interface StreamBufferOptions {
  /** How long text may wait. Short enough that a line seems to appear at once. */
  delayMs?: number;
  /** Text that has grown to this many UTF-16 units is sent without waiting. */
  maxLength?: number;
}

export class StreamBuffer {
  private name: StreamName = 'stdout';
  private held = '';
  private timer: NodeJS.Timeout | undefined;
  private readonly delayMs: number;
  private readonly maxLength: number;

  constructor(
    private readonly send: (name: StreamName, text: string) => void,
    options: StreamBufferOptions = {},
  ) {
    this.delayMs = options.delayMs ?? 15;
    this.maxLength = options.maxLength ?? 1 << 16;
  }

  write(name: StreamName, text: string): void {
    if (name !== this.name) this.flush();
    this.name = name;
    this.held += text;
    if (this.held.length >= this.maxLength) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), this.delayMs);
  }

  /** Sends what is held; to be called before any other message that must come after it. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const text = this.held;
    this.held = '';
    if (text !== '') this.send(this.name, text);
  }
}
