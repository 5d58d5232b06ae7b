import { Mismatch } from './errors';

export interface SameOptions {
  /** Largest difference allowed between two numbers; 0 (the default) means exactly equal. */
  tolerance?: number;
  /** Whether an infinite number may be the right answer; false by default. */
  allowInfinity?: boolean;
}

/**
 * Asserts that an answer is the expected one: same kind, same shape, same values.
 *
 * Numbers compare with `===` (so -0 is 0) or within `tolerance`; NaN equals nothing, itself
 * included, and an infinity is refused unless `allowInfinity`. Lists compare item by item, tensors
 * (`{ shape, data }`) by shape then data, other objects by their own keys. A typed array is not a list.
 *
 * @throws Mismatch whose French message names the shapes, or the first and the smallest difference
 * @example
 * assertSame([1, 2.0000001], [1, 2], { tolerance: 1e-6 });
 */
export function assertSame(actual: unknown, expected: unknown, options: SameOptions = {}): void {
  const { tolerance = 0, allowInfinity = false } = options;
  const shapes = [shapeOf(actual), shapeOf(expected)] as const;
  if (shapes[0] && shapes[1] && String(shapes[0]) !== String(shapes[1])) {
    throw new Mismatch(
      `Forme reçue : [${shapes[0].join(', ')}] ; forme attendue : [${shapes[1].join(', ')}].`,
      'shape',
    );
  }
  const gaps: Gap[] = [];
  compare(actual, expected, '', { tolerance, allowInfinity, gaps });
  const first = gaps[0];
  if (!first) return;
  if (gaps.length === 1) throw new Mismatch(`${phrase(first)}.`, 'value');
  const smallest = gaps.reduce((a, b) => (b.size < a.size ? b : a));
  throw new Mismatch(
    `${gaps.length} valeurs diffèrent ; la première : ${phrase(first)}` +
      (smallest === first ? '.' : ` ; le plus petit écart : ${phrase(smallest)}.`),
    'value',
  );
}

interface Gap {
  path: string;
  actual: number;
  expected: number;
  size: number;
}

interface Walk {
  tolerance: number;
  allowInfinity: boolean;
  gaps: Gap[];
}

const phrase = (gap: Gap): string =>
  `${gap.path ? `en ${gap.path}, ` : ''}reçu ${gap.actual}, attendu ${gap.expected}`;

/** Compares one value and what is below it; collects the gaps between numbers, throws on the rest. */
function compare(actual: unknown, expected: unknown, path: string, walk: Walk): void {
  if (typeof expected === 'number') {
    compareNumbers(actual, expected, path, walk);
    return;
  }
  if (isList(expected)) {
    if (!isList(actual) || kindOf(actual) !== kindOf(expected)) refuseKind(actual, expected, path);
    if (actual.length !== expected.length) {
      throw new Mismatch(
        `${at(path)}longueur reçue : ${actual.length} ; longueur attendue : ${expected.length}.`,
        'shape',
      );
    }
    for (let i = 0; i < expected.length; i++) {
      compare(actual[i], expected[i], `${path}[${i}]`, walk);
    }
    return;
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || isList(actual)) {
      refuseKind(actual, expected, path);
    }
    compareObjects(actual, expected, path, walk);
    return;
  }
  if (actual !== expected) {
    if (typeof actual !== typeof expected) refuseKind(actual, expected, path);
    throw new Mismatch(`${at(path)}reçu ${show(actual)}, attendu ${show(expected)}.`, 'value');
  }
}

function compareNumbers(actual: unknown, expected: number, path: string, walk: Walk): void {
  if (typeof actual !== 'number') refuseKind(actual, expected, path);
  if (Number.isNaN(actual)) {
    throw new Mismatch(`${at(path)}reçu NaN (« pas un nombre »), attendu ${expected}.`, 'nan');
  }
  if (!walk.allowInfinity && !Number.isFinite(actual)) {
    throw new Mismatch(`${at(path)}reçu ${actual}, attendu un nombre fini.`, 'value');
  }
  if (actual === expected) return;
  const size = Math.abs(actual - expected);
  if (size <= walk.tolerance) return; // false when either is NaN
  walk.gaps.push({ path, actual, expected, size: Number.isNaN(size) ? Infinity : size });
}

function compareObjects(actual: object, expected: object, path: string, walk: Walk): void {
  const wanted = isTensor(expected) ? ['shape', 'data'] : Object.keys(expected);
  for (const key of wanted) {
    if (!Object.hasOwn(actual, key)) {
      throw new Mismatch(`${at(path)}la clé « ${key} » manque.`, 'shape');
    }
    const below = path === '' ? key : `${path}.${key}`;
    compare(
      (actual as Record<string, unknown>)[key],
      (expected as Record<string, unknown>)[key],
      below,
      walk,
    );
  }
  const extra = isTensor(expected) ? [] : Object.keys(actual).filter((k) => !wanted.includes(k));
  if (extra.length > 0) {
    throw new Mismatch(`${at(path)}clé inattendue : « ${extra[0]} ».`, 'shape');
  }
}

type List = ArrayLike<unknown>;

const isList = (value: unknown): value is List =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const isTensor = (value: object): boolean =>
  Array.isArray((value as { shape?: unknown }).shape) && isList((value as { data?: unknown }).data);

/**
 * The lengths of nested lists, outermost first, or null where they are ragged or not lists. Looks at
 * nothing behind the first list that does not fit.
 */
function shapeOf(value: unknown): number[] | null {
  if (!Array.isArray(value)) return null;
  const shape: number[] = [];
  for (let inner: unknown = value; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
  return hasShape(value, shape, 0) ? shape : null;
}

function hasShape(value: unknown, shape: number[], depth: number): boolean {
  if (depth === shape.length) return !Array.isArray(value);
  return (
    Array.isArray(value) &&
    value.length === shape[depth] &&
    value.every((item) => hasShape(item, shape, depth + 1))
  );
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined (rien n’est renvoyé)';
  if (Array.isArray(value)) return 'une liste (Array)';
  if (ArrayBuffer.isView(value)) return `un ${value.constructor.name}`;
  const names: Record<string, string> = {
    number: 'un nombre',
    string: 'un texte',
    boolean: 'un booléen',
    function: 'une fonction',
  };
  return names[typeof value] ?? 'un objet';
}

function refuseKind(actual: unknown, expected: unknown, path: string): never {
  throw new Mismatch(`${at(path)}reçu ${kindOf(actual)}, attendu ${kindOf(expected)}.`, 'type');
}

const at = (path: string): string => (path === '' ? '' : `En ${path} : `);

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};
