/**
 * What Stryker would change in some texts. Reads `[{ name, content }]` on stdin, and writes for each
 * text the list of its mutants: `{ mutator, start, end, replacement }`, offsets in the text.
 *
 * A process of its own: Stryker is made of ES modules that import CommonJS as Node does, and tsx,
 * under which the judges run, does not.
 */
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const silent = {
  ...Object.fromEntries(['debug', 'info', 'warn'].map((level) => [level, () => undefined])),
  isDebugEnabled: () => false,
};

/** The words of an error are the student's own: the statements ask for an error of any type. */
const errorMessages = {
  shouldIgnore: (path) => (path.isThrowStatement() ? 'the message of an error' : undefined),
};

const texts = JSON.parse(readFileSync(0, 'utf8'));
const found = [];
for (const { name, content } of texts) {
  const { mutants } = await new Instrumenter(silent).instrument([{ name, content, mutate: true }], {
    plugins: null,
    excludedMutations: [],
    ignorers: [errorMessages],
  });
  const lines = content.split('\n');
  const offset = ({ line, column }) =>
    lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + column;
  found.push(
    mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ mutatorName, location, replacement }) => ({
        mutator: mutatorName,
        start: offset(location.start),
        end: offset(location.end),
        replacement,
      })),
  );
}
process.stdout.write(JSON.stringify(found));
