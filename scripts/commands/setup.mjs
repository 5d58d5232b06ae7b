import { green, say } from '../lib/log.mjs';
import { setUp } from '../lib/set-up.mjs';

export async function main(args) {
  if (args.includes('--help')) {
    say(
      'Exemple : npm run setup\n\nFait tout ce qui manque (et réessaie ce qui n’avait pas pu être obtenu), puis s’arrête.',
    );
    return 0;
  }
  await setUp({ retry: true });
  say(
    green('Tout est en place.') +
      ' Pour ouvrir les leçons : npm start ; pour un état détaillé : npm run doctor',
  );
  return 0;
}
