import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bold, say } from '../lib/log.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';

const help = `Example: npm run bench -- conv
         npm run bench -- conv --quick --only L1
         npm run bench                    lists the benches

Builds what changed, runs lib/bench/NAME.bench.ts, prints times, ratios and gates, and writes all of it
to .cache/bench/NAME.json. Exit code 0 even when a gate fails (machines are noisy); 2 for a wrong option.

  --quick        few rounds, for direction only
  --only REGEX   only the cases whose name it finds
  --out FILE     the JSON goes there too
  --record       and to docs/bench/NAME.json, to be committed: a full run on a quiet machine
  --strict       exit code 1 when a gate fails or could not be measured
  --no-build     what was built last is good enough
  --help         this text`;

const options = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  out: { type: 'string' },
  record: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};

export async function main(args) {
  const request = read(args, benches());
  if (request.say !== undefined) {
    say(request.say);
    return request.code;
  }
  if (request.build) await setUp();
  return await runHarness(request.harness);
}

/** Each bench with its claim: the first doc comment of its file. */
export function benches(folder = inRoot('lib', 'bench')) {
  const ending = '.bench.ts';
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => {
      const path = resolve(folder, file);
      const name = file.slice(0, -ending.length);
      const about = claim(readFileSync(path, 'utf8'));
      // The comment may begin with the name, as a title would.
      const bare = about.startsWith(`${name}: `) ? about.slice(name.length + 2) : about;
      return { name, file: path, about: bare };
    });
}

/** @param {string} source */
export function claim(source) {
  const comment = /\/\*\*([^]*?)\*\//.exec(source)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
  return lines.join(' ').trim() || '(its first doc comment should say what it claims)';
}

/**
 * What to do: `say` and `code`, or `harness` (a request to lib/bench/harness/main.ts) and `build`.
 * @param {string[]} args @param {{ name: string, file: string, about: string }[]} known
 */
export function read(args, known) {
  const wrong = (text) => ({ say: `${text}\n\n${help}`, code: 2 });
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wrong(`Reading the options: ${error.message}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return { say: help, code: 0 };
  if (positionals.length === 0) return { say: list(known), code: 0 };
  const bench = known.find(({ name }) => name === positionals[0]);
  if (bench === undefined || positionals.length > 1) {
    return wrong(`Choosing the bench: there is no "${positionals.join(' ')}".\n\n${list(known)}`);
  }
  if (values.record && (values.quick || values.only !== undefined)) {
    return wrong('Reading the options: --record wants a full run, without --quick and --only.');
  }
  if (!isRegex(values.only)) {
    return wrong(`Reading the options: --only wants a regular expression, not "${values.only}".`);
  }
  const { name, about, file } = bench;
  const outs = [inCache('bench', `${name}.json`)];
  if (values.out !== undefined) outs.push(resolve(values.out));
  if (values.record) outs.push(inRoot('docs', 'bench', `${name}.json`));
  const { quick, only, strict } = values;
  const command = ['npm run bench --', ...args].join(' ');
  return {
    build: !values['no-build'],
    harness: { name, about, file, command, quick, only, strict, outs },
  };
}

function isRegex(text = '') {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function list(known) {
  if (known.length === 0) return 'There is no bench yet. How to add one: lib/bench/README.md';
  const lines = known.map(({ name, about }) => `  ${bold(name)}\n    ${about}`);
  return `Benches (npm run bench -- NAME):\n${lines.join('\n')}`;
}

/** A process of its own: with a garbage collector that can be called, and nothing of ours loaded. */
function runHarness(request) {
  const args = [
    '--expose-gc',
    '--require',
    'tsx/cjs',
    inRoot('lib', 'bench', 'harness', 'main.ts'),
  ];
  return new Promise((done) => {
    const child = spawn(process.execPath, [...args, JSON.stringify(request)], {
      cwd: root,
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      say(`Running the bench: ${error.message}`);
      done(3);
    });
    child.on('close', (code) => done(code ?? 3));
  });
}
