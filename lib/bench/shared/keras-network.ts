import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onPaper, type CatalogueEntry } from '@convolab/lib/models';

import type { Contender } from '../harness';
import { KerasSide, kerasMissing } from '../keras/side';

interface Topology {
  toJSON(unused: null, text: false): unknown;
  countParams(): number;
}

/** What Keras does with the same network, read from its topology, in a process that measures itself. */
export function keras(
  { build }: Pick<CatalogueEntry, 'build'>,
  request: { do: string } & Record<string, string | number>,
): Contender {
  let side: KerasSide | undefined;
  let folder: string;
  const file = () => join(folder, 'topology.json');
  return {
    clock: 'own',
    missing: kerasMissing,
    setUp: async () => {
      folder = mkdtempSync(join(tmpdir(), 'convolab-bench-'));
      const model = onPaper(build) as unknown as Topology;
      writeFileSync(file(), JSON.stringify(model.toJSON(null, false)));
      side = new KerasSide();
      await side.ready();
      const parameters = await side.ask({ do: 'parameters', path: file() });
      if (parameters !== model.countParams()) {
        throw new Error(`Keras counts ${parameters} parameters, we ${model.countParams()}`);
      }
    },
    run: () => side!.ask({ ...request, path: file() }),
    tearDown: () => {
      side?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
