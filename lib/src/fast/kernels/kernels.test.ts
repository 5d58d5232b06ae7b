import { strict as assert } from 'node:assert';

import { loadWasm } from '../engine/load-kernels';
import * as typescriptKernels from '.';

describe('kernels', () => {
  it('are the same in WebAssembly and in TypeScript, with as many parameters', () => {
    const listed = (table: object): string[] =>
      Object.entries(table)
        .filter((entry): entry is [string, () => void] => typeof entry[1] === 'function')
        .map(([name, kernel]) => `${name}/${kernel.length}`)
        .sort();
    assert.deepEqual(listed(loadWasm().table), listed(typescriptKernels));
  });
});
