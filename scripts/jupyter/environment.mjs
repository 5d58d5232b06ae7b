import { join } from 'node:path';
import { inCache, venv } from '../lib/paths.mjs';

/**
 * JupyterLab sees only our environment: a configuration, extensions or kernels that its user has
 * elsewhere can neither break the course nor be touched by it.
 * @param {string} [home] where its settings are kept
 */
export function jupyterEnvironment(home = inCache('jupyter')) {
  const env = {
    ...process.env,
    JUPYTER_CONFIG_DIR: join(home, 'config'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
    JUPYTER_PREFER_ENV_PATH: '1',
    IPYTHONDIR: join(home, 'ipython'),
    VIRTUAL_ENV: venv,
    TF_CPP_MIN_LOG_LEVEL: '2',
  };
  for (const name of [
    'JUPYTER_PATH',
    'JUPYTER_CONFIG_PATH',
    'JUPYTER_TOKEN',
    'PYTHONPATH',
    'PYTHONHOME',
  ]) {
    delete env[name];
  }
  return env;
}
