/** One child process and the frames to and from it; knows nothing of what the frames say. */
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { encodeFrame, FrameReader, type FrameLimits } from './wire/frames';

export interface Exit {
  code: number | null;
  signal: string | null;
}

export class Channel {
  /** Settles when the process has ended and all it wrote has been read. */
  readonly exited: Promise<Exit>;
  private readonly requests: Writable;
  private gone = false;

  /**
   * @param onMessage each whole message, in order; what it throws ends the process
   * @param onBroken the process sent what is no frame, or a message that `onMessage` refused
   */
  constructor(
    readonly child: ChildProcess,
    onMessage: (message: unknown) => void,
    onBroken: (error: Error) => void,
    limits: FrameLimits = {},
  ) {
    this.requests = child.stdio[3] as Writable;
    this.requests.on('error', () => undefined); // its end was closed: `exited` says why
    const reader = new FrameReader(onMessage, limits);
    const replies = child.stdio[4] as Readable;
    replies.on('error', () => undefined);
    replies.on('data', (chunk: Buffer) => {
      if (this.gone) return;
      try {
        reader.push(chunk);
      } catch (error) {
        onBroken(error as Error);
        this.kill();
      }
    });
    this.exited = new Promise((resolve) => {
      child.on('error', () => {
        resolve({ code: null, signal: null }); // it could not even start
      });
      child.on('close', (code, signal) => {
        resolve({ code, signal });
      });
    });
  }

  send(message: unknown): void {
    if (!this.requests.destroyed) this.requests.write(encodeFrame(message));
  }

  /** Asks it to end by closing its requests. */
  end(): void {
    this.requests.end();
  }

  /** Ends it now; what it still sends is dropped. */
  kill(): void {
    this.gone = true;
    this.child.kill('SIGKILL');
    for (const stream of this.child.stdio) stream?.destroy();
  }
}
