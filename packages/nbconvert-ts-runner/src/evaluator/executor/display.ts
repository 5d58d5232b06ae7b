/** What a cell may show: the door for libraries, tslab's own display functions, and last expressions. */
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { CellPlace, MimeBundle } from '../types';
import { onInterrupt } from './cells';
import { importsBehind } from './imports';
import { cut, textLimits } from '../wire/limits';
import type { CallLimit } from '../wire/messages';
import { send, sendOutput } from './output';
import { callType } from './type-questions';

type Metadata = Record<string, unknown>;
interface Transient {
  display_id?: string;
}

/** The door that libraries find at `globalThis[Symbol.for('convolab.executor')]`. */
export interface ExecutorDoor {
  display(data: MimeBundle, metadata?: Metadata, transient?: Transient): void;
  updateDisplay(data: MimeBundle, metadata: Metadata, transient: Transient): void;
  clearOutput(wait?: boolean): void;
  /** Called when the reader interrupts the cell; what it returns takes the listener away. */
  onInterrupt(listener: () => void): () => void;
  /** The modules behind what cells define by this name: imported there, or where that takes names from. */
  importsBehind(name: string): string[];
  /** The cell of the notebook that runs, where the front end says which. */
  notebookCell(): CellPlace | undefined;
  /** Gives that cell another text, once it has run without an error. */
  replaceCell(text: string): void;
  /**
   * Asks for the cell to be stopped, as the reader would, when what it does now takes too long; what it returns
   * takes that back. Missing where a grade is decided.
   */
  limit?: (limit: CallLimit) => () => void;
  /** What a type of the notebook comes to for these arguments, as text; rejects where TypeScript refuses. */
  callType(name: string, args: readonly unknown[]): Promise<string>;
  /** True where a grade is decided: `check` and its like do nothing there. */
  sandboxed: boolean;
}

let place: CellPlace | undefined;

/** Called when a cell begins. */
export function standAt(begun: CellPlace | undefined): void {
  place = begun;
}

export function openDoor(sandboxed: boolean): void {
  const door: ExecutorDoor = {
    display: show,
    updateDisplay: (data, metadata, transient) => {
      sendOutput({ type: 'update_display_data', data, metadata, transient });
    },
    clearOutput: (wait = false) => {
      sendOutput({ type: 'clear_output', wait });
    },
    onInterrupt,
    importsBehind,
    notebookCell: () => place,
    replaceCell: (text) => {
      sendOutput({ type: 'replace_cell', text });
    },
    ...(sandboxed ? {} : { limit: limitCall }),
    callType,
    sandboxed,
  };
  Object.defineProperty(globalThis, Symbol.for('convolab.executor'), {
    value: Object.freeze(door),
  });
}

function limitCall({ ms, late, died }: CallLimit): () => void {
  const short = (text: string): string => cut(text, textLimits.limitText);
  send({ type: 'limit', limit: { ms, late: short(late), died: short(died) } });
  return () => {
    send({ type: 'limit', limit: null });
  };
}

const liveFigure = 'application/vnd.plotly.v1+json';
const picture = 'image/png';

/**
 * Shows a bundle. A plotly figure with a picture goes out in two steps: plotly's own JupyterLab extension
 * shows a picture, where there is one, in place of the figure until the mouse comes; so the picture follows
 * as an update. A figure that lives already goes on living, and what knows no plotly takes the picture.
 */
function show(data: MimeBundle, metadata: Metadata = {}, transient: Transient = {}): void {
  if (!isFigureWithPicture(data)) {
    sendOutput({ type: 'display_data', data, metadata, transient });
    return;
  }
  const { [picture]: _later, ...live } = data;
  const named = { display_id: transient.display_id ?? randomBytes(8).toString('hex') };
  sendOutput({ type: 'display_data', data: live, metadata, transient: named });
  sendOutput({ type: 'update_display_data', data, metadata, transient: named });
}

function isFigureWithPicture(data: MimeBundle): boolean {
  return liveFigure in data && picture in data;
}

/** tslab's `display`: one mime type a call; with an id, the second call replaces the first. */
class TslabDisplay {
  private shown = false;
  constructor(private readonly id?: string) {}
  javascript = (s: string): void => this.raw('text/javascript', s);
  html = (s: string): void => this.raw('text/html', s);
  markdown = (s: string): void => this.raw('text/markdown', s);
  latex = (s: string): void => this.raw('text/latex', s);
  svg = (s: string): void => this.raw('image/svg+xml', s);
  png = (b: Uint8Array): void => this.raw('image/png', b);
  jpeg = (b: Uint8Array): void => this.raw('image/jpeg', b);
  gif = (b: Uint8Array): void => this.raw('image/gif', b);
  pdf = (b: Uint8Array): void => this.raw('application/pdf', b);
  text = (s: string): void => this.raw('text/plain', s);

  raw = (contentType: string, content: string | Uint8Array): void => {
    const value = typeof content === 'string' ? content : Buffer.from(content).toString('base64');
    sendOutput({
      type: this.shown ? 'update_display_data' : 'display_data',
      data: { [contentType]: value },
      metadata: {},
      transient: this.id === undefined ? {} : { display_id: this.id },
    });
    this.shown = this.id !== undefined;
  };
}

/** What `require('tslab')` gives in a cell. */
export const tslab = {
  versions: { tslab: '1.0.22', typescript: '5.0.4', node: process.version },
  display: new TslabDisplay(),
  newDisplay: (): TslabDisplay => new TslabDisplay(randomBytes(8).toString('hex')),
};

/** The bundle of a cell's last expression; undefined for what is not worth showing, or has been shown. */
export async function resultOf(
  value: unknown,
): Promise<{ data: MimeBundle; metadata: Metadata } | undefined> {
  if (value === undefined || value === null) return undefined;
  const hook = (value as Record<symbol, unknown>)[Symbol.for('Jupyter.display')];
  if (typeof hook === 'function') {
    const data = await (hook as () => MimeBundle | Promise<MimeBundle>).call(value);
    if (typeof data !== 'object' || Array.isArray(data)) {
      throw new TypeError(
        `Impossible d'afficher la valeur : sa méthode Jupyter.display rend ${inspect(data)} au lieu d'un objet ` +
          "{ 'text/plain': … } ; corrigez ce qu'elle rend.",
      );
    }
    if (!isFigureWithPicture(data)) return { data, metadata: {} };
    show(data); // a result cannot be updated: the figure is shown as a display
    return undefined;
  }
  return { data: { 'text/plain': inspect(tensorView(value) ?? value) }, metadata: {} };
}

/** A tfjs tensor shown by its values rather than by its bookkeeping. */
function tensorView(value: unknown): unknown {
  const tensor = value as {
    dataSync?: unknown;
    shape?: unknown;
    dtype?: unknown;
    arraySync?: unknown;
  };
  if (typeof tensor.dataSync !== 'function' || typeof tensor.arraySync !== 'function') return null;
  return {
    shape: tensor.shape,
    dtype: tensor.dtype,
    values: (tensor.arraySync as () => unknown)(),
  };
}
