import assert from 'node:assert/strict';
import path from 'node:path';
import { openChromium, type OpenBrowser } from '../support/chromium';
import { root, serveLab, type ServedLab } from '../support/jupyter';
import { LabPage } from '../support/lab-page';

const screenshot = (name: string): string => path.join(root, 'test', 'screenshots', `${name}.png`);

describe('lesson 1.2 in JupyterLab', function () {
  let lab: ServedLab;
  let browser: OpenBrowser;
  let page: LabPage;
  before(async () => {
    lab = await serveLab();
    browser = await openChromium();
    page = await LabPage.open(browser.context, lab.url, 'lecons/1.2-convolution.ipynb');
  });
  after(async () => {
    await browser.close();
    await lab.stop();
  });

  it('runs every cell to its end by Run All, without an error', async () => {
    await page.menu('Run', 'Run All Cells');
    await page.allRun(240_000);
    const failed = (await page.cellStates()).filter((cell) => cell.errors.length > 0);
    assert.deepEqual(failed, []);
  });

  it('shows plotly figures that answer the mouse', async () => {
    const cell = await page.cell('slidingWindow(image');
    const figure = cell.locator('.js-plotly-plot').first();
    await figure.waitFor();
    await page.page.screenshot({ path: screenshot('lesson-1.2-sliding-window') });
    const before = await figure.innerHTML();
    const slider = figure.locator('.slider-rail-touch-rect').first();
    const box = (await slider.boundingBox())!;
    await page.page.mouse.click(box.x + box.width * 0.95, box.y + box.height / 2);
    await page.page.waitForTimeout(1500);
    await page.page.screenshot({ path: screenshot('lesson-1.2-sliding-window-last-step') });
    assert.notEqual(await figure.innerHTML(), before, 'the slider changed nothing');
  });

  it('is legible in the dark theme too', async () => {
    await page.command('apputils:change-theme', { theme: 'JupyterLab Dark' });
    await page.page.waitForTimeout(1000);
    const theme = await page.page.getAttribute('body', 'data-jp-theme-light');
    await page.page.screenshot({ path: screenshot('lesson-1.2-dark') });
    assert.equal(theme, 'false');
  });

  it("leaves no error on the browser's console", () => {
    assert.deepEqual(page.errors, []);
  });
});
