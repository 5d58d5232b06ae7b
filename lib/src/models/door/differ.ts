import type { Outline, OutlineRow } from './outline';

/** How a model differs from the one that is expected. */
export interface OutlineDifference {
  /** French, without a full stop: « couche 2 : Dense (5, …) au lieu de Dense (3, …) ». */
  reason: string;
  /** Which cells of the rows differ, "2,1"; or "input", "parameters", "outputs". */
  at: ReadonlySet<string>;
}

/** How the layers differ from the expected ones, the first of them in words; null where they do not. */
export function differenceOf(got: Outline, expected: Outline): OutlineDifference | null {
  if (got.input !== expected.input) {
    return differs(`l’entrée est ${got.input} au lieu de ${expected.input}`, 'input');
  }
  const length = Math.max(got.layers.length, expected.layers.length);
  for (let i = 0; i < length; i++) {
    const [has, wants] = [got.layers[i], expected.layers[i]];
    const columns = [0, 1, 2, 3, 4].filter((column) => has?.[column] !== wants?.[column]);
    if (columns.length === 0) continue;
    const fork = forkThatDiffers(got, expected, i);
    if (fork !== null) return fork;
    const at = columns.map((column) => `${i},${column}`);
    const reason =
      columns[0] === 4
        ? `couche ${i + 1}\u00a0: ${wants![0]} reçoit ${sourcesText(has!, i)} au lieu de ${sourcesText(wants!, i)}`
        : `couche ${i + 1}\u00a0: ${rowText(has)} au lieu de ${rowText(wants)}`;
    return differs(reason, ...at);
  }
  if (String(got.outputs) !== String(expected.outputs)) {
    const text = ({ outputs = [length] }: Outline) => outputs.join(', ');
    return differs(
      `les sorties sont celles des couches ${text(got)} au lieu de ${text(expected)}`,
      'outputs',
    );
  }
  return got.parameters === expected.parameters
    ? null
    : differs(`${got.parameters} paramètres au lieu de ${expected.parameters}`, 'parameters');
}

const differs = (reason: string, ...at: string[]): OutlineDifference => ({
  reason,
  at: new Set(at),
});

/** The first of the layers that are alike, `alike` of them, which is not read as often as it should be. */
function forkThatDiffers(got: Outline, expected: Outline, alike: number): OutlineDifference | null {
  const [has, wants] = [readersOf(got), readersOf(expected)];
  for (let place = 0; place <= alike; place++) {
    const [found, wanted] = [has.get(place) ?? 0, wants.get(place) ?? 0];
    // Where one of them ends, the layer that is missing tells more.
    if (found === wanted || found * wanted === 0) continue;
    const [type] = expected.layers[place - 1] ?? [];
    const behind = type === undefined ? 'après l’entrée' : `après la couche ${place} (${type})`;
    return differs(
      `${behind}, on attend ${branchesText(wanted)}, il y en a ${countText(found)}`,
      `${place - 1},0`,
    );
  }
  return null;
}

/** How often each layer is read, by its number; the image is 0. */
function readersOf({ layers }: Outline): Map<number, number> {
  const readers = new Map<number, number>();
  for (const [i, [, , , , from = String(i)]] of layers.entries()) {
    for (const source of from.split(', ').map(Number)) {
      readers.set(source, (readers.get(source) ?? 0) + 1);
    }
  }
  return readers;
}

const counts = ['', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six'];
const countText = (count: number): string => counts[count] ?? String(count);
const branchesText = (count: number): string =>
  `${countText(count)} branche${count > 1 ? 's' : ''}`;

function sourcesText([, , , , from]: OutlineRow, i: number): string {
  const sources = (from ?? String(i)).split(', ');
  const names = sources.map((place) => (place === '0' ? 'l’entrée' : place));
  if (sources.length > 4) return `${sources.length} branches (${names.join(', ')})`;
  return names.join(' et ');
}

function rowText(row: OutlineRow | undefined): string {
  if (row === undefined) return 'rien';
  const [type, output, parameters, activation] = row;
  const details = [output, ...(parameters > 0 ? [`${parameters} paramètres`] : []), activation];
  return `${type} (${details.filter((detail) => detail !== '').join(', ')})`;
}
