import { parseArgs } from 'node:util';
import { SetupError } from './log.mjs';

/**
 * --port N, --no-browser, --help, as `npm start` and `npm run edit` take them.
 * @param {string[]} args
 * @returns {{ port?: number, browser: boolean, help: boolean }}
 */
export function serverArguments(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new SetupError(`Lecture des options : ${error.message}\nVoir : npm start -- --help`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new SetupError(
      `Lecture des options : --port ${values.port} ; il faut un nombre de 1 à 65535.`,
    );
  }
  return { port, browser: !values['no-browser'], help: values.help };
}

/**
 * --with NAME (more than once, or NAME,NAME) and --help, as `npm run setup` takes them.
 * @param {string[]} args
 * @param {string[]} names the optional data sets there are
 * @param {NodeJS.ProcessEnv} env where npm puts an option that it took for its own, for want of two dashes
 * @returns {{ extra: string[], help: boolean }}
 */
export function setupArguments(args, names, env = process.env) {
  const how = `Données facultatives : ${names.join(', ')}. Exemple : npm run setup -- --with ${names[0]}`;
  if (env.npm_config_with !== undefined) {
    throw new SetupError(
      `Lecture des options : npm a pris --with pour lui, faute de deux tirets seuls.\n${how}`,
    );
  }
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        with: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new SetupError(`Lecture des options : ${error.message}\n${how}`);
  }
  const extra = values.with.flatMap((list) => list.split(','));
  const strange = extra.filter((name) => !names.includes(name));
  if (strange.length > 0) {
    throw new SetupError(
      `Lecture des options : --with ${strange.join(', ')} ne nomme aucune donnée facultative.\n${how}`,
    );
  }
  return { extra, help: values.help };
}
