import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './log.mjs';
import { folderBytes, megabytes } from './progress.mjs';
import { run, which } from './run.mjs';

/**
 * One Debian package, through apt, without root: with the lists the machine has or, where it has none
 * (a fresh container), with lists of our own in the folder. apt verifies the package against them.
 * @param {{ package: string }} source the newest version is taken: what is in it is verified by sha256
 * @param {{ folder: string, label: string, bytes: number, apt?: string | null }} o
 * @returns {Promise<string>} the path of the .deb
 */
export async function aptDownload(
  { package: name },
  { folder, label, bytes, apt = which('apt-get') },
) {
  if (apt === null) {
    throw new SetupError(
      `Téléchargement de ${name} : c’est un paquet de Debian, et cette machine n’a pas apt-get.\n` +
        'Prenez ces données sur une machine Debian ou Ubuntu (dossier datasets/cache), ou continuez sans.',
    );
  }
  const options = (log, doing) => ({
    log,
    label,
    measure: () => `${megabytes(folderBytes(folder))} sur ${megabytes(bytes)}`,
    cwd: folder,
    timeoutMs: 30 * 60_000,
    doing,
    next: 'Vérifiez le réseau (ou le miroir configuré), puis : npm run setup',
  });
  const download = (lists) =>
    run(apt, [...lists, 'download', name], options('apt-download', `Téléchargement de ${name}`));
  await download([]).catch(async () => {
    const own = ownLists(join(folder, 'apt'));
    await run(apt, [...own, 'update'], options('apt-update', 'Lecture des listes de Debian'));
    await download(own);
  });
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.deb')),
  );
}

/** apt keeps its lists and its cache where it is told: here, in a folder that is ours. */
function ownLists(folder) {
  for (const part of ['lists/partial', 'archives/partial']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  return [
    ...['-o', `Dir::State::lists=${join(folder, 'lists')}`],
    ...['-o', `Dir::Cache=${folder}`],
  ];
}
