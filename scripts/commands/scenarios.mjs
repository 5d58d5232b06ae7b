import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { say } from '../lib/log.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';

const help = `Example: npm run scenarios
         npm run scenarios -- --record

Measures the recap matrix of lesson 2.2: little or much to learn from, like or unlike what is known, by four
strategies. Every measure is kept in .cache/scenarios: a run that was interrupted goes on.

  --record       the complete profile (about ten minutes on two quiet cores), then into
                 datasets/measured/scenarios.json, to be committed, with command, versions, machine and date
  --help         this text`;

const options = {
  record: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};

export async function main(args) {
  const request = read(args);
  if (request.say !== undefined) {
    say(request.say);
    return request.code;
  }
  await setUp();
  return await run(request);
}

/**
 * What to do: `say` and `code`, or what lib/bench/scenarios/main.ts is asked for.
 * @param {string[]} args
 */
export function read(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    return { say: `Reading the options: ${error.message}\n\n${help}`, code: 2 };
  }
  if (values.help) return { say: help, code: 0 };
  return { record: values.record, command: ['npm run scenarios --', ...args].join(' ') };
}

/** A process of its own, with nothing of ours loaded. */
function run(request) {
  const main = inRoot('lib', 'bench', 'scenarios', 'main.ts');
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', main, JSON.stringify(request)], {
      cwd: root,
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      say(`Measuring: ${error.message}`);
      done(3);
    });
    child.on('close', (code) => done(code ?? 3));
  });
}
