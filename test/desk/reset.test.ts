import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JupyterSession, ofType, type Answer } from '../../packages/kernel/test/jupyter';
import { root } from '../support/jupyter';

interface Cases {
  exercises: Record<string, { stubs: { cell: string; text: string }[] }>;
}
const { exercises } = JSON.parse(
  readFileSync(join(root, 'exercises', '1.2-convolution.cases.json'), 'utf8'),
) as Cases;
const { cell: cellId, text: stub } = exercises['conv1d']!.stubs[0]!;

describe('reset(), through the kernel', function () {
  this.timeout(60_000);
  let kernel: JupyterSession;
  beforeEach(async () => {
    process.env['CONVOLAB_EXERCISES'] = join(root, 'exercises');
    process.env['JPY_SESSION_NAME'] = 'exercices/a.ipynb';
    kernel = await JupyterSession.start();
    await kernel.run("import { reset } from '@convolab/lib/check'");
  });
  afterEach(async () => {
    delete process.env['CONVOLAB_EXERCISES'];
    delete process.env['JPY_SESSION_NAME'];
    await kernel.shutdown();
  });

  const inAnswerCell = (code: string): Promise<Answer> => kernel.run(code, {}, { cellId });
  const shown = ({ published }: Answer): string =>
    ofType(published, 'display_data')
      .map(({ content }) => (content['data'] as Record<string, string>)['text/plain'] ?? '')
      .join('\n');
  const kept = (): string[] => {
    const folder = join(kernel.cwd, 'anciennes-reponses');
    return readdirSync(folder).map((name) => {
      assert.match(name, /^conv1d-\d{4}-\d\d-\d\d-\d\dh\d\d(-\d)?\.ts$/);
      return readFileSync(join(folder, name), 'utf8');
    });
  };
  const payload = ({ reply }: Answer): unknown => reply.content['payload'];
  const first = [{ source: 'set_next_input', text: stub, replace: true }];

  it('gives the answer cell its first text, and keeps the answer that it was run with last', async () => {
    await inAnswerCell('function conv1d() { return 1; }');
    await inAnswerCell('function conv1d(: faute');
    const answer = await inAnswerCell("await reset('conv1d')");
    assert.deepEqual(payload(answer), first);
    assert.deepEqual(kept(), ['function conv1d(: faute\n']);
    assert.match(shown(answer), /gardée dans `anciennes-reponses\/conv1d-/);
  });

  it('keeps what stands below it in the cell, and writes over nothing', async () => {
    for (const body of ['1', '2']) {
      const source = `await reset('conv1d');\nfunction conv1d() { return ${body}; }`;
      assert.deepEqual(payload(await inAnswerCell(source)), first);
    }
    const answers = ['1', '2'].map((body) => `function conv1d() { return ${body}; }\n`);
    assert.deepEqual(kept().sort(), answers);
  });

  it('keeps the answer as it was saved, where the kernel never saw it', async () => {
    const cells = [{ id: cellId, source: ['function conv1d() {\n', '}'] }];
    writeFileSync(join(kernel.cwd, 'a.ipynb'), JSON.stringify({ cells }));
    assert.deepEqual(payload(await inAnswerCell("await reset('conv1d')")), first);
    assert.deepEqual(kept(), ['function conv1d() {\n}\n']);
  });

  it('keeps both what was saved and what was run, where they differ', async () => {
    const cells = [{ id: cellId, source: 'function conv1d() { return 2; }' }];
    writeFileSync(join(kernel.cwd, 'a.ipynb'), JSON.stringify({ cells }));
    await inAnswerCell('function conv1d() { return 1; }');
    const answer = await inAnswerCell("await reset('conv1d')");
    assert.deepEqual(payload(answer), first);
    assert.deepEqual(
      kept().sort(),
      ['1', '2'].map((body) => `function conv1d() { return ${body}; }\n`),
    );
    assert.match(shown(answer), /Vos anciennes réponses/);
  });

  it('keeps the answer and not the call, however the call is written', async () => {
    await inAnswerCell('function conv1d() { return 1; }');
    await inAnswerCell("reset('conv1d'); // encore");
    assert.deepEqual(kept(), ['function conv1d() { return 1; }\n']);
  });

  it('keeps what stands on the line of the call', async () => {
    const source = "await reset('conv1d'); const conv1d = (x: number) => Math.abs(x);";
    await inAnswerCell(source);
    assert.deepEqual(kept(), [`${source}\n`]);
  });

  it('keeps nothing of a cell without an answer', async () => {
    await inAnswerCell(stub);
    const answer = await inAnswerCell("await reset('conv1d')");
    assert.deepEqual(payload(answer), first);
    assert.match(shown(answer), /rien n’était à garder/);
    assert.throws(kept, /ENOENT/);
  });

  it('changes nothing where the old answer cannot be kept', async () => {
    mkdirSync(kernel.cwd, { recursive: true });
    writeFileSync(join(kernel.cwd, 'anciennes-reponses'), '');
    await inAnswerCell('function conv1d() { return 1; }');
    const answer = await inAnswerCell("await reset('conv1d')");
    assert.deepEqual(payload(answer), []);
    assert.match(shown(answer), /rien n’a été changé\n.*EEXIST/);
    rmSync(join(kernel.cwd, 'anciennes-reponses'));
  });

  it('changes nothing from another cell, and says how to', async () => {
    for (const answer of [
      await kernel.run("await reset('conv1d')", {}, { cellId: 'autre' }),
      await kernel.run("await reset('conv1d')"),
    ]) {
      assert.deepEqual(payload(answer), []);
      assert.match(shown(answer), /remplacez tout le texte par `await reset\('conv1d'\)`/);
      assert.ok(shown(answer).includes(stub));
    }
  });
});
