import { output, which } from './run.mjs';
import { atLeast } from './version.mjs';

export const oldestPython = '3.10';
const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const question =
  'import sys, importlib.util as u; print("%d.%d.%d" % sys.version_info[:3], ' +
  'all(u.find_spec(m) for m in ("venv", "ensurepip")))';

/**
 * The first Python on PATH that is recent enough and can make a virtual environment.
 * Debian ships venv without ensurepip: such a one is seen, not chosen.
 * @param {string[]} commands where only some will do
 * @returns {Promise<{ best: Python | undefined, seen: Python[] }>}
 * @typedef {{ command: string, version: string, recent: boolean, venv: boolean }} Python
 */
export async function findPython(commands = names) {
  const seen = [];
  for (const name of commands) {
    const command = which(name);
    if (!command) continue;
    const answer = await output(command, ['-c', question]);
    if (answer === null) continue;
    const [version, venv] = answer.split('\n').pop().split(' ');
    const python = {
      command,
      version,
      recent: atLeast(version, oldestPython),
      venv: venv === 'True',
    };
    seen.push(python);
    if (python.recent && python.venv) return { best: python, seen };
  }
  return { best: undefined, seen };
}
