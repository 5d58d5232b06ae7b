import type { Diagnostic } from './types';

/** « No overload matches this call » and « The last overload gave the following error »: the error follows. */
const ofOverloads = [2769, 2770];

/**
 * What TypeScript says of a cell, without what only leads up to it. A library may give a parameter that
 * cannot be right the text of an error as its type (« Impossible de … »): then that is what is told.
 */
export function plainDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const telling = diagnostics.filter(({ code }) => !ofOverloads.includes(code));
  return (telling.length > 0 ? telling : diagnostics).map((found) => ({
    ...found,
    message: inOwnWords(found.message),
  }));
}

const refusal =
  /^Argument of type '(?<type>.+)' is not assignable to parameter of type '["`](?<text>Impossible .+\.)["`]'\.$/s;

function inOwnWords(message: string): string {
  const found = refusal.exec(message)?.groups;
  if (found === undefined) return message;
  const text = found['text']!.replaceAll('${number}', '?').replace(
    /\\u([0-9a-f]{4})/gi,
    (_, code: string) => String.fromCharCode(parseInt(code, 16)),
  );
  return `${text} L’argument est de type ${found['type']!}.`;
}
