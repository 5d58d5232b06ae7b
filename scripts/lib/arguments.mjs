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
