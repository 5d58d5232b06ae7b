import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JupyterSession, ofType } from '../../packages/kernel/test/jupyter';
import { root } from '../support/jupyter';

interface Cases {
  exercises: Record<string, { stubs: { cell: string; text: string }[] }>;
}
const { exercises } = JSON.parse(
  readFileSync(join(root, 'exercises', '1.1-images.cases.json'), 'utf8'),
) as Cases;
const cellId = exercises['binarize']!.stubs[0]!.cell;

describe('check, where the answer failed since', function () {
  this.timeout(60_000);
  let kernel: JupyterSession;
  before(async () => {
    process.env['CONVOLAB_EXERCISES'] = join(root, 'exercises');
    kernel = await JupyterSession.start();
    await kernel.run("import { check } from '@convolab/lib/check'");
  });
  after(async () => {
    delete process.env['CONVOLAB_EXERCISES'];
    await kernel.shutdown();
  });

  const answer = (body: string): string =>
    `function binarize(m: number[][], threshold: number): number[][] { ${body} }`;
  const right = answer('return m.map((row) => row.map((x) => (x >= threshold ? 255 : 0)));');
  const verdict = async (): Promise<string> => {
    const { published } = await kernel.run(
      "await check('binarize', binarize)",
      {},
      { cellId: 'c1' },
    );
    return ofType(published, 'display_data')
      .map(({ content }) => (content['data'] as Record<string, string>)['text/plain'] ?? '')
      .join('\n');
  };

  it('does not try the version before, and tries again once the cell ran', async () => {
    await kernel.run(right, {}, { cellId });
    assert.match(await verdict(), /cas réussis/);
    for (const wrong of [answer('return m +;'), `${right} throw new Error('non');`]) {
      await kernel.run(wrong, {}, { cellId });
      assert.match(
        await verdict(),
        /rien n’a été vérifié[^]*corrigez l’erreur écrite sous la cellule/,
      );
      await kernel.run('const elsewhere: string = 1;', {}, { cellId: 'c2' });
      await kernel.run(right, {}, { cellId });
      assert.match(await verdict(), /cas réussis/);
    }
  });
});
