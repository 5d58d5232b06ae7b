import { impossible, valueText } from './errors';

/** One output in several formats, by MIME type; the reader's screen takes the richest it knows. */
export type MimeBundle = Record<string, unknown>;

/** The method by which a value says how a notebook shows it. */
export const jupyterDisplay: unique symbol = Symbol.for('Jupyter.display');

/** A value that knows how to show itself. */
export interface Displayable {
  /** What a notebook shows of it. */
  [jupyterDisplay](): MimeBundle | Promise<MimeBundle>;
}

/** What ConvoLab's executor of cells puts on `globalThis`, behind `Symbol.for('convolab.executor')`. */
interface ExecutorDoor {
  display(data: MimeBundle, metadata?: Record<string, unknown>, transient?: Transient): void;
  /** Missing where an executor cannot change what it has shown. */
  updateDisplay?(data: MimeBundle, metadata: Record<string, unknown>, transient: Transient): void;
}

/** Jupyter's name for an output that may change later. */
interface Transient {
  display_id?: string;
}

/**
 * Shows a value now, in the middle of a cell. In a notebook it becomes an output of the cell; in a
 * terminal its text is printed.
 *
 * @param value a MIME bundle (shown before the call returns), or a value with a `Jupyter.display`
 *   method: a Volume, a figure (shown once the promise resolves: write `await display(figure)`)
 * @throws TypeError when the value is neither
 */
export function display(value: Displayable): Promise<void>;
export function display(bundle: MimeBundle): void;
export function display(value: Displayable | MimeBundle): Promise<void> | void {
  if (isDisplayable(value)) return showLater(value);
  checkBundle(value);
  show(value);
}

function checkBundle(value: unknown): asserts value is MimeBundle {
  if (isBundle(value)) return;
  throw new TypeError(
    impossible(
      'afficher la valeur',
      `${valueText(value)} n'est ni un affichage par types MIME ni un objet qui sait s'afficher`,
      "utilisez console.log, ou donnez par exemple { 'text/plain': 'bonjour' }",
    ),
  );
}

async function showLater(value: Displayable): Promise<void> {
  show(await value[jupyterDisplay]());
}

/** What `displayLive` gives. */
export interface LiveDisplay {
  /** Shows this in place of what is there. */
  update(bundle: MimeBundle): void;
}

let displays = 0;

/**
 * Shows a bundle that will change: a notebook replaces it in place at each `update`, also once the cell
 * is done. In a terminal the text of each is printed, one below the other.
 *
 * @param bundle formats by MIME type, as `display` takes them
 * @throws TypeError when it is not a MIME bundle
 */
export function displayLive(bundle: MimeBundle): LiveDisplay {
  // The id is the notebook's, where other processes may show things too.
  const id = `convolab-${process.pid}-${displays++}`;
  checkBundle(bundle);
  show(bundle, id);
  return { update: (next) => show(next, id, true) };
}

/** Does what is displayed go to a notebook? */
export function inNotebook(): boolean {
  return executorDoor() !== undefined || stockTslabWriter() !== undefined;
}

/**
 * @param id name of an output that may change
 * @param update whether to change what has been shown under that name
 */
function show(bundle: MimeBundle, id?: string, update = false): void {
  const transient = id === undefined ? {} : { display_id: id };
  const door = executorDoor();
  if (door !== undefined) {
    if (update && door.updateDisplay !== undefined) door.updateDisplay(bundle, {}, transient);
    else if (id !== undefined) door.display(bundle, {}, transient);
    else door.display(bundle);
    return;
  }
  const write = stockTslabWriter();
  if (write !== undefined) {
    write({ data: bundle, metadata: {}, transient }, update);
    return;
  }
  const text = bundle['text/plain'];
  console.log(
    typeof text === 'string' ? text : `[affichage\u00a0: ${Object.keys(bundle).join(', ')}]`,
  );
}

function executorDoor(): ExecutorDoor | undefined {
  return (globalThis as Record<symbol, unknown>)[Symbol.for('convolab.executor')] as
    ExecutorDoor | undefined;
}

type TslabWriter = (content: object, update: boolean) => void;

/**
 * A stock tslab runs cells in its own process and sends bundles through a writer its `jupyter`
 * module exports. Its public `display` takes one format a call, so a figure's picture, text and
 * interactive form would become three outputs. Loading tslab just to ask would be wrong: when it
 * runs us, it is loaded already.
 */
function stockTslabWriter(): TslabWriter | undefined {
  for (const [file, loaded] of Object.entries(require.cache)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file)) continue;
    const writer = (loaded?.exports as { lastWriteDisplayData?: unknown }).lastWriteDisplayData;
    if (typeof writer === 'function') return writer as TslabWriter;
  }
  return undefined;
}

function isDisplayable(value: unknown): value is Displayable {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Displayable>)[jupyterDisplay] === 'function'
  );
}

function isBundle(value: unknown): value is MimeBundle {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => /^[\w.+-]+\/[\w.+-]+$/.test(key));
}
