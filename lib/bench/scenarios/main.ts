/** What `npm run scenarios` (scripts/commands/scenarios.mjs) runs; its request is JSON in the first argument. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { scenarioMatrix } from '../../src/figures';
import { writeWhole } from '../../src/nn/format/write-whole';
import { measureScenarios, recordedFile, type RecordedScenarios } from '../../src/transfer/matrix';
import { machine, versions } from '../harness/machine';

interface Request {
  record: boolean;
  command: string;
}

async function main({ record, command }: Request): Promise<void> {
  const date = new Date().toISOString();
  const profile = record ? 'complete' : 'quick';
  const progress = (line: string): void => console.log(line);
  const digits = await measureScenarios({ profile, progress });
  console.log(`\n${scenarioMatrix(digits.measurements).alt}`);
  if (!record) return;
  const photos = await measureScenarios({ on: 'photos', progress });
  console.log(`\n${scenarioMatrix(photos.measurements, { missing: 'pas assez de photos' }).alt}`);
  const recorded: RecordedScenarios = {
    ...{ command, date, machine: machine(), versions: versions() },
    ...{ digits, photos },
  };
  const file = recordedFile();
  await mkdir(path.dirname(file), { recursive: true });
  await writeWhole(file, [Buffer.from(`${JSON.stringify(recorded, null, 1)}\n`)]);
  console.log(`Written: ${path.relative(process.cwd(), file)}`);
}

main(JSON.parse(process.argv[2] ?? '{}') as Request).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
