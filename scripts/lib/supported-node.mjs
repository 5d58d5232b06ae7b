// Written for any Node that knows ES modules: it must be able to say that Node is too old.
import { atLeast, satisfiesNode } from './version.mjs';

/** Runs `command()` (which returns a promise of an exit code) on a Node that the course supports. */
export function withSupportedNode(command) {
  const found = process.versions.node;
  if (!satisfiesNode(found)) {
    process.stderr.write(nodeMessage(found));
    process.exit(2);
  }
  command()
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error) => {
      const expected = error && error.name === 'SetupError';
      const text = expected ? error.message : (error && error.stack) || String(error);
      process.stderr.write('\n' + text + '\n');
      process.exitCode = 3;
    });
}

/** @param {string} found the version of the running Node */
export function nodeMessage(found) {
  const tooNew = atLeast(found, '23.0.0');
  return [
    'ConvoLab démarre : vérification de Node.',
    'Trouvé : Node ' +
      found +
      '. Il faut : Node 20.19 ou plus (20.x), ou Node 22.' +
      (tooNew ? ' (La bibliothèque TensorFlow de Node ne marche pas encore au-delà.)' : ''),
    'Pour l’obtenir :',
    '  partout        : nvm (gestionnaire de versions) puis « nvm install 22 »',
    '  Debian/Ubuntu  : sudo apt install nodejs npm, à partir de Debian 13 et d’Ubuntu 25.10 ; avant : nvm',
    '  Fedora         : sudo dnf install nodejs22 nodejs22-npm',
    '  macOS          : brew install node@22',
    '  Windows        : dans WSL (« wsl --install »), comme pour Debian/Ubuntu',
    '',
  ].join('\n');
}
