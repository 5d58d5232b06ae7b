import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNotebook, screenshot } from '../support/open-notebook';

/** A right answer in another hand than the reference, and the classic mistake: the kernel turned over. */
const right = `function conv1d(x: number[], k: number[], stride = 1, padding = 0): number[] {
  if (!Number.isInteger(stride) || stride < 1) throw new RangeError('pas');
  if (!Number.isInteger(padding) || padding < 0) throw new RangeError('remplissage');
  const zeros = Array.from({ length: padding }, () => 0);
  const padded = [...zeros, ...x, ...zeros];
  if (k.length === 0 || k.length > padded.length) throw new RangeError('noyau');
  const n = Math.floor((padded.length - k.length) / stride) + 1;
  return Array.from({ length: n }, (_, i) => k.reduce((s, w, j) => s + w * padded[i * stride + j]!, 0));
}`;
const flipped = right.replace('padded[i * stride + j]!', 'padded[i * stride + k.length - 1 - j]!');

describe('the exercises in JupyterLab', () => {
  const page = openNotebook('exercices/1.2-convolution.ipynb');

  it('runs every cell of the untouched notebook, and says what is to be written', async () => {
    await page().menu('Run', 'Run All Cells');
    await page().allRun();
    const cell = await page().cell("check('conv1d'");
    await page().page.screenshot({ path: screenshot('check-untouched') });
    assert.match(await cell.innerText(), /pas encore écrite/);
  });

  it('shows that a right answer is right', async () => {
    await page().rewriteAndRun('function conv1d', right);
    assert.match(await runCheck('check-right'), /réussi/i);
  });

  it('names the mistake of a wrong one', async () => {
    await page().rewriteAndRun('function conv1d', flipped);
    assert.match(await runCheck('check-wrong'), /retourné/i);
  });

  it('shows how far one is', async () => {
    await page().rewriteAndRun("check('conv1d'", 'await progress()');
    await page().page.waitForTimeout(500);
    await page().kernelIdle();
    const cell = await page().cell('await progress()');
    assert.match(await cell.locator('.jp-OutputArea').innerText(), /points des cas publics/);
    await page().page.screenshot({ path: screenshot('progress') });
  });

  it('gives an answer cell its first text again, and keeps the old answer beside the notebook', async () => {
    await page().rewriteAndRun('function conv1d', "await reset('conv1d')");
    await page().page.waitForTimeout(500);
    await page().kernelIdle();
    const cell = await page().cell('function conv1d');
    assert.match(await cell.locator('.cm-content').innerText(), /à compléter/);
    const said = await cell.locator('.jp-OutputArea').innerText();
    const [file] = /anciennes-reponses\/conv1d-\S+\.ts/.exec(said) ?? [''];
    assert.equal(readFileSync(join(page.work(), 'exercices', file), 'utf8').trim(), flipped);
    await page().page.screenshot({ path: screenshot('reset') });
    await cell.locator('.cm-content').click();
    await page().page.keyboard.press('Control+Z');
    assert.doesNotMatch(await cell.locator('.cm-content').innerText(), /à compléter/);
  });

  it("leaves no error on the browser's console", () => {
    assert.deepEqual(page().errors, []);
  });

  async function runCheck(name: string): Promise<string> {
    const cell = await page().cell("check('conv1d'");
    await cell.locator('.cm-content').click();
    await page().page.keyboard.press('Control+Enter');
    await page().page.waitForTimeout(500);
    await page().kernelIdle();
    await page().page.waitForTimeout(500);
    await page().page.screenshot({ path: screenshot(name) });
    return cell.locator('.jp-OutputArea').innerText();
  }
});
