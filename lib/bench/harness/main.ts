import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Bench } from './bench';
import { allPass } from './gates';
import { load, machine, versions } from './machine';
import type { BenchRecord } from './record';
import { report } from './report';
import { runBench } from './run-bench';

/** What `npm run bench` (scripts/commands/bench.mjs) asks for, as JSON in the first argument. */
interface Request {
  name: string;
  about: string;
  /** The bench's file. */
  file: string;
  command: string;
  quick: boolean;
  only?: string;
  strict: boolean;
  /** Files to write the record to. */
  outs: string[];
}

async function main(request: Request): Promise<number> {
  const { name, about, command, quick, only } = request;
  const started = Date.now();
  const before = load();
  // By require: its TypeScript is read by tsx's hook for CommonJS, which leaves the rest of Node alone.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const bench = checked((require(request.file) as { default?: unknown }).default);
  const measured = await runBench(
    bench,
    { quick, only: only === undefined ? undefined : new RegExp(only) },
    { now: () => performance.now(), collect: () => globalThis.gc?.(), progress: showProgress },
  );
  showProgress('');
  const record: BenchRecord = {
    bench: name,
    about,
    command,
    date: new Date(started).toISOString(),
    quick,
    only,
    seconds: Math.round((Date.now() - started) / 1000),
    machine: machine(),
    load: { before, after: load() },
    versions: versions(bench.packages),
    ...measured,
  };
  console.log(report(record));
  for (const out of request.outs) {
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, `${JSON.stringify(record, null, 2)}\n`);
    console.log(`Written: ${path.relative(process.cwd(), out)}`);
  }
  if (allPass(record.gates)) return 0;
  if (!request.strict) console.log('Exit code 0 all the same: machines are noisy. --strict: 1.');
  return request.strict ? 1 : 0;
}

function checked(exported: unknown): Bench {
  if (typeof (exported as Partial<Bench> | undefined)?.cases === 'function')
    return exported as Bench;
  throw new TypeError(
    'Loading the bench: it has no `cases`. End the file with: export default defineBench({ cases, gates })',
  );
}

/** One line that changes in place; nothing where nobody watches. */
function showProgress(text: string): void {
  if (!process.stderr.isTTY) return;
  const width = (process.stderr.columns || 80) - 1;
  process.stderr.write(`\r\u001b[2K${text.slice(0, width)}`);
}

main(JSON.parse(process.argv[2] ?? '{}') as Request).then(
  // Worker threads and open backends must not keep a finished bench alive.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(3);
  },
);
