/**
 * The executor's process: frames in on fd 3, frames out on fd 4.
 *
 * A plain Node process that runs cells and answers calls. It trusts our side and nothing trusts it: it may
 * share its sandbox with a hostile student, and the most it can then do is answer wrongly.
 */
import { isMainThread } from 'node:worker_threads';
import { inspect } from 'node:util';
import type { ExecutorReply, ExecutorRequest, ExecutorSettings } from '../wire/messages';
import { answerCall, answerTypeof } from './calls';
import { interruptAwaits, lineOf, runCell } from './cells';
import { openDoor, resultOf, standAt } from './display';
import { describeThrown, Interrupted } from './errors';
import { notebookRequire } from './modules';
import { captureStreams, send } from './output';
import { listenHere, listenWatched, watchRequests, type Listener } from './requests';
import { takeAnswer } from './type-questions';

/** The run that an interrupt may end; null between cells. */
let running: number | null = null;

/** Reports the end of a run, once. */
function end(
  id: number,
  outcome: Omit<Extract<ExecutorReply, { type: 'done' }>, 'type' | 'id'>,
): void {
  if (running !== id) return;
  send({ type: 'done', id, ...outcome }); // throws on what is no JSON; then the run has not ended yet
  running = null;
}

async function run(
  { id, unit, cell, place }: Extract<ExecutorRequest, { op: 'run' }>,
  requireForCells: (module: string) => unknown,
  sandboxed: boolean,
): Promise<void> {
  running = id;
  standAt(place);
  try {
    const value = await runCell(unit, cell, requireForCells);
    end(id, sandboxed ? {} : { result: await resultOf(value) }); // nobody looks where a grade is decided
  } catch (error) {
    end(id, { thrown: describeThrown(error, lineOf) });
  }
}

function start(settings: ExecutorSettings): void {
  const requireForCells = notebookRequire(settings);
  captureStreams(settings.sandboxed);
  openDoor(settings.sandboxed);
  process.on('SIGINT', () => undefined); // meant for our side, which then sends a message
  process.on('uncaughtException', reportStray);
  process.on('unhandledRejection', reportStray);
  const listener: Listener = {
    onRequest: (request) => {
      switch (request.op) {
        case 'run':
          void run(request, requireForCells, settings.sandboxed);
          break;
        case 'call':
          void answerCall(request).then(send);
          break;
        case 'typeof':
          send(answerTypeof(request.id, request.name));
          break;
        case 'answer':
          takeAnswer(request.question, request.answer);
          break;
        case 'interrupt':
          if (running === request.run) interruptAwaits();
          break;
      }
    },
    onTerminated: () => {
      if (running === null) return;
      const interrupted = new Interrupted('Cellule interrompue.');
      end(running, { thrown: describeThrown(interrupted, lineOf) });
    },
    onClosed: () => process.exit(0),
  };
  if (settings.sandboxed) listenHere(listener);
  else listenWatched(listener);
  send({ type: 'ready' });
}

function reportStray(error: unknown): void {
  process.stderr.write(`Erreur hors de toute cellule : ${inspect(error)}\n`);
}

if (isMainThread) start(JSON.parse(process.argv[2] ?? '{}') as ExecutorSettings);
else watchRequests();
