import { inRoot } from '../lib/paths.mjs';

/** What JupyterLab reads to start our kernel. It bears tslab's name, so that notebooks open with either. */
export const kernelSpec = () => ({
  argv: [process.execPath, inRoot('packages', 'kernel', 'bin', 'kernel.js'), '{connection_file}'],
  display_name: 'TypeScript',
  language: 'typescript',
  interrupt_mode: 'message',
  env: { TF_CPP_MIN_LOG_LEVEL: '2' },
});

/** JupyterLab asks nothing of the network: no news, no look for updates. */
export const labSettings = {
  '@jupyterlab/apputils-extension:notification': {
    fetchNews: 'false',
    checkForUpdates: false,
  },
};
