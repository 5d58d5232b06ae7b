import { isComplete, manifest } from '../datasets/manifest.mjs';
import { setupArguments } from '../lib/arguments.mjs';
import { green, say } from '../lib/log.mjs';
import { setUp } from '../lib/set-up.mjs';
import { missingDatasets } from '../steps/datasets.mjs';
import { tensorflowRecord } from '../tensorflow/record.mjs';

export async function main(args) {
  const optional = manifest().filter((entry) => entry.optional);
  const { help, extra } = setupArguments(
    args,
    optional.map((entry) => entry.id),
  );
  if (help) {
    say(
      'Exemple : npm run setup\n\nFait tout ce qui manque (et réessaie ce qui n’avait pas pu être obtenu), puis s’arrête.\n\n' +
        '  --with NOM   aussi ces données facultatives, trop lourdes pour tous :\n' +
        optional.map(describe).join('\n'),
    );
    return 0;
  }
  await setUp({ retry: true, extra });
  const absent = optional.filter((entry) => extra.includes(entry.id) && !isComplete(entry));
  const complete =
    tensorflowRecord()?.engine === 'native' &&
    Object.keys(missingDatasets()).length === 0 &&
    absent.length === 0;
  say(
    (complete
      ? green('Tout est en place.')
      : 'Les leçons fonctionnent, avec les limites dites ci-dessus.') +
      ' Pour les ouvrir : npm start ; pour un état détaillé : npm run doctor',
  );
  return absent.length > 0 ? 1 : 0;
}

const describe = ({ id, title, bytes }) =>
  `    ${id} : ${title} (${Math.round(bytes / 1e6)} Mo à télécharger)`;
