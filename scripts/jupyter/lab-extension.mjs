import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

const name = 'convolab-figures';

/** The folder, below `share/jupyter`, that JupyterLab loads it from. */
export const labExtensionFolder = `labextensions/${name}`;

/** Where the script of an exported page lies, which is JupyterLab's too. */
export const figureScripts = inRoot('scripts', 'jupyter', 'figures');

/**
 * A JupyterLab extension, as its files: what `@jupyterlab/builder` would make of a plugin that only runs a script.
 * @returns {Record<string, string>} text by file name
 */
export const labExtension = () => ({
  'package.json': JSON.stringify({
    name,
    version: '1.0.0',
    description: 'Sliders and buttons of figures answer the keyboard',
    jupyterlab: {
      extension: true,
      _build: { load: 'static/remoteEntry.js', extension: './extension' },
    },
  }),
  'static/remoteEntry.js': `${readFileSync(`${figureScripts}/figure-keys.js`, 'utf8')}
(window._JUPYTERLAB ??= {})['${name}'] = {
  init() {},
  get: async () => () => ({
    __esModule: true,
    default: { id: '${name}:plugin', autoStart: true, activate() {} },
  }),
};
`,
});
