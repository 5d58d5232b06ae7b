/** How an answer differs from the expected one. */
export interface Difference {
  /** French, without a full stop: « 3 valeurs sur 9 diffèrent ». */
  reason: string;
  /** Paths ("0,2") of the numbers that differ; empty when the kind or the shape is wrong. */
  at: ReadonlySet<string>;
}

/**
 * Compares an answer with the expected one.
 *
 * Numbers are equal with `===` (so -0 is 0) or within `tolerance`; NaN equals nothing, and an
 * infinity only the same infinity.
 *
 * @returns null when they are equal
 */
export function compare(actual: unknown, expected: unknown, tolerance = 0): Difference | null {
  if (kindOf(actual) !== kindOf(expected)) {
    return kindDiffers(actual, expected);
  }
  if (isFields(expected)) return fieldsDiffer(actual as Fields, expected, tolerance);
  const shape = shapeOf(actual);
  const wanted = shapeOf(expected);
  if (shape === null && wanted !== null) {
    return { reason: 'les lignes n’ont pas toutes la même longueur', at: new Set() };
  }
  if (String(shape) !== String(wanted)) {
    return { reason: `forme ${show(shape)} au lieu de ${show(wanted)}`, at: new Set() };
  }
  if (wanted === null && lengthsOf(actual) !== lengthsOf(expected)) {
    return { reason: 'les lignes n’ont pas les longueurs attendues', at: new Set() };
  }
  return leavesDiffer(leaves(actual), leaves(expected), tolerance);
}

/** A plain object, as an answer of several parts: `{ dx, dw, db }`. */
type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields => kindOf(value) === 'un objet';

/** The parts that differ, and where: paths begin with its key ("dx.0,2"). */
function fieldsDiffer(actual: Fields, expected: Fields, tolerance: number): Difference | null {
  const strange = Object.keys(actual).find((key) => !Object.hasOwn(expected, key));
  const at = new Set<string>();
  const reasons: string[] = [];
  for (const [key, wanted] of Object.entries(expected)) {
    if (!Object.hasOwn(actual, key)) return { reason: `la clé ${key} manque`, at: new Set() };
    const difference = compare(actual[key], wanted, tolerance);
    if (difference === null) continue;
    reasons.push(`dans ${key}, ${difference.reason}`);
    const below = difference.at.size > 0 ? difference.at : [''];
    for (const path of below) at.add(`${key}.${path}`);
  }
  if (reasons.length > 0) return { reason: reasons.join(' ; '), at };
  return strange === undefined ? null : { reason: `clé inattendue : ${strange}`, at };
}

function leavesDiffer(
  actual: Map<string, unknown>,
  expected: Map<string, unknown>,
  tolerance: number,
): Difference | null {
  const at = new Set<string>();
  let odd: string | null = null;
  for (const [path, wanted] of expected) {
    const value = actual.get(path);
    if (sameLeaf(value, wanted, tolerance)) continue;
    at.add(path);
    odd ??= oddLeaf(value, wanted, path);
  }
  if (at.size === 0) return null;
  if (odd !== null) return { reason: odd, at };
  if (expected.size === 1) return { reason: 'la valeur diffère', at };
  const verb = at.size === 1 ? 'valeur diffère' : 'valeurs diffèrent';
  return { reason: `${at.size} ${verb} sur ${expected.size}`, at };
}

function sameLeaf(value: unknown, wanted: unknown, tolerance: number): boolean {
  if (isFields(wanted)) return compare(value, wanted, tolerance) === null;
  if (typeof value !== 'number' || typeof wanted !== 'number') return value === wanted;
  return value === wanted || Math.abs(value - wanted) <= tolerance;
}

/** Names what is worse than a wrong value: NaN, a hole, a text for a number. */
function oddLeaf(value: unknown, wanted: unknown, path: string): string | null {
  const where = path === '' ? '' : ` à la position [${path.replaceAll(',', '][')}]`;
  if (Number.isNaN(value))
    return `NaN${where} : une case lue hors du tableau, ou un nombre qui déborde ?`;
  if (value === undefined) return `aucune valeur${where}`;
  if (typeof value === typeof wanted || isFields(value)) return null;
  return `${kindOf(value)}${where} au lieu d’un nombre`;
}

function kindDiffers(actual: unknown, expected: unknown): Difference {
  const reason =
    actual === undefined
      ? 'la fonction ne rend rien (undefined) : manque-t-il un return ?'
      : `reçu ${kindOf(actual)}, attendu ${kindOf(expected)}`;
  return { reason, at: new Set() };
}

/** What a value is, in French: « un nombre », « un tableau », « un objet Map ». */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'un tableau';
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') {
    const { constructor } = (Object.getPrototypeOf(value) ?? {}) as { constructor?: unknown };
    const name = typeof constructor === 'function' ? constructor.name : 'Object';
    return name === 'Object' ? 'un objet' : `un objet ${name}`;
  }
  const names: Record<string, string> = {
    number: 'un nombre',
    string: 'un texte',
    boolean: 'un booléen',
    function: 'une fonction',
  };
  return names[typeof value] ?? `une valeur ${typeof value}`;
}

/** Told by what it is, not by its class: a cell may run in a context of its own. */
export const isTyped = (value: unknown): value is ArrayLike<number> =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

/** The lengths of nested arrays, outermost first; `[]` for one value, null where rows are ragged. */
export function shapeOf(value: unknown): number[] | null {
  if (isTyped(value)) return [value.length];
  if (!Array.isArray(value)) return [];
  const inner = Array.from(value as unknown[], shapeOf);
  const first = inner[0] ?? [];
  if (inner.some((shape) => shape === null || String(shape) !== String(first))) return null;
  return [value.length, ...first];
}

/** The lengths of all rows, of ragged ones too: `[[7], [8, 9]]` gives "[[.],[.,.]]". */
function lengthsOf(value: unknown): string {
  if (!Array.isArray(value) && !isTyped(value)) return '.';
  return `[${Array.from(value as unknown[], lengthsOf).join()}]`;
}

/** Each value that is no array, by its path: `[[7, 8]]` gives "0,0" => 7 and "0,1" => 8. */
function leaves(value: unknown, path: readonly number[] = []): Map<string, unknown> {
  if (isTyped(value)) return leaves(Array.from(value), path);
  if (!Array.isArray(value)) return new Map([[path.join(','), value]]);
  const all = Array.from(value as unknown[], (item, i) => [...leaves(item, [...path, i])]);
  return new Map(all.flat());
}

const show = (shape: number[] | null): string =>
  shape === null ? 'irrégulière' : `[${shape.join(', ')}]`;
