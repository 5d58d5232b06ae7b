import { spawn } from 'node:child_process';
import { inRoot, root } from '../lib/paths.mjs';
import { bold, green, red, say } from '../lib/log.mjs';
import { setUp } from '../lib/set-up.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);

/** Everything a commit must pass besides the tests; `next` is what to do when it does not. */
const checks = [
  {
    name: 'format',
    command: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    next: 'npm run format',
  },
  { name: 'types', command: [bin('typescript', 'bin', 'tsc'), '-b'], next: 'mend the types above' },
  {
    name: 'types of tests',
    command: [bin('typescript', 'bin', 'tsc'), '-p', 'test/tsconfig.json'],
    next: 'mend the types above',
  },
  {
    name: 'types of benches',
    command: [bin('typescript', 'bin', 'tsc'), '-p', 'lib/bench/tsconfig.json'],
    next: 'mend the types above',
  },
  {
    name: 'notebooks: equal to their text, cells type-checked, no solution under exercises/',
    command: [inRoot('packages', 'nbconvert-ts-runner', 'bin', 'nbts.js'), 'check', '--types'],
    next: 'npm run build:notebooks, and commit what it wrote',
  },
  {
    name: 'glossary and notations: what the tables of the lessons give, no term defined twice',
    command: [inRoot('scripts', 'lessons', 'write-pages.mjs'), '--check'],
    next: 'npm run build:notebooks, and commit what it wrote',
  },
  {
    name: 'public cases and the table of exercises: what their sources give',
    command: ['--require', 'tsx/cjs', inRoot('test', 'exercises', 'build-cases.ts'), '--check'],
    next: 'npm run build:cases, and commit what it wrote',
  },
  {
    name: 'reference: all that is public has a doc comment, no link is dead',
    command: [bin('typedoc', 'bin', 'typedoc')],
    next: 'write the doc comments named above (npm run docs shows them in place)',
  },
  {
    name: 'lint',
    command: [bin('eslint', 'bin', 'eslint.js'), '.'],
    next: 'npx eslint . --fix mends some of it',
  },
];

const help = `Example: npm run check

Checks format, types, notebooks, doc comments and lint (about a minute), all of them even when one fails.
Exit code 1 when one failed.

Checks:
${checks.map(({ name }) => `  ${name}`).join('\n')}`;

export async function main(args) {
  if (args.includes('--help')) {
    say(help);
    return 0;
  }
  await setUp();
  const failed = [];
  for (const check of checks) {
    say(bold(`▸ ${check.name}`));
    const passed = await passes(check.command);
    say(passed ? green('  ✔') : red(`  ✘ next: ${check.next}`));
    if (!passed) failed.push(check.name);
  }
  say(failed.length === 0 ? green('All checks passed.') : red(`Failed: ${failed.join('; ')}`));
  return failed.length === 0 ? 0 : 1;
}

function passes(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve(code === 0));
  });
}
