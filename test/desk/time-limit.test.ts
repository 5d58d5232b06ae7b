import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../support/jupyter';
import { evaluatorDesk, kernelDesk, type Desk } from './desk';

const desks = {
  'the evaluator': () => Promise.resolve(evaluatorDesk(join(root, 'exercises'))),
  'the kernel': kernelDesk,
};

for (const [name, open] of Object.entries(desks)) {
  describe(`a call without end, checked in ${name}`, function () {
    this.timeout(120_000);
    let desk: Desk;
    before(async () => {
      process.env['CONVOLAB_CALL_SECONDS'] = '1';
      process.env['CONVOLAB_EXERCISES'] = join(root, 'exercises'); // not those of somebody's work/
      desk = await open();
      await desk.run("import { check } from '@convolab/lib/check'; let kept = 1;");
    });
    after(async () => {
      delete process.env['CONVOLAB_CALL_SECONDS'];
      delete process.env['CONVOLAB_EXERCISES'];
      await desk.close();
    });

    const checked = async (body: string, kind = '') => {
      await desk.run(
        `${kind} function conv1d(x: number[], k: number[]): ${kind ? 'Promise<number[]>' : 'number[]'} { ${body} }`,
      );
      return desk.run("kept++; await check('conv1d', conv1d);");
    };
    const kept = async (): Promise<string> => (await desk.run("throw new Error('' + kept);")).error;

    it('is stopped when it loops, and the other cases are told', async () => {
      const { shown, error } = await checked('for (;;) {}');
      assert.equal(error, '');
      assert.match(shown, /✗ conv1d : 0 cas réussi sur 9/);
      assert.match(shown, /toujours pas de réponse après 1 s : une boucle sans fin/);
      assert.match(shown, /non essayé/);
      assert.match(shown, /conv1d\(x = \[.*\], k = \[/);
      assert.equal(await kept(), '2');
    });

    it('is stopped when its promise never settles', async () => {
      const { shown, error } = await checked('return new Promise(() => {});', 'async');
      assert.equal(error, '');
      assert.match(shown, /toujours pas de réponse après 1 s/);
      assert.equal(await kept(), '3');
    });

    for (const loop of ['await null; for (;;) {}', 'for (;;) await null;']) {
      it(`ends its cell, which says so and keeps the variables, in: ${loop}`, async () => {
        const before = Number(await kept());
        const { error } = await checked(loop, 'async');
        assert.match(
          error,
          /L’appel conv1d\(x = \[.*\], k = \[.*\) de l’exercice conv1d, du cas .* n’a pas répondu en 1 s/,
        );
        assert.match(error, /Les variables sont conservées/);
        const { shown } = await desk.run('await new Promise((end) => setTimeout(end, 1500));');
        assert.equal(shown, '', 'the check is over');
        assert.equal(await kept(), String(before + 1));
      });
    }

    it('costs the executor where nothing else helps, and the cell says so', async () => {
      const { error } = await checked(
        'require("node:child_process").execSync("trap \'\' INT; sleep 30"); return [];',
      );
      assert.match(error, /L’appel conv1d.*n’a pas répondu en 1 s/);
      assert.match(error, /nouvel exécuteur/);
      assert.match((await desk.run('kept')).error, /kept/);
      await desk.run("import { check } from '@convolab/lib/check'; let kept = 1;");
    });

    it('is named when it ends the process', async () => {
      const { error } = await checked('process.exit(4);');
      assert.match(error, /code 4.*C’était pendant l’appel conv1d/);
    });
  });
}
