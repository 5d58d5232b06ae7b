/** The way out of the executor: frames on fd 4, written at once, so that output flows while a loop runs. */
import fs from 'node:fs';
import type { CellOutput } from '../types';
import { encodeFrame } from '../wire/frames';
import type { ExecutorReply } from '../wire/messages';

const replyFd = 4;
const pause = new Int32Array(new SharedArrayBuffer(4));

/* Taken now, before any student code could put its own in their place. */
const { writeSync } = fs;
const { wait } = Atomics;

/** Sends one reply; returns when the pipe has taken all of it. */
export function send(reply: ExecutorReply): void {
  const frame = encodeFrame(reply);
  for (let sent = 0; sent < frame.length;) {
    try {
      sent += writeSync(replyFd, frame, sent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      wait(pause, 0, 0, 1); // the pipe is full: let our side read
    }
  }
}

/**
 * True where a grade is decided: nobody looks at output there, it is only counted. Text goes out in pieces
 * that fit any limit on frames, the rest stays.
 */
let onlyCounted = false;
const pieceLength = 16_384;

export function sendOutput(output: CellOutput): void {
  if (!onlyCounted) send({ type: 'output', output });
  else if (output.type === 'stream') {
    for (let from = 0; from < output.text.length; from += pieceLength) {
      const text = output.text.slice(from, from + pieceLength);
      send({ type: 'output', output: { ...output, text } });
    }
  }
}

/** Makes console.log and process.stdout.write send frames. fd 1 and 2 stay open for child processes. */
export function captureStreams(sandboxed: boolean): void {
  onlyCounted = sandboxed;
  for (const name of ['stdout', 'stderr'] as const) {
    const decoder = new TextDecoder();
    const write = (chunk: Uint8Array | string, encoding?: unknown, callback?: unknown): boolean => {
      const text =
        typeof chunk === 'string'
          ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
          : chunk;
      sendOutput({ type: 'stream', name, text: decoder.decode(text, { stream: true }) });
      const done = typeof encoding === 'function' ? encoding : callback;
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
    process[name].write = write;
  }
}
