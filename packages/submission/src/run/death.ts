import type { DeathReason } from 'nbconvert-ts-runner';

/** Why a sandbox answers no more. */
export type EndedBy = 'time' | 'exit' | 'memory' | 'crash' | 'too-large' | 'protocol';

/** Exit codes that stand for a signal or an abort: V8 out of memory, a broken native library. */
const abruptCode = /^code (13[0-9]|1[4-9][0-9])$/;

/**
 * What ended a sandbox, from the evaluator's word for it and from what was seen from outside.
 *
 * @param detail the evaluator's: "code 0", "signal SIGKILL"
 */
export function endedBy(
  reason: DeathReason,
  detail: string,
  seen: { overMemory: boolean },
): EndedBy {
  if (seen.overMemory) return 'memory';
  if (reason === 'timeout') return 'time';
  if (reason === 'exit' && abruptCode.test(detail)) return 'crash';
  return reason;
}

/** The reason as the student reads it: what happened, in French, without a stack. */
export function explainDeath(by: EndedBy, where: string, timeoutMs: number): string {
  switch (by) {
    case 'time':
      return (
        `Temps dépassé ${where} : pas de réponse au bout de ${inSeconds(timeoutMs)} s de calcul. ` +
        'Cherchez une boucle qui ne finit pas.'
      );
    case 'exit':
      return (
        `Le programme s’est terminé de lui-même ${where} (process.exit ?). ` +
        'Rien ne peut plus y répondre.'
      );
    case 'memory':
      return `Mémoire dépassée ${where}. Cherchez un tableau qui grandit sans fin.`;
    case 'crash':
      return `Le programme s’est arrêté brutalement ${where} (mémoire épuisée, le plus souvent).`;
    case 'too-large':
      return `La réponse ou l’affichage est illisible ou beaucoup trop grand ${where}.`;
    case 'protocol':
      return `Le programme a écrit sur le canal réservé aux réponses ${where}.`;
  }
}

/** `1,5` for 1500. */
export const inSeconds = (ms: number): string =>
  (ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
