import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jupyterFolder, python } from './jupyter';

describe('jupyter nbconvert --execute --allow-errors', function () {
  this.timeout(60_000);

  it('fills every cell, those after an error too, with numbers and real errors', () => {
    const folder = jupyterFolder();
    try {
      const cells = [
        'const a = 1;',
        'JSON.parse("{");',
        'console.log("après", a)',
        'throw new Error("e")',
        'a + 1',
      ];
      writeFileSync(join(folder.notebooks, 'in.ipynb'), JSON.stringify(notebook(cells)));
      const nbconvert = ['-m', 'nbconvert', '--to', 'notebook', '--execute', '--allow-errors'];
      execFileSync(python(), [...nbconvert, '--output', 'out.ipynb', 'in.ipynb'], {
        cwd: folder.notebooks,
        env: folder.env,
        stdio: 'pipe',
      });
      const written = readFileSync(join(folder.notebooks, 'out.ipynb'), 'utf8');
      const executed = (JSON.parse(written) as { cells: Executed[] }).cells;
      assert.deepEqual(
        executed.map(({ execution_count }) => execution_count),
        [1, 2, 3, 4, 5],
      );
      assert.deepEqual(
        executed.map(({ outputs }) => outputs.map(({ output_type }) => output_type)),
        [[], ['error'], ['stream'], ['error'], ['execute_result']],
      );
      assert.equal(executed[1]!.outputs[0]!['ename'], 'SyntaxError');
      assert.deepEqual(executed[2]!.outputs[0]!['text'], ['après 1\n']);
    } finally {
      folder.remove();
    }
  });
});

interface Executed {
  execution_count: number;
  outputs: Record<string, unknown>[];
}

function notebook(sources: string[]): object {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
    cells: sources.map((source, index) => ({
      id: `cell-${index}`,
      cell_type: 'code',
      source,
      metadata: {},
      outputs: [],
      execution_count: null,
    })),
  };
}
