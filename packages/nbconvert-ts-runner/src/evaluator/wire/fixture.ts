/**
 * Arguments that cannot cross because they act: a callback, a model. A test names one that lies on the
 * other side, in a given cell of the notebook, and the executor hands over what the name stands for.
 */
import { encodeValue } from './values';

/**
 * A value that a given cell of the notebook defines: the one of that name, or, with `args`, what
 * the function of that name returns for them.
 *
 * @example
 * await student.numericGradient({ fixture: 'quadratic', args: [[2, 3]] }, [1, 1])
 */
export interface Fixture {
  fixture: string;
  args?: unknown[];
}

/** Whether a value names a fixture: an object with the key `fixture`, and `args` at most. */
export function isFixture(value: unknown): value is Fixture {
  if (typeof value !== 'object' || value === null) return false;
  const { fixture, args = [], ...rest } = value as Record<string, unknown>;
  return typeof fixture === 'string' && Array.isArray(args) && Object.keys(rest).length === 0;
}

/** What a fixture is where it is to be called. @throws ReferenceError where `scope` has none */
export function resolveFixture(
  fixture: Fixture,
  scope: Readonly<Record<string, unknown>>,
): unknown {
  const { fixture: name, args } = fixture;
  const found = scope[name];
  if (found === undefined || (args !== undefined && typeof found !== 'function')) {
    throw new ReferenceError(
      `« ${name} » manque : c'est une donnée de l'exercice ; gardez les cellules fournies.`,
    );
  }
  return args === undefined ? found : (found as (...args: unknown[]) => unknown)(...args);
}

/** The arguments of a call, each fixture replaced by what it is in `scope`. */
export const resolveFixtures = (
  args: readonly unknown[],
  scope: Readonly<Record<string, unknown>>,
): unknown[] => args.map((arg) => (isFixture(arg) ? resolveFixture(arg, scope) : arg));

/** An argument on the wire: a value, or the name of a fixture under a tag that no value has. */
export const encodeArgument = (arg: unknown): unknown =>
  isFixture(arg) ? { $: 'fixture', v: encodeValue(arg) } : encodeValue(arg);

/** The fixture that a wire argument names, still encoded; null where it is a value. */
export const fixtureOnWire = (wire: unknown): { v: unknown } | null =>
  typeof wire === 'object' && (wire as { $?: unknown } | null)?.$ === 'fixture'
    ? (wire as { v: unknown })
    : null;
