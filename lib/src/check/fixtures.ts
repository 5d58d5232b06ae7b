/**
 * What a case passes in by name because it acts: a callback, a model. A given cell of the notebook
 * defines it, and the check cell hands it over beside the answer: `check('id', { id, quadratic })`.
 */
export interface Fixture {
  fixture: string;
  /** With arguments, what the function of that name returns for them. */
  args?: unknown[];
}

/** Whether a decoded argument names a fixture. */
export function isFixture(value: unknown): value is Fixture {
  const { fixture, args = [] } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof fixture === 'string' && Array.isArray(args);
}

/**
 * The arguments of a call, each fixture replaced by what it is in `scope`.
 *
 * @throws TypeError where `scope` has none of that name
 */
export const resolveFixtures = (
  args: readonly unknown[],
  scope: Readonly<Record<string, unknown>>,
): unknown[] => args.map((arg) => (isFixture(arg) ? resolve(arg, scope) : arg));

function resolve({ fixture, args }: Fixture, scope: Readonly<Record<string, unknown>>): unknown {
  const found = scope[fixture];
  if (args === undefined && found !== undefined) return found;
  if (typeof found === 'function') return (found as (...args: unknown[]) => unknown)(...args!);
  throw new TypeError(
    `Impossible d’essayer ce cas : « ${fixture} », que l’exercice fournit, n’a pas été donné à check ; ` +
      'remettez la cellule fournie et la cellule check comme elles étaient.',
  );
}
