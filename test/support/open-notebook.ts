/** One JupyterLab, one browser and one open notebook for a whole describe(). */
import path from 'node:path';
import { openChromium, type OpenBrowser } from './chromium';
import { root, serveLab, type ServedLab } from './jupyter';
import { LabPage } from './lab-page';

/** Where the tests leave what they saw (not committed). */
export const screenshot = (name: string): string =>
  path.join(root, 'test', 'screenshots', `${name}.png`);

/** Opens a notebook of the work folder before the tests of the enclosing describe(), closes all after. */
export function openNotebook(notebook: string): (() => LabPage) & { work: () => string } {
  let lab: ServedLab | undefined;
  let browser: OpenBrowser | undefined;
  let page: LabPage | undefined;
  before(async () => {
    lab = await serveLab();
    browser = await openChromium();
    page = await LabPage.open(browser.context, lab.url, notebook);
  });
  after(async () => {
    await browser?.close();
    await lab?.stop();
  });
  return Object.assign(() => page!, { work: () => lab!.work });
}
