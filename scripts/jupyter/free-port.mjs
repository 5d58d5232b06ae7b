import { createServer } from 'node:net';
import { SetupError } from '../lib/log.mjs';

/** @returns {Promise<boolean>} can a server listen on 127.0.0.1:port? */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The port asked for, or the first free one from 8888 on. */
export async function choosePort(asked) {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw new SetupError(
      `Ouverture de JupyterLab : le port ${asked} est déjà pris sur cette machine.\n` +
        'Choisissez-en un autre (npm start -- --port 8899) ou laissez-le choisir (sans --port).',
    );
  }
  for (let port = 8888; port < 8988; port += 1) if (await isFree(port)) return port;
  throw new SetupError(
    'Ouverture de JupyterLab : aucun port libre de 8888 à 8987. Donnez-en un avec --port.',
  );
}
