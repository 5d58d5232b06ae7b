import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openChromium, type OpenBrowser } from '../support/chromium';
import { serveLab, type ServedLab } from '../support/jupyter';
import { LabPage } from '../support/lab-page';
import { screenshot } from '../support/open-notebook';

const cells = [
  `import * as tf from '@convolab/lib/tf';
import { train } from '@convolab/lib/graph';
import { loadMnist } from '@convolab/lib';
const { train: digits, test } = loadMnist({ train: 2000, test: 500 });
const model = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 4, kernelSize: 5, activation: 'relu' }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 10, activation: 'softmax' }),
] });
const shared = { checkpoint: 'reprise.safetensors', resume: true, validation: test };`,
  `const first = await train(model, digits, { epochs: 10_000, ...shared });`,
  `const past = await train(model, digits, { epochs: 1, ...shared, progress: false });
const before = past.metrics.loss!.length;
const second = await train(model, digits, { epochs: before + 2, ...shared });
console.log('époques :', second.metrics.loss!.length - before, second.stoppedBy);`,
];

describe('a training in JupyterLab', () => {
  let lab: ServedLab;
  let browser: OpenBrowser;
  let page: LabPage;

  before(async () => {
    lab = await serveLab();
    writeFileSync(path.join(lab.work, 'training.ipynb'), JSON.stringify(notebookOf(cells)));
    browser = await openChromium();
    page = await LabPage.open(browser.context, lab.url, 'training.ipynb');
  });
  after(async () => {
    await browser.close();
    await lab.stop();
  });

  it('shows where it stands in one output, and can be interrupted in the middle of an epoch', async () => {
    await page.menu('Run', 'Run All Cells');
    const output = (await page.cell('const first')).locator('.jp-OutputArea');
    await output.getByText(/Époque \d+\/10000\s:/).waitFor({ timeout: 120_000 });
    await page.page.screenshot({ path: screenshot('training-runs') });
    const running = await output.innerText();
    assert.match(running, /Époque \d+\/10000 [█░]{24} \d+\/63 · perte .* · exactitude .* · reste /);
    await page.command('notebook:interrupt-kernel');
    await output.getByText('Entraînement interrompu').waitFor();
    await page.kernelIdle();
    await page.page.screenshot({ path: screenshot('training-interrupted') });
  });

  it('goes on from its last finished epoch, with the variables of the notebook still there', async () => {
    await page.page.waitForTimeout(500);
    const cell = await page.cell('const second');
    await cell.locator('.cm-content').click();
    await page.page.keyboard.press('Control+Enter');
    await cell.locator('.jp-OutputArea').getByText('époques : 2 epochs').waitFor();
    await page.page.screenshot({ path: screenshot('training-resumed') });
    assert.deepEqual(
      readdirSync(lab.work).filter((name) => name.startsWith('reprise')),
      ['reprise.safetensors'],
    );
    assert.deepEqual(page.errors, []);
  });
});

function notebookOf(sources: readonly string[]): object {
  return {
    cells: sources.map((source, i) => ({
      cell_type: 'code',
      id: `cell${i}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
    metadata: {
      kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' },
      language_info: { name: 'typescript' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
