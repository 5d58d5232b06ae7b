/** Models of tfjs as a case compares and shows them: their layers, side by side. */
import type { Outline, OutlineRow, outlineOf as OutlineOf } from '../models/door/outline';
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
  const { onPaper, outlineOf } = loadDoor();
  const got = await callWithin(() => onPaper(build), words);
  return isModel(got) ? outlineOf(got) : got;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- only where it is needed
const loadDoor = () => require('../models/door') as typeof import('../models/door/index');

type Model = Parameters<typeof OutlineOf>[0];

const isModel = (value: unknown): value is Model =>
  Array.isArray((value as Partial<Model> | null)?.layers) && Array.isArray((value as Model).inputs);

/** How the layers differ from the expected ones, the first of them in words; null where they do not. */
export function compareOutlines(got: unknown, expected: Outline): Difference | null {
  if (!isOutline(got)) {
    const what = got === undefined ? 'rien (undefined) : manque-t-il un return ?' : kindOf(got);
    return {
      reason: `la fonction doit rendre un modèle (tf.LayersModel), elle rend ${what}`,
      at: new Set(),
    };
  }
  if (got.input !== expected.input) {
    return {
      reason: `l’entrée est ${got.input} au lieu de ${expected.input}`,
      at: new Set(['input']),
    };
  }
  const length = Math.max(got.layers.length, expected.layers.length);
  for (let i = 0; i < length; i++) {
    const [has, wants] = [got.layers[i], expected.layers[i]];
    const columns = [0, 1, 2, 3].filter((column) => has?.[column] !== wants?.[column]);
    if (columns.length === 0) continue;
    const at = new Set(columns.map((column) => `${i},${column}`));
    return { reason: `couche ${i + 1} : ${rowText(has)} au lieu de ${rowText(wants)}`, at };
  }
  return got.parameters === expected.parameters
    ? null
    : {
        reason: `${got.parameters} paramètres au lieu de ${expected.parameters}`,
        at: new Set(['parameters']),
      };
}

export const isOutline = (value: unknown): value is Outline =>
  typeof (value as Partial<Outline> | null)?.input === 'string' &&
  Array.isArray((value as Outline).layers);

function rowText(row: OutlineRow | undefined): string {
  if (row === undefined) return 'rien';
  const [type, output, parameters, activation] = row;
  const details = [output, ...(parameters > 0 ? [`${parameters} paramètres`] : []), activation];
  return `${type} (${details.filter((detail) => detail !== '').join(', ')})`;
}

/** Layers shown before and behind the first that differs. */
const around = 6;

/** A model's layers as a grid: a line a layer, long ones around the first that differs. */
export function outlineSheet(outline: Outline, at: ReadonlySet<string> = new Set()): Sheet {
  const cell = (text: string, differs = false) => ({ text, differs });
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
  return {
    label: '',
    rows: [
      ['', 'couche', 'sortie', 'paramètres', 'activation'].map((title) => cell(title)),
      ['', 'entrée'].map((text) => cell(text)).concat(cell(outline.input, at.has('input'))),
      ...shown,
      ...(left > 0 ? [[cell('…'), cell(`${left} autres couches`)]] : []),
      [cell(''), cell('en tout'), cell(''), cell(String(outline.parameters), at.has('parameters'))],
    ],
  };
}
