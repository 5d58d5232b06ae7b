import { impossible, valueText } from '../errors';

/**
 * Refuses options that are no object, or that an operation does not have: a name taken for another
 * (`strides`, as in tfjs) would be passed over in silence.
 *
 * @throws TypeError
 */
export function checkOptions(options: unknown, known: readonly string[], doing: string): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(
      impossible(
        doing,
        `les options sont ${valueText(options)} mais il faut un objet`,
        `donnez par exemple { ${known[0]!}: … }`,
      ),
    );
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(
    impossible(doing, `il n'y a pas d'option ${unknown}`, `les options sont ${known.join(', ')}`),
  );
}
