import assert from 'node:assert/strict';
import { openNotebook, screenshot } from '../support/open-notebook';

describe('lesson 1.2 in JupyterLab', () => {
  const page = openNotebook('lecons/1.2-convolution.ipynb');

  it('runs every cell to its end by Run All, without an error', async () => {
    await page().menu('Run', 'Run All Cells');
    await page().allRun(240_000);
    const failed = (await page().cellStates()).filter((cell) => cell.errors.length > 0);
    assert.deepEqual(failed, []);
  });

  it('shows plotly figures that answer the mouse', async () => {
    const cell = await page().cell('slidingWindow(image');
    const figure = cell.locator('.js-plotly-plot').first();
    await figure.waitFor();
    await page().page.screenshot({ path: screenshot('lesson-1.2-sliding-window') });
    const before = await figure.innerHTML();
    const slider = figure.locator('.slider-rail-touch-rect').first();
    const box = (await slider.boundingBox())!;
    await page().page.mouse.click(box.x + box.width * 0.95, box.y + box.height / 2);
    await page().page.waitForTimeout(1500);
    await page().page.screenshot({ path: screenshot('lesson-1.2-sliding-window-last-step') });
    assert.notEqual(await figure.innerHTML(), before, 'the slider changed nothing');
  });

  it('keeps its figures on a white card in the dark theme', async () => {
    await page().command('apputils:change-theme', { theme: 'JupyterLab Dark' });
    await page().page.waitForTimeout(1000);
    await page().page.screenshot({ path: screenshot('lesson-1.2-dark') });
    assert.equal(await page().page.getAttribute('body', 'data-jp-theme-light'), 'false');
    const figure = page().page.locator('.js-plotly-plot .main-svg').first();
    const card = await figure.evaluate(
      (svg) => svg.ownerDocument.defaultView!.getComputedStyle(svg).backgroundColor,
    );
    assert.equal(card, 'rgb(255, 255, 255)');
  });

  it("leaves no error on the browser's console", () => {
    assert.deepEqual(page().errors, []);
  });
});
