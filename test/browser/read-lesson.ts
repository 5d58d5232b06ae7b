/** A lesson opened in JupyterLab and read as a student does: all run, figures looked at, the theme changed. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { cellsWithFigures, errorsOf, goToCell, shownCells } from '../support/lab-outputs';
import type { LabPage } from '../support/lab-page';
import { openNotebook, screenshot } from '../support/open-notebook';
import { assertAnswersKeyboard, playAndPause } from './figure-controls';

/** Tests of one lesson; `more` adds tests on the same open page, before the last look at its console. */
export function readLesson(lesson: string, more: (page: () => LabPage) => void = () => {}): void {
  describe(`lesson ${lesson} in JupyterLab`, () => {
    const page = openNotebook(`lecons/${lesson}.ipynb`);

    it('runs every cell to its end by Run All, without an error', async () => {
      await page().menu('Run', 'Run All Cells');
      await page().allRun(240_000);
      assert.deepEqual(errorsOf(await shownCells(page())), []);
    });

    it('draws every figure', async () => {
      for (const cell of cellsWithFigures(await shownCells(page()))) {
        await goToCell(page(), cell.index);
        // A figure that changed while its cell ran is a picture until the mouse comes.
        const drawn = page()
          .page.locator('.jp-Cell.jp-mod-active')
          .locator('.js-plotly-plot .main-svg, .jp-OutputArea-output img')
          .first();
        const box = await drawn.boundingBox({ timeout: 20_000 }).catch(() => null);
        assert.ok(box !== null && box.width > 200 && box.height > 60, `cell ${cell.id}`);
      }
    });

    it('has figures that answer the mouse', async function () {
      const figure = await figureWith(page(), '"sliders"');
      if (figure === undefined) this.skip();
      const box = (await figure.locator('.slider-rail-touch-rect').first().boundingBox())!;
      const before = await figure.innerHTML();
      await page().page.mouse.click(box.x + box.width * 0.95, box.y + box.height / 2);
      await page().page.waitForTimeout(1500);
      await page().page.screenshot({ path: screenshot(`${lesson}-slider`) });
      assert.notEqual(await figure.innerHTML(), before, 'the slider changed nothing');
    });

    it('has figures that answer the keyboard', async function () {
      const figure = await figureWith(page(), '"sliders"');
      if (figure === undefined) this.skip();
      await assertAnswersKeyboard(page().page, figure);
    });

    it('has films that can be stopped, and say no error', async function () {
      const film = await figureWith(page(), 'Pause');
      if (film === undefined) this.skip();
      await playAndPause(page().page, film);
      assert.deepEqual(page().errors, []);
    });

    it('keeps its figures on a white card in the dark theme', async () => {
      await page().command('apputils:change-theme', { theme: 'JupyterLab Dark' });
      await page().page.waitForTimeout(1000);
      await page().page.screenshot({ path: screenshot(`${lesson}-dark`) });
      assert.equal(await page().page.getAttribute('body', 'data-jp-theme-light'), 'false');
      const card = await (
        await figureOf(page())
      )
        .locator('.main-svg')
        .first()
        .evaluate((svg) => svg.ownerDocument.defaultView!.getComputedStyle(svg).backgroundColor);
      assert.equal(card, 'rgb(255, 255, 255)');
    });

    more(page);

    it("leaves no error on the browser's console", () => {
      assert.deepEqual(page().errors, []);
    });
  });
}

/** The first figure of the lesson whose JSON holds some text, brought into view. */
async function figureWith(page: LabPage, text: string): Promise<Locator | undefined> {
  const figures = cellsWithFigures(await shownCells(page));
  const found = figures.find(({ outputs }) => JSON.stringify(outputs).includes(text));
  if (found === undefined) return undefined;
  await goToCell(page, found.index);
  return figureOf(page);
}

/** The figure of the active cell, once it is drawn. */
async function figureOf({ page }: LabPage): Promise<Locator> {
  const figure = page.locator('.jp-Cell.jp-mod-active .js-plotly-plot').first();
  await figure.locator('.main-svg').first().waitFor();
  return figure;
}
