import { green, red, say, yellow } from '../lib/log.mjs';
import { checks } from '../doctor/checks.mjs';

const marks = { ok: green('✔'), optional: yellow('○'), missing: red('✘') };

/** Says what is there, what is missing, and what still works. Exit code 1 when the lessons cannot run. */
export async function main(args) {
  if (args.includes('--help')) {
    say(
      'Exemple : npm run doctor\n\nDit ce qui est là, ce qui manque, et ce qui marche quand même. Ne change rien.',
    );
    return 0;
  }
  const results = [];
  for (const check of checks) results.push({ title: check.title, ...(await check.look()) });
  for (const line of report(results)) say(line);
  return results.some((result) => result.state === 'missing') ? 1 : 0;
}

/**
 * @param {{ title: string, state: 'ok' | 'optional' | 'missing', found: string, without?: string, next?: string }[]} results
 * @returns {string[]} lines to print
 */
export function report(results) {
  const lines = results.flatMap(({ title, state, found, without, next }) => [
    `${marks[state]} ${title} : ${found}`,
    ...(state !== 'ok' && without ? [`    sans cela : ${without}`] : []),
    ...(state !== 'ok' && next ? [`    pour l’obtenir : ${next}`] : []),
  ]);
  const missing = results.filter((result) => result.state === 'missing').length;
  const optional = results.filter((result) => result.state === 'optional').length;
  lines.push('');
  if (missing > 0)
    lines.push(`Il manque ${missing} chose(s) nécessaire(s) aux leçons. D’abord : npm run setup`);
  else if (optional > 0)
    lines.push(`Les leçons fonctionnent ; ${optional} chose(s) facultative(s) manque(nt).`);
  else lines.push('Tout est en place.');
  return lines;
}
