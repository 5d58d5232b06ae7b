import { steps } from '../steps/index.mjs';
import { bold, dim, say } from './log.mjs';
import { withLock } from './lock.mjs';

/**
 * Does all that is missing, nothing else. On a machine that is set up it only looks (well under a second).
 * @param {{ retry?: boolean, extra?: string[] }} o retry: also try again what could not be had last time;
 *   extra: optional data sets that are asked for
 * @returns {Promise<boolean>} was anything to be done?
 */
export async function setUp({ retry = false, extra = [] } = {}) {
  const o = { retry, extra };
  if (!steps.some((step) => step.needed(o))) return false;
  await withLock(async () => {
    announce(
      steps.filter((step) => step.needed(o)),
      o,
    );
    for (const step of steps) {
      if (!step.needed(o)) continue;
      const started = Date.now();
      say(`${bold('▸')} ${step.title}`);
      await step.run(o);
      say(dim(`   ${((Date.now() - started) / 1000).toFixed(0)} s`));
    }
  });
  return true;
}

function announce(todo, o) {
  const sum = (key) => todo.reduce((total, step) => total + step.says(o)[key], 0);
  say(bold('Mise en place de ConvoLab dans ce dossier'));
  for (const step of todo) {
    const { downloadMB, diskMB } = step.says(o);
    const cost =
      downloadMB + diskMB > 0 ? ` (à télécharger : ${downloadMB} Mo ; disque : ${diskMB} Mo)` : '';
    say(`  - ${step.title}${cost}`);
  }
  say(
    `En tout : environ ${sum('downloadMB')} Mo à télécharger, ${sum('diskMB')} Mo sur le disque, ` +
      `${Math.max(1, Math.round(sum('minutes')))} minute(s). Rien n’est installé hors de ce dossier.`,
  );
  say('Vous pouvez interrompre (Ctrl-C) et relancer : ce qui est fait ne se refait pas.\n');
}
