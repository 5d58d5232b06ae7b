/** What a notebook open in JupyterLab shows, cell by cell, from JupyterLab's own model. */
import type { IOutput } from '@jupyterlab/nbformat';
import type { LabPage } from './lab-page';

/** A code cell and its outputs. */
export interface ShownCell {
  /** Place among all cells, from 0. */
  index: number;
  id: string;
  tags: string[];
  outputs: IOutput[];
}

interface CellModel {
  id: string;
  type: string;
  getMetadata(key: string): unknown;
  outputs: { toJSON(): IOutput[] };
}
interface Lab {
  jupyterapp: {
    shell: {
      currentWidget: {
        content: {
          model: { cells: Iterable<CellModel> };
          activeCellIndex: number;
          scrollToItem(index: number, align?: string): Promise<void>;
        };
      };
    };
  };
}

/** Every code cell of the notebook in front. */
export function shownCells({ page }: LabPage): Promise<ShownCell[]> {
  return page.evaluate(() => {
    const { cells } = (globalThis as unknown as Lab).jupyterapp.shell.currentWidget.content.model;
    return Array.from(cells)
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell }) => cell.type === 'code')
      .map(({ cell, index }) => ({
        index,
        id: cell.id,
        tags: (cell.getMetadata('tags') ?? []) as string[],
        outputs: cell.outputs.toJSON(),
      }));
  });
}

/** Makes a cell the active one and brings it to the top: JupyterLab draws only what is near the window. */
export async function goToCell({ page }: LabPage, index: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { content } = (globalThis as unknown as Lab).jupyterapp.shell.currentWidget;
    content.activeCellIndex = wanted;
    await content.scrollToItem(wanted, 'start');
  }, index);
}

const liveFigure = 'application/vnd.plotly.v1+json';

/** The cells that show a live figure. */
export const cellsWithFigures = (cells: ShownCell[]): ShownCell[] =>
  cells.filter(({ outputs }) =>
    outputs.some((output) => liveFigure in ((output['data'] ?? {}) as object)),
  );

/** The errors that cells show, with the cell's id. */
export const errorsOf = (cells: ShownCell[]): string[] =>
  cells.flatMap(({ id, outputs }) =>
    outputs
      .filter((output) => output.output_type === 'error')
      .map((output) => `${id}: ${output['evalue'] as string}`),
  );
