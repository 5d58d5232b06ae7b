/** A lesson exported as a web page and opened without a network: figures live, formulas set. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { lessonFile } from '../lessons/lesson-files';
import { executed } from '../lessons/lesson-runs';
import { openChromium, type OpenBrowser } from '../support/chromium';
import { exportHtml, readNotebook } from '../support/notebooks';
import { screenshot } from '../support/open-notebook';
import { assertAnswersKeyboard, playAndPause } from './figure-controls';

/** Tests of one notebook's page; `executes: false` for one that has nothing to run. */
export function readExported(notebook: string, { executes = true } = {}): void {
  describe(`${notebook} as a web page`, function () {
    this.timeout(200_000);
    let folder = '';
    let browser: OpenBrowser | undefined;
    let page: Page;
    const asked: string[] = [];
    const errors: string[] = [];

    before(async () => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'convolab-html-'));
      const [source, out] = ['executed.ipynb', 'page.html'].map((name) => path.join(folder, name));
      const content = executes
        ? (await executed(notebook, 'nbts')).notebook
        : readNotebook(lessonFile(notebook));
      writeFileSync(source!, JSON.stringify(content));
      await exportHtml(source!, out!);
      browser = await openChromium();
      page = await browser.context.newPage();
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(pathToFileURL(out!).toString());
      await page.waitForTimeout(1500);
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('asks nothing of the network and reports no error', () => {
      assert.deepEqual(
        asked.filter((url) => !/^(file|data|blob):/.test(url)),
        [],
      );
      assert.deepEqual(errors, []);
    });

    it('leaves no formula as it was typed', async () => {
      const prose = page.locator('.jp-RenderedMarkdown');
      const typed = (await prose.allInnerTexts()).filter((text) => /\$\$|\\sum|\\times/.test(text));
      assert.deepEqual(typed, []);
    });

    if (executes) {
      it('has live figures', async () => {
        const figures = page.locator('.convolab-figure .js-plotly-plot');
        const boxes = await page.locator('.convolab-figure').count();
        assert.ok(boxes > 0, 'no figure');
        assert.equal(await figures.count(), boxes, 'figures that plotly did not draw');
        const slider = page.locator('.convolab-figure .slider-rail-touch-rect').first();
        await slider.scrollIntoViewIfNeeded();
        const figure = figures.filter({ has: page.locator('.slider-rail-touch-rect') }).first();
        const before = await figure.innerHTML();
        const box = (await slider.boundingBox())!;
        await page.mouse.click(box.x + box.width * 0.95, box.y + box.height / 2);
        await page.waitForTimeout(1500);
        await page.screenshot({ path: screenshot(`${notebook}-html`) });
        assert.notEqual(await figure.innerHTML(), before, 'the slider changed nothing');
        await assertAnswersKeyboard(page, figure);
      });

      it('has films that can be stopped, and say no error', async function () {
        const film = page.locator('.convolab-figure').filter({ hasText: 'Pause' }).first();
        if ((await film.count()) === 0) this.skip();
        await film.scrollIntoViewIfNeeded();
        await playAndPause(page, film);
        assert.deepEqual(errors, []);
      });
    }
  });
}
