/**
 * Frames: a JSON text behind its length in bytes (unsigned, 32 bits, big endian).
 *
 * The length comes first so that a reader can refuse a frame before it holds it.
 */

/** The largest frame that is read where nobody says otherwise. */
export const defaultMaxFrameBytes = 256 * 1024 * 1024;

/** Raised when what arrives is no frame: too large, or not JSON. */
export class FrameError extends Error {
  override name = 'FrameError';
  constructor(
    message: string,
    readonly reason: 'too-large' | 'protocol',
  ) {
    super(message);
  }
}

/**
 * One frame, ready to be written.
 *
 * @example
 * encodeFrame({ a: 1 }).toString('latin1') // => '\0\0\0\x07{"a":1}'
 */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, 4);
  return frame;
}

export interface FrameLimits {
  /** One frame. */
  frameBytes?: number | undefined;
  /** All frames together, for a process that may not talk for ever. */
  totalBytes?: number | undefined;
}

/** Takes bytes as they come and gives whole messages, in order. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private bytes = 0;
  private wanted: number | null = null;
  private readonly maxBytes: number;
  private bytesLeft: number;

  constructor(
    private readonly onMessage: (message: unknown) => void,
    limits: FrameLimits = {},
  ) {
    this.maxBytes = limits.frameBytes ?? defaultMaxFrameBytes;
    this.bytesLeft = limits.totalBytes ?? Infinity;
  }

  /** Adds bytes; calls back for each message they complete. Throws FrameError on what is no frame. */
  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
    this.bytesLeft -= chunk.length;
    if (this.bytesLeft < 0) {
      throw new FrameError('Cannot read on: all frames together pass the limit.', 'too-large');
    }
    for (;;) {
      if (this.wanted === null) {
        if (this.bytes < 4) return;
        this.wanted = this.take(4).readUInt32BE(0);
        if (this.wanted > this.maxBytes) {
          throw new FrameError(
            `Cannot read a frame of ${this.wanted} bytes: the limit is ${this.maxBytes}.`,
            'too-large',
          );
        }
      }
      if (this.bytes < this.wanted) return;
      const body = this.take(this.wanted);
      this.wanted = null;
      this.onMessage(parse(body));
    }
  }

  private take(count: number): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    const rest = all.subarray(count);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.bytes = rest.length;
    return all.subarray(0, count);
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new FrameError('Cannot read a frame: its body is not JSON.', 'protocol');
  }
}
