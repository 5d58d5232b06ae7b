/**
 * The compiler's process: frames in on fd 3, frames out on fd 4, one request at a time.
 *
 * It runs in two ways: plainly (`node compiler.cjs ROOT`), and from a V8 start-up snapshot in which the
 * converter already stands (built by snapshot.mjs with CONVOLAB_SNAPSHOT_ROOT set).
 */
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import type { Converter } from 'tslab/dist/converter';
import { encodeFrame, FrameReader } from '../wire/frames';
import type { CompilerRequest } from '../wire/messages';
import { convertCell } from './convert';
import { resolveType } from './resolve-type';
import { prepareTypeScript, setRealDir } from './typescript';

/* eslint-disable @typescript-eslint/no-require-imports -- tslab is loaded only after TypeScript is prepared */
const tslabConverter = () =>
  require('tslab/dist/converter') as typeof import('tslab/dist/converter');
const tslabInspect = () => require('tslab/dist/inspect') as typeof import('tslab/dist/inspect');
/* eslint-enable @typescript-eslint/no-require-imports */

/** Warms the converter with the types every notebook uses. */
function createWarmConverter(root: string): Converter {
  prepareTypeScript(root);
  const converter = tslabConverter().createConverter({ isJS: false, isBrowser: false });
  convertCell(converter, '', 'const warm: number[] = [1]; await Promise.resolve(warm); warm[0]');
  convertCell(converter, '', '');
  resolveType('', '[1]');
  return converter;
}

function answer(converter: Converter, request: CompilerRequest): unknown {
  if (request.op === 'isComplete') return tslabConverter().isCompleteCode(request.source);
  if (request.op === 'type') return resolveType(request.prevDecl, request.expression);
  setRealDir(path.resolve(request.cwd).split(path.sep).join('/'));
  switch (request.op) {
    case 'compile':
      return convertCell(converter, request.prevDecl, request.source);
    case 'complete': {
      const found = converter.complete(request.prevDecl, request.source, request.offset);
      return { start: found.start, end: found.end, candidates: found.candidates };
    }
    case 'inspect': {
      // Typed as always there, and undefined where nothing stands.
      const info = converter.inspect(request.prevDecl, request.source, request.offset) as
        ReturnType<Converter['inspect']> | undefined;
      return info ? tslabInspect().printQuickInfo(info) : null;
    }
  }
}

function send(message: unknown): void {
  const frame = encodeFrame(message);
  for (let sent = 0; sent < frame.length;) sent += fs.writeSync(4, frame, sent);
}

/** Serves until our side closes fd 3. */
function serve(converter: Converter): void {
  const reader = new FrameReader((message) => {
    const request = message as CompilerRequest;
    try {
      send({ type: 'reply', id: request.id, value: answer(converter, request) });
    } catch (error) {
      send({ type: 'failed', id: request.id, message: String((error as Error).stack ?? error) });
    }
  });
  // Jupyter may interrupt the whole process group; that is meant for the cell, not for us.
  process.on('SIGINT', () => undefined);
  send({ type: 'ready' });
  const chunk = Buffer.allocUnsafe(1 << 16);
  for (;;) {
    const count = fs.readSync(3, chunk);
    if (count === 0) return;
    reader.push(Buffer.from(chunk.subarray(0, count)));
  }
}

const snapshotRoot = process.env['CONVOLAB_SNAPSHOT_ROOT'];
if (snapshotRoot && v8.startupSnapshot.isBuildingSnapshot()) {
  const converter = createWarmConverter(snapshotRoot);
  v8.startupSnapshot.setDeserializeMainFunction(() => {
    serve(converter);
  });
} else {
  serve(createWarmConverter(process.argv[2] ?? process.cwd()));
}
