import { existsSync, rmSync } from 'node:fs';
import { findPython, oldestPython } from './find-python.mjs';
import { SetupError } from './log.mjs';
import { inCache } from './paths.mjs';
import { run } from './run.mjs';

/**
 * A Python of its own in .cache, with the program that a reference is recorded with; made where it is missing, one
 * that was not finished is none.
 * @param {{ folder: string, title: string, packages: string[], versions?: string[] }} o
 *   `versions`: commands of the Pythons that the packages are made for; left out, any recent one will do
 * @returns {Promise<string>} its python
 */
export async function referencePython({ folder, title, packages, versions }) {
  const place = inCache(folder);
  const python =
    process.platform === 'win32' ? inCache(folder, 'Scripts', 'python.exe') : inCache(folder, 'bin', 'python'); // prettier-ignore
  if (existsSync(python)) return python;
  const { best } = await findPython(versions);
  if (best === undefined) {
    const wanted = versions?.join(' ou ') ?? `Python ${oldestPython} ou plus récent`;
    throw new SetupError(
      `Chercher Python pour ${title} : il faut ${wanted}, avec venv. Installez-le, puis relancez.`,
    );
  }
  const step = {
    log: folder,
    label: `${title} (${packages.join(', ')})`,
    doing: `Installer ${title}`,
    next: 'Relancez quand PyPI répond ; les tests n’en ont pas besoin.',
  };
  try {
    await run(best.command, ['-m', 'venv', place], step);
    await run(python, ['-m', 'pip', 'install', '--quiet', ...packages], step);
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
  return python;
}
