/** Models of tfjs as a case compares and shows them: their layers, side by side. */
import { differenceOf } from '../models/door/differ';
import type { Outline } from '../models/door/outline';
import type { LayersModel } from '../tf/models';
import { callWithin, type CallWords } from './call-within';
import { kindOf, type Difference } from './compare';
import type { Sheet } from './sheets';

export type { Outline };

/**
 * Calls what builds a model, on paper so that a large one takes no memory, and gives its outline; what is no
 * model comes back as it is. tfjs is loaded here, for exercises that are about models.
 *
 * @throws TooLong, or what the call threw
 */
export async function modelWithin(build: () => unknown, words: CallWords): Promise<unknown> {
  const { modelBehind, onPaper, outlineOf, readModel, textOf } = loadDoor();
  const got = await callWithin(() => onPaper(build, 'exercise'), words);
  const model = onPaper(() => modelBehind(got)) as LayersModel | undefined;
  // Read as the grader reads it, so that what it refuses is refused here.
  return model === undefined ? got : outlineOf(await readModel(textOf(model)));
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- only where it is needed
const loadDoor = () => require('../models/door') as typeof import('../models/door/index');

/** How a model differs from the expected one, or that it is none. */
export function compareOutlines(got: unknown, expected: Outline): Difference | null {
  if (isOutline(got)) return differenceOf(got, expected);
  const what =
    got === undefined
      ? 'ne rend rien (undefined) : manque-t-il un return ?'
      : `rend ${kindOf(got)}`;
  return {
    reason: `la fonction doit rendre un modèle (tf.LayersModel), elle ${what}`,
    at: new Set(),
  };
}

export const isOutline = (value: unknown): value is Outline =>
  typeof (value as Partial<Outline> | null)?.input === 'string' &&
  Array.isArray((value as Outline).layers);

/** Layers shown before and behind the first that differs. */
const around = 6;

/** A model's layers as a grid: a line a layer, long ones around the first that differs. */
export function outlineSheet(outline: Outline, at: ReadonlySet<string> = new Set()): Sheet {
  // A shape that is cut at the end of a line is no longer read at a glance.
  const cell = (text: string, differs = false) => ({
    text: text.replaceAll(' × ', '\u00a0×\u00a0'),
    differs,
  });
  const first = Math.min(
    ...[...at].map((path) => Number.parseInt(path, 10)).filter(Number.isFinite),
  );
  const middle = Number.isFinite(first) ? first : 0;
  const shown = outline.layers.flatMap((row, i) =>
    Math.abs(i - middle) > around
      ? []
      : [
          [
            cell(String(i + 1)),
            ...row.map((text, column) => cell(String(text), at.has(`${i},${column}`))),
          ],
        ],
  );
  const left = outline.layers.length - shown.length;
  const branched = outline.layers.some((row) => row.length > 4);
  const titles = ['', 'couche', 'sortie', 'paramètres', 'activation', ...(branched ? ['reçoit'] : [])]; // prettier-ignore
  return {
    label: '',
    rows: [
      titles.map((title) => cell(title)),
      ['', 'entrée'].map((text) => cell(text)).concat(cell(outline.input, at.has('input'))),
      ...shown,
      ...(left > 0 ? [[cell('…'), cell(`${left} autres couches`)]] : []),
      [cell(''), cell('en tout'), cell(''), cell(String(outline.parameters), at.has('parameters'))],
    ],
  };
}
