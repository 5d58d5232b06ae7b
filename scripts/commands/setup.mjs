import { green, say } from '../lib/log.mjs';
import { setUp } from '../lib/set-up.mjs';
import { missingDatasets } from '../steps/datasets.mjs';
import { tensorflowRecord } from '../tensorflow/record.mjs';

export async function main(args) {
  if (args.includes('--help')) {
    say(
      'Exemple : npm run setup\n\nFait tout ce qui manque (et réessaie ce qui n’avait pas pu être obtenu), puis s’arrête.',
    );
    return 0;
  }
  await setUp({ retry: true });
  const complete =
    tensorflowRecord()?.engine === 'native' && Object.keys(missingDatasets()).length === 0;
  say(
    (complete
      ? green('Tout est en place.')
      : 'Les leçons fonctionnent, avec les limites dites ci-dessus.') +
      ' Pour les ouvrir : npm start ; pour un état détaillé : npm run doctor',
  );
  return 0;
}
