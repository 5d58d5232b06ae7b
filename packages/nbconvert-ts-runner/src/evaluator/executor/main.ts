/**
 * The executor's process: frames in on fd 3, frames out on fd 4.
 *
 * A plain Node process that runs cells and answers calls. It trusts our side and nothing trusts it: it may
 * share its sandbox with a hostile student, and the most it can then do is answer wrongly.
 */
import net from 'node:net';
import { inspect } from 'node:util';
import { FrameReader } from '../wire/frames';
import type { ExecutorRequest, ExecutorSettings } from '../wire/messages';
import { answerCall } from './calls';
import { interruptAwaits, lineOf, runCell } from './cells';
import { openDoor, resultOf } from './display';
import { describeThrown } from './errors';
import { notebookRequire } from './modules';
import { captureStreams, send } from './output';

const settings = JSON.parse(process.argv[2] ?? '{}') as ExecutorSettings;
const requireForCells = notebookRequire(settings);

/** The run that an interrupt may end; null between cells. */
let running: number | null = null;

async function run(request: Extract<ExecutorRequest, { op: 'run' }>): Promise<void> {
  running = request.id;
  try {
    const value = await runCell(request.unit, request.cell, requireForCells);
    const result = await resultOf(value);
    send({ type: 'done', id: request.id, result });
  } catch (error) {
    send({ type: 'done', id: request.id, thrown: describeThrown(error, lineOf) });
  } finally {
    running = null;
  }
}

function receive(message: unknown): void {
  const request = message as ExecutorRequest;
  switch (request.op) {
    case 'run':
      void run(request);
      break;
    case 'call':
      void answerCall(request.id, request.target, request.args).then(send);
      break;
    case 'interrupt':
      if (running === request.run) interruptAwaits();
      break;
  }
}

function reportStray(error: unknown): void {
  process.stderr.write(`Erreur hors de toute cellule : ${inspect(error)}\n`);
}

captureStreams();
openDoor(settings.sandboxed);
process.on('SIGINT', () => undefined); // a running cell is broken by vm; between cells it means nothing
process.on('uncaughtException', reportStray);
process.on('unhandledRejection', reportStray);
const reader = new FrameReader(receive);
const requests = new net.Socket({ fd: 3, readable: true, writable: false });
requests.on('data', (chunk: Buffer) => {
  reader.push(chunk);
});
requests.on('close', () => process.exit(0)); // our side is gone
send({ type: 'ready' });
