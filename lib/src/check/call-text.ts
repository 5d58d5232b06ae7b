import type { ExerciseCases, PublicCase } from './cases';
import { shortText } from './sheets';
import { decodeWire } from './wire';

type Parameters = Pick<ExerciseCases, 'parameters' | 'types'>;

/** What a case gives to its function, by the names of the parameters. */
export const namedArguments = (
  item: PublicCase,
  exercise: Parameters,
): { name: string; value: unknown }[] =>
  item.args.map((wire, i) => ({ name: parameter(item, i, exercise), value: decodeWire(wire) }));

/** How a message calls an input. */
export const parameter = (item: PublicCase, index: number, exercise: Parameters): string =>
  exercise.parameters?.[item.call]?.[index] ?? `argument ${index + 1}`;

/**
 * The call of a case in one line: `conv1d(x = [1, 2, 3], stride = 2)`, or `ConvOut<7, 3>` where it is a type.
 *
 * @param isLarge the values that stand by their name alone
 */
export function callText(
  item: PublicCase,
  exercise: Parameters,
  isLarge: (value: unknown) => boolean = () => false,
): string {
  const named = namedArguments(item, exercise);
  if (exercise.types?.includes(item.call)) {
    return `${item.call}<${named.map(({ value }) => shortText(value)).join(', ')}>`;
  }
  const inputs = named.map(({ name, value }) =>
    isLarge(value) ? name : `${name} = ${shortText(value)}`,
  );
  return `${item.call}(${inputs.join(', ')})`;
}
