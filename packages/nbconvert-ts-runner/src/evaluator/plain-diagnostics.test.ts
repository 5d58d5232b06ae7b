import { strict as assert } from 'node:assert';
import { plainDiagnostics } from './plain-diagnostics';
import type { Diagnostic } from './types';

const at = { line: 1, column: 15, length: 3, fileName: '' };
const told = (...found: [code: number, message: string][]): string[] =>
  plainDiagnostics(found.map(([code, message]): Diagnostic => ({ ...at, code, message }))).map(
    ({ message }) => message,
  );

const overloads: [number, string][] = [
  [2769, 'No overload matches this call.'],
  [2770, 'The last overload gave the following error.'],
];

describe('plainDiagnostics()', () => {
  it('leaves out that no overload matches, and tells why none does', () => {
    assert.deepEqual(told(...overloads, [2561, 'Did you mean poolSize?']), [
      'Did you mean poolSize?',
    ]);
    assert.deepEqual(told(overloads[0]!), [overloads[0]![1]]);
  });

  it('tells a refusal of the library in its own words', () => {
    const type = 'parameter of type \'"Impossible de convoluer\u00a0: 1 canal\u00a0; donnez 3."\'.';
    assert.deepEqual(
      told(...overloads, [2345, `Argument of type 'Volume<5, 5>' is not assignable to ${type}`]),
      [
        'Impossible de convoluer\u00a0: 1 canal\u00a0; donnez 3. L’argument est de type Volume<5, 5>.',
      ],
    );
    const template = "parameter of type '`Impossible de lire\\u00A0: [${number}, filtres].`'.";
    assert.deepEqual(told([2345, `Argument of type 'V' is not assignable to ${template}`]), [
      'Impossible de lire\u00a0: [?, filtres]. L’argument est de type V.',
    ]);
  });
});
