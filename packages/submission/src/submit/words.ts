import type { Trial } from '../run/try-notebook';

/** « le 3 mars 2026 à 10:02 », in the time of this machine. */
export const onDate = (date: string | Date): string =>
  `le ${new Date(date).toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' })}`;

/** What the student reads of an exercise: a mark that says it without colour, and the reasons below. */
export function linesOf(trial: Trial): string[] {
  const { exercise, state, passed, cases, faults, failures } = trial;
  const name = `${exercise.id}, ${exercise.title}`;
  if (cases === 0) return projectLines(trial, name);
  if (state === 'untouched' && passed < cases) return [`  ○ ${name} : pas encore écrit`];
  const score = `${passed} ${passed > 1 ? 'cas publics' : 'cas public'} sur ${cases}`;
  if (passed === cases) return [`  ✔ ${name} : ${score}`];
  const lost = passed === 0 && faults.length > 0 ? ['En l’état, il ne pourra pas être noté.'] : [];
  return [
    `  ✘ ${name} : ${score}`,
    ...[...lost, ...faults, ...failures].map((each) => `      ${each}`),
  ];
}

/** A project has no public cases: that its functions are there and its cells run is all that can be told. */
function projectLines({ state, faults }: Trial, name: string): string[] {
  if (state === 'untouched') return [`  ○ ${name} : pas encore écrit`];
  if (faults.length === 0) return [`  ✔ ${name} : ses cellules s’exécutent, ses fonctions sont là`];
  return [`  ✘ ${name}`, ...faults.map((each) => `      ${each}`)];
}

/** What is to be known and costs nothing by itself; each thing once. */
export function remarks(trials: Trial[], changed: string[]): string[] {
  const faults = new Set(trials.flatMap((trial) => trial.faults));
  const notices = trials.flatMap((trial) => trial.notices).filter((each) => !faults.has(each));
  const all = [...new Set([...changed, ...notices])];
  return all.length === 0 ? [] : ['', 'À savoir :', ...all.map((each) => `  - ${each}`)];
}
