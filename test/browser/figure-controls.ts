/** What a reader without a mouse does with a figure's controls. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** The first slider goes to its start and one step on, by the keyboard; the screen reader is told. */
export async function assertAnswersKeyboard(page: Page, figure: Locator): Promise<void> {
  const slider = figure.locator('[role=slider]').first();
  const said = (): Promise<string | null> => slider.getAttribute('aria-valuetext');
  await slider.focus();
  await page.keyboard.press('Home');
  const first = await said();
  const drawn = await figure.innerHTML();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
  assert.notEqual(await said(), first);
  assert.notEqual(await figure.innerHTML(), drawn, 'the arrow changed nothing');
  assert.equal(await slider.evaluate((one) => one === one.ownerDocument.activeElement), true);
  await page.keyboard.press('End');
  assert.equal(
    await slider.getAttribute('aria-valuenow'),
    await slider.getAttribute('aria-valuemax'),
  );
}

/** A film that is stopped half-way, by the keyboard too; whoever calls looks at the page's errors. */
export async function playAndPause(page: Page, figure: Locator): Promise<void> {
  for (const label of ['Lire', 'Pause']) {
    await figure.locator('[role=button]', { hasText: label }).focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400);
  }
}
