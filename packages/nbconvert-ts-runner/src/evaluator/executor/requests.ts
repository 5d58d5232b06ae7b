/**
 * Requests from our side, over fd 3.
 *
 * They are read by a thread of their own, so that an interrupt arrives while a cell loops: where the main
 * thread does not take it within half a second, the thread has V8 end what runs there. The variables stay. In a
 * sandbox there is nobody to interrupt, and the main thread reads by itself.
 */
import inspector from 'node:inspector';
import net from 'node:net';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { FrameReader } from '../wire/frames';
import type { ExecutorRequest } from '../wire/messages';

/** How long the main thread may take to hear an interrupt. */
const patienceMs = 500;

type FromThread = { request: ExecutorRequest } | { terminated: true } | { closed: true };

export interface Listener {
  onRequest: (request: ExecutorRequest) => void;
  /** What ran on the main thread was ended in the middle: nothing of it will go on. */
  onTerminated: () => void;
  /** Our side is gone. */
  onClosed: () => void;
}

/** Hears requests on this thread. */
export function listenHere({ onRequest, onClosed }: Omit<Listener, 'onTerminated'>): void {
  const reader = new FrameReader((message) => {
    onRequest(message as ExecutorRequest);
  });
  const requests = new net.Socket({ fd: 3, readable: true, writable: false });
  requests.on('data', (chunk: Buffer) => {
    reader.push(chunk);
  });
  requests.on('close', onClosed);
}

/** Hears requests through a thread that watches over this one. */
export function listenWatched({ onRequest, onTerminated, onClosed }: Listener): void {
  const heard = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(__filename, { workerData: { heard } });
  thread.on('message', (message: FromThread) => {
    Atomics.add(heard, 0, 1);
    if ('request' in message) onRequest(message.request);
    else if ('terminated' in message) onTerminated();
    else onClosed();
  });
}

/** The thread itself. */
export function watchRequests(): void {
  const { heard } = workerData as { heard: Int32Array };
  let posted = 0;
  const post = (message: FromThread): void => {
    posted++;
    parentPort!.postMessage(message);
  };
  const ifUnheard = (act: () => void): void => {
    const mine = posted;
    setTimeout(() => {
      if (Atomics.load(heard, 0) < mine) act();
    }, patienceMs);
  };
  /** Again and again: what ends may be one turn of a chain of promises, which goes on with the next. */
  const terminateUntilHeard = (): void => {
    ifUnheard(() => {
      terminateMainThread(() => {
        post({ terminated: true });
        terminateUntilHeard();
      });
    });
  };
  listenHere({
    onRequest: (request) => {
      post({ request });
      if (request.op === 'interrupt') terminateUntilHeard();
    },
    onClosed: () => {
      post({ closed: true });
      ifUnheard(() => process.kill(process.pid, 'SIGKILL'));
    },
  });
}

function terminateMainThread(done: () => void): void {
  const session = new inspector.Session();
  session.connectToMainThread();
  session.post('Runtime.terminateExecution', () => {
    session.disconnect();
    done();
  });
}
