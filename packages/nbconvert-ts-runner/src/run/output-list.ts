/** Gathers what a cell shows into nbformat outputs, as a front end would. */
import type { IOutput } from '@jupyterlab/nbformat';
import type { CellOutput } from '../evaluator/types';

/** The displays of a notebook by id: an update changes them wherever they were shown. */
export type DisplaysById = Map<string, IOutput[]>;

export class OutputList {
  items: IOutput[] = [];
  private clearOnNext = false;

  constructor(private readonly displays: DisplaysById) {}

  add(output: CellOutput): void {
    if (output.type === 'replace_cell') return; // a front end's business: the notebook keeps its text
    if (output.type === 'clear_output') {
      if (output.wait) this.clearOnNext = true;
      else this.items = [];
      return;
    }
    if (this.clearOnNext) {
      this.clearOnNext = false;
      this.items = [];
    }
    if (output.type === 'stream') {
      this.addText(output.name, output.text);
      return;
    }
    const { data, metadata, transient } = output;
    const id = transient?.display_id;
    if (output.type === 'update_display_data') {
      for (const shown of this.displays.get(id ?? '') ?? [])
        Object.assign(shown, { data, metadata });
      return;
    }
    const item = { output_type: 'display_data', data, metadata } as IOutput;
    if (id !== undefined) this.displays.set(id, [...(this.displays.get(id) ?? []), item]);
    this.items.push(item);
  }

  /** Text joins what stands last, where that is of the same stream, as Jupyter does. */
  private addText(name: string, text: string): void {
    const last = this.items.at(-1);
    if (last?.output_type === 'stream' && last['name'] === name) {
      last['text'] = (last['text'] as string) + text;
    } else {
      this.items.push({ output_type: 'stream', name, text });
    }
  }
}
