import { impossible, valueText } from './errors';

/** One output in several formats, by MIME type; the reader's screen takes the richest it knows. */
export type MimeBundle = Record<string, unknown>;

/** The method by which a value says how a notebook shows it. */
export const jupyterDisplay: unique symbol = Symbol.for('Jupyter.display');

/** A value that knows how to show itself. */
export interface Displayable {
  [jupyterDisplay](): MimeBundle | Promise<MimeBundle>;
}

/** What ConvoLab's executor of cells puts on `globalThis`, behind `Symbol.for('convolab.executor')`. */
interface ExecutorDoor {
  display(data: MimeBundle, metadata?: Record<string, unknown>): void;
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
  if (!isBundle(value)) {
    throw new TypeError(
      impossible(
        'afficher la valeur',
        `${valueText(value)} n'est ni un affichage par types MIME ni un objet qui sait s'afficher`,
        "utilisez console.log, ou donnez par exemple { 'text/plain': 'bonjour' }",
      ),
    );
  }
  show(value);
}

async function showLater(value: Displayable): Promise<void> {
  show(await value[jupyterDisplay]());
}

function show(bundle: MimeBundle): void {
  const door = executorDoor();
  if (door !== undefined) {
    door.display(bundle);
    return;
  }
  const write = stockTslabWriter();
  if (write !== undefined) {
    write({ data: bundle, metadata: {}, transient: {} }, false);
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
