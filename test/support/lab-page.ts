/** A notebook open in JupyterLab, and what its reader does with it. */
import type { BrowserContext, Locator, Page } from 'playwright-core';

/** What JupyterLab itself says on every page and no reader is hurt by. */
const harmless = [/favicon/, /ResizeObserver loop/];

export class LabPage {
  /** What the browser's console called an error. */
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      const text = `${message.text()} ${message.location().url}`;
      if (message.type() === 'error' && !harmless.some((known) => known.test(text))) {
        this.errors.push(text);
      }
    });
    page.on('pageerror', (error) => {
      if (!harmless.some((known) => known.test(String(error)))) this.errors.push(String(error));
    });
  }

  /** Opens a notebook of the work folder and waits for its kernel. */
  static async open(context: BrowserContext, labUrl: string, notebook: string): Promise<LabPage> {
    const lab = new LabPage(await context.newPage());
    const url = new URL(labUrl);
    url.pathname = `/lab/workspaces/${notebook.replace(/\W+/g, '-')}/tree/${notebook}`;
    url.searchParams.set('reset', '');
    await lab.page.goto(url.toString());
    await lab.page.locator('.jp-NotebookPanel .jp-CodeCell').first().waitFor({ timeout: 60_000 });
    await lab.kernelIdle();
    const dialog = lab.page.locator('.jp-Dialog-content');
    if (await dialog.isVisible())
      throw new Error(`A dialog stands open: ${await dialog.innerText()}`);
    return lab;
  }

  /** Waits until the status bar says so: kernel there, nothing running. */
  async kernelIdle(): Promise<void> {
    await this.page
      .locator('#jp-main-statusbar', { hasText: /TypeScript \| Idle/ })
      .waitFor({ timeout: 60_000 });
  }

  /** One of JupyterLab's own commands, by name. */
  async command(id: string, args: Record<string, string> = {}): Promise<void> {
    await this.page.evaluate(
      ([name, given]) => {
        const app = globalThis as unknown as {
          jupyterapp: { commands: { execute(id: string, args: unknown): Promise<unknown> } };
        };
        return app.jupyterapp.commands.execute(name, given).then(() => undefined);
      },
      [id, args] as const,
    );
  }

  /** Through the menu, as a student does it. */
  async menu(menu: string, entry: string): Promise<void> {
    await this.page.locator('.lm-MenuBar-itemLabel', { hasText: new RegExp(`^${menu}$`) }).click();
    await this.page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${entry}$`) }).click();
  }

  /** The prompts of code cells, from JupyterLab's own model: numbers, or null where none ran. */
  cellStates(): Promise<
    { source: string; count: number | null; state: string; errors: string[] }[]
  > {
    return this.page.evaluate(() => {
      interface Cell {
        type: string;
        executionCount: number | null;
        executionState: string;
        sharedModel: { source: string };
        outputs: { toJSON(): { output_type: string; evalue?: string }[] };
      }
      const app = globalThis as unknown as {
        jupyterapp: {
          shell: { currentWidget: { content: { model: { cells: Iterable<Cell> } } } };
        };
      };
      const found = [];
      for (const cell of app.jupyterapp.shell.currentWidget.content.model.cells) {
        if (cell.type !== 'code') continue;
        found.push({
          source: cell.sharedModel.source,
          count: cell.executionCount,
          state: cell.executionState,
          errors: cell.outputs
            .toJSON()
            .filter((output) => output.output_type === 'error')
            .map((output) => output.evalue ?? ''),
        });
      }
      return found;
    });
  }

  /** Waits until every code cell with text has run. */
  async allRun(timeoutMs = 180_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const cells = await this.cellStates();
      if (cells.length === 0) throw new Error('The notebook shows no code cell.');
      const waiting = cells.filter(
        (cell) => cell.source.trim() !== '' && (cell.count === null || cell.state === 'running'),
      );
      if (waiting.length === 0) return;
      if (Date.now() > deadline) {
        throw new Error(
          `These cells did not finish:\n${waiting.map((c) => c.source).join('\n---\n')}`,
        );
      }
      await this.page.waitForTimeout(250);
    }
  }

  /** The first code cell whose text contains `text`, brought into view. */
  async cell(text: string): Promise<Locator> {
    await this.scrollTo(text);
    return this.page.locator('.jp-CodeCell', { hasText: text }).first();
  }

  /** JupyterLab draws only what is near the window: go there first. */
  private async scrollTo(text: string): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      const app = globalThis as unknown as {
        jupyterapp: {
          shell: {
            currentWidget: {
              content: {
                widgets: { model: { sharedModel: { source: string }; type: string } }[];
                activeCellIndex: number;
                scrollToItem(index: number, align?: string): Promise<void>;
              };
            };
          };
        };
      };
      const notebook = app.jupyterapp.shell.currentWidget.content;
      const index = notebook.widgets.findIndex(
        (cell) => cell.model.type === 'code' && cell.model.sharedModel.source.includes(wanted),
      );
      notebook.activeCellIndex = index;
      await notebook.scrollToItem(index, 'start');
    }, text);
    await this.page.waitForTimeout(300);
  }

  /** Puts new text into a cell, by the keyboard, and runs it. */
  async rewriteAndRun(text: string, source: string): Promise<void> {
    const cell = await this.cell(text);
    await cell.locator('.cm-content').click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(source);
    await this.page.keyboard.press('Control+Enter');
  }
}
