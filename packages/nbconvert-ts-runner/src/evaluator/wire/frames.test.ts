import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeFrame, FrameError, FrameReader } from './frames';

describe('FrameReader', () => {
  it('gives the same messages however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.nat(50)), (messages, cuts) => {
        const normal = messages.map((message) => JSON.parse(JSON.stringify(message)) as unknown);
        const bytes = Buffer.concat(normal.map(encodeFrame));
        const seen: unknown[] = [];
        const reader = new FrameReader((message) => seen.push(message));
        let from = 0;
        for (const cut of [...cuts, bytes.length]) {
          reader.push(bytes.subarray(from, from + cut));
          from = Math.min(bytes.length, from + cut);
        }
        assert.deepEqual(seen, normal);
      }),
    );
  });

  it('refuses a frame larger than its limit before it has come', () => {
    const reader = new FrameReader(() => undefined, { frameBytes: 10 });
    assert.throws(() => reader.push(encodeFrame('x'.repeat(20)).subarray(0, 4)), FrameError);
  });

  it('refuses to read on once all frames together pass the limit, however small they are', () => {
    const reader = new FrameReader(() => undefined, { totalBytes: 100 });
    assert.throws(() => {
      for (let i = 0; i < 20; i++) reader.push(encodeFrame('x'));
    }, FrameError);
  });

  it('refuses a body that is not JSON', () => {
    const reader = new FrameReader(() => undefined);
    assert.throws(() => reader.push(Buffer.from('\0\0\0\x02{{')), FrameError);
  });
});
