import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../support/jupyter';
import { evaluatorDesk, type Desk } from './desk';

describe('check, where an answer imports', function () {
  this.timeout(60_000);
  let desk: Desk;
  before(async () => {
    desk = evaluatorDesk(join(root, 'exercises'));
    await desk.run("import { check } from '@convolab/lib/check';");
    await desk.run("import * as path from 'node:path'; const unused = path.sep;");
  });
  after(() => desk.close());

  const checked = async (before: string, body = 'return x;'): Promise<string> => {
    const { error } = await desk.run(
      `${before}\nfunction conv1d(x: number[]): number[] { ${body} }`,
    );
    assert.equal(error, '');
    return (await desk.run("await check('conv1d', conv1d);")).shown;
  };
  const refused = /Attention : votre réponse s’appuie sur un import de (.*) \(cet exercice n’impo/;

  it('says nothing of what other cells import for themselves', async () => {
    assert.doesNotMatch(await checked(''), /Attention/);
  });

  it('names what the cell of the answer imports', async () => {
    const shown = await checked("import { sep } from 'node:path';", 'console.log(sep); return x;');
    assert.equal(refused.exec(shown)?.[1], '« node:path »');
    assert.match(shown, /Le correcteur le refusera/);
    assert.match(shown, /✗ conv1d : .* ; un import sera refusé/);
    assert.doesNotMatch(await checked(''), /Attention/, 'gone with the import');
  });

  it('names what it uses of another cell, through a helper too', async () => {
    await desk.run("import { conv1d as ready } from '@convolab/lib';");
    await desk.run('const helper = (x: number[]) => ready(x, [1]);');
    const shown = await checked('', 'return helper(x);');
    assert.equal(refused.exec(shown)?.[1], '« @convolab/lib »');
  });
});
