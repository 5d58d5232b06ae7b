/** Starts the kernel on a connection file, and ends it with all that it started. */
import { setTimeout as wait } from 'node:timers/promises';
import { Evaluator } from 'nbconvert-ts-runner/evaluator';
import { whenOrphaned } from './orphan';
import { KernelServer } from './server';

/** How long the compiler and the executor may take to end before the kernel goes without them. */
const closeMs = 2000;

/**
 * Serves the notebook whose folder is the current directory until a shutdown is asked for, a signal
 * ends us or the process that started us dies.
 *
 * @param connectionFile the JSON file in which Jupyter names the ports and the key
 */
export async function startKernel(connectionFile: string): Promise<void> {
  const evaluator: Evaluator = new Evaluator({
    cwd: process.cwd(),
    onOutput: (output) => server.showOutput(output),
  });
  const stop = once(() => void end(server, evaluator));
  const server: KernelServer = new KernelServer(connectionFile, evaluator, stop);

  process.on('SIGINT', () => server.interrupt());
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  process.on('uncaughtException', complain);
  process.on('unhandledRejection', complain);
  whenOrphaned(stop);

  // The compiler and the executor load while the sockets open; what fails there is told to the first cell.
  evaluator.start().catch(() => undefined);
  await server.init();
}

async function end(server: KernelServer, evaluator: Evaluator): Promise<void> {
  await Promise.race([evaluator.close().catch(complain), wait(closeMs)]);
  server.close();
  process.exit(0);
}

/** A fault of ours must not cost the student the variables of the notebook: say it in the log, go on. */
function complain(fault: unknown): void {
  const detail = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  process.stderr.write(`convolab kernel: ${detail}\n`);
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) {
      done = true;
      action();
    }
  };
}

/** The command `kernel.js CONNECTION_FILE`. */
export function main(args: string[]): void {
  const [connectionFile] = args;
  if (args.length !== 1 || connectionFile === undefined || connectionFile.startsWith('-')) {
    process.stderr.write(
      'Usage: node packages/kernel/bin/kernel.js CONNECTION_FILE\n' +
        'Jupyter starts this command and writes the file; see docs/adr/0002-kernel.md.\n',
    );
    process.exit(2);
  }
  startKernel(connectionFile).catch((fault: unknown) => {
    complain(fault);
    process.exit(3);
  });
}
