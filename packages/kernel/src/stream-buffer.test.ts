import assert from 'node:assert/strict';
import fc from 'fast-check';
import { StreamBuffer, type StreamName } from './stream-buffer';

function recorded(maxLength?: number) {
  const sent: [StreamName, string][] = [];
  const buffer = new StreamBuffer((name, text) => sent.push([name, text]), { maxLength });
  return { sent, buffer };
}

describe('StreamBuffer', () => {
  it('joins lines of one stream into one message', () => {
    const { sent, buffer } = recorded();
    for (const line of ['un\n', 'deux\n', 'trois\n']) buffer.write('stdout', line);
    assert.deepEqual(sent, []);
    buffer.flush();
    assert.deepEqual(sent, [['stdout', 'un\ndeux\ntrois\n']]);
  });

  it('keeps the order of the two streams', () => {
    const { sent, buffer } = recorded();
    buffer.write('stdout', 'a');
    buffer.write('stderr', 'b');
    buffer.write('stdout', 'c');
    buffer.flush();
    assert.deepEqual(sent, [
      ['stdout', 'a'],
      ['stderr', 'b'],
      ['stdout', 'c'],
    ]);
  });

  it('sends by itself after a moment', async () => {
    const text = await new Promise<string>((resolve) => {
      new StreamBuffer((_name, sent) => resolve(sent)).write('stdout', 'seul');
    });
    assert.equal(text, 'seul');
  });

  it('sends nothing when nothing was written', () => {
    const { sent, buffer } = recorded();
    buffer.flush();
    buffer.write('stdout', '');
    buffer.flush();
    assert.deepEqual(sent, []);
  });

  it('loses nothing, whatever is written and however small its room', () => {
    const writes = fc.array(fc.tuple(fc.constantFrom<StreamName>('stdout', 'stderr'), fc.string()));
    fc.assert(
      fc.property(writes, fc.integer({ min: 1, max: 20 }), (texts, maxLength) => {
        const { sent, buffer } = recorded(maxLength);
        for (const [name, text] of texts) buffer.write(name, text);
        buffer.flush();
        assert.deepEqual(inOneLine(sent), inOneLine(texts));
      }),
    );
  });
});

/** Each character with its stream, so that two ways to cut the same output compare equal. */
function inOneLine(texts: [StreamName, string][]): string[] {
  return texts.flatMap(([name, text]) => [...text].map((char) => `${name} ${char}`));
}
