import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readJson, writeWhole } from '../lib/files.mjs';
import { say, SetupError } from '../lib/log.mjs';
import { inCache, inRoot } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';
import { studentEdition } from '../release/student-edition.mjs';

const help = `Example: npm run release
         npm run release -- --out convolab.zip

Builds the student edition: one zip that starts with the same npm start, without solutions, specs, mutants, grader
or history. What goes in is one list, scripts/release/contents.mjs.

  --out FILE   where to write it (default: .cache/release/convolab-VERSION.zip); an older one is replaced
  --help       this text`;

export async function main(args) {
  const { out, wantsHelp } = read(args);
  if (wantsHelp) {
    say(help);
    return 0;
  }
  await setUp();
  const { zip, files } = await studentEdition();
  const { version } = readJson(inRoot('package.json'));
  const path = out ?? inCache('release', `convolab-${version}.zip`);
  writeWhole(path, zip);
  say(`${path}: ${files} files, ${(zip.length / 1e6).toFixed(1)} MB`);
  return 0;
}

function read(args) {
  try {
    const options = { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } };
    const { values } = parseArgs({ args, options });
    // npm starts us in the root, and says here where the command was typed.
    const cwd = process.env.INIT_CWD ?? process.cwd();
    return {
      out: values.out === undefined ? undefined : resolve(cwd, values.out),
      wantsHelp: values.help ?? false,
    };
  } catch (error) {
    throw new SetupError(`Reading the options: ${error.message}\nSee: npm run release -- --help`);
  }
}
