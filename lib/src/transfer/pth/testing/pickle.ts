/** Pickles of protocol 2, piece by piece: what PyTorch writes, and what an attacker would. */
export const proto = Buffer.from([0x80, 2]);
export const stop = Buffer.from('.');
export const mark = Buffer.from('(');
export const reduce = Buffer.from('R');
export const none = Buffer.from('N');

export const global = (module: string, name: string): Buffer =>
  Buffer.from(`c${module}\n${name}\n`);

export function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from('X'), length, bytes]);
}

export function int(value: number): Buffer {
  const bytes = Buffer.alloc(5, 'J');
  bytes.writeInt32LE(value, 1);
  return bytes;
}

/** Of so many bytes, least first. */
export const long = (...bytes: number[]): Buffer => Buffer.from([0x8a, bytes.length, ...bytes]);

export const tuple = (...items: Buffer[]): Buffer =>
  Buffer.concat([mark, ...items, Buffer.from('t')]);

export const list = (...items: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(']'), mark, ...items, Buffer.from('e')]);

export const put = (place: number): Buffer => Buffer.from([0x71, place]);
export const get = (place: number): Buffer => Buffer.from([0x68, place]);

export const pickle = (...parts: Buffer[]): Buffer => Buffer.concat([proto, ...parts, stop]);
