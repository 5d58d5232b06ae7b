import { callText, namedArguments, parameter } from './call-text';
import type { ExerciseCases, LessonSection, PublicCase } from './cases';
import { diagnose, type CaseResult } from './diagnose';
import type { Outcome } from './run-case';
import { isFields } from './compare';
import { isFixture } from './fixtures';
import { isOutline, outlineSheet } from './model-view';
import { saidInFrench } from './said-in-french';
import { sheetsOf, shortText, type Sheet } from './sheets';
import { decodeWire } from './wire';
import { wordsOf, type Words } from './words';

/** What `check` has to say, in French, before it becomes HTML or text. */
export interface Report {
  ok: boolean;
  title: string;
  rows: { name: string; ok: boolean; reason: string }[];
  /** Sentences to read after the table. */
  notes: string[];
  example: Example | null;
  /** Where to read again, and how to get a hint; null where there is no need. */
  help: Help | null;
}

export interface Help {
  section: LessonSection | null;
  /** The call that gives a hint, where the exercise has some. */
  hint: string | null;
}

/**
 * The failing case to look at first: the smallest, a refusal only when nothing else fails, never one
 * of a function that is not written yet.
 */
export interface Example {
  name: string;
  /** The call in one line; large arguments stand by name and follow in `inputs`. */
  call: string;
  inputs: Panel[];
  /** Expected and got, to be put side by side; differences are marked in both. */
  answers: Panel[];
}

export interface Panel {
  title: string;
  sheets: Sheet[];
}

/**
 * Draws the report of an exercise from the outcomes of its public cases.
 *
 * @param remarks sentences to read whatever the outcome; an answer that the grader will refuse has not
 *   succeeded, whatever its cases gave
 */
export function reportOf(
  id: string,
  exercise: ExerciseCases,
  results: CaseResult[],
  remarks: { refused: string | null; unkept: string | null } = { refused: null, unkept: null },
): Report {
  const passed = results.filter(({ outcome }) => outcome.kind === 'passed').length;
  const { refused, unkept } = remarks;
  const allPassed = passed === results.length;
  const ok = allPassed && refused === null;
  const failed = results.filter(({ outcome }) => outcome.kind !== 'passed');
  const stopped = failed.find(({ outcome }) => outcome.kind === 'too-long');
  const written = failed.filter(({ outcome }) => outcome.kind !== 'threw' || !outcome.stub);
  const smallest = written.sort((a, b) => burdenOf(a.item) - burdenOf(b.item))[0];
  const example = stopped ?? smallest;
  return {
    ok,
    title:
      `${id} : ${passed} ${passed > 1 ? 'cas réussis' : 'cas réussi'} sur ${results.length}` +
      (refused === null ? '' : ' ; un import sera refusé'),
    rows: results.map(({ item, outcome }) => ({
      name: item.name,
      ok: outcome.kind === 'passed',
      reason: reasonOf(outcome, item, exercise),
    })),
    notes: [
      ...[refused, unkept].filter((remark) => remark !== null),
      ...(ok ? [afterSuccess] : diagnose(results).map(sentenceOf)),
      ...(stopped ? [afterStop] : []),
    ],
    example: example === undefined ? null : exampleOf(example, exercise),
    help: allPassed ? null : helpOf(id, exercise),
  };
}

function helpOf(id: string, { lessonSection, hints = [] }: ExerciseCases): Help | null {
  const hint = hints.length > 0 ? `await hint('${id}')` : null;
  const section = lessonSection ?? null;
  return section === null && hint === null ? null : { section, hint };
}

const afterSuccess =
  'Tous les cas publics passent. La note compte aussi des cas cachés : relisez l’énoncé, ' +
  'essayez d’autres tailles et les arguments à refuser.';

const afterStop =
  'La fonction a été arrêtée ; vos variables sont conservées. Cherchez la boucle qui ne finit pas : ' +
  'son compteur avance-t-il à chaque tour, et sa condition finit-elle par être fausse ?';

function sentenceOf(found: ReturnType<typeof diagnose>[number]): string {
  const names = found.cases.map((name) => `« ${name} »`).join(', ');
  const what = found.explainsAll
    ? 'Vos résultats sont exactement ceux d’une erreur connue'
    : `Une piste. Pour ${names}, on obtiendrait la même chose avec cette erreur connue`;
  return `${what} : ${found.mistake}. ${found.hint}`;
}

function reasonOf(outcome: Outcome, item: PublicCase, exercise: ExerciseCases): string {
  const words = wordsOf(exercise, item.call);
  switch (outcome.kind) {
    case 'passed':
      return item.throws ? words.refused : 'le résultat attendu';
    case 'different':
      return outcome.difference.reason;
    case 'threw':
      return outcome.stub ? words.stub : words.threw(outcome) + saidInFrench(outcome.message);
    case 'did-not-throw':
      return words.didNotThrow;
    case 'unreadable':
      return `le résultat ne peut pas être lu : ${outcome.why}`;
    case 'too-long':
      return `toujours pas de réponse après ${outcome.seconds} s : une boucle sans fin ?`;
    case 'not-tried':
      return 'non essayé : la fonction ne répond pas dans un cas précédent';
    case 'changed-input':
      return `la fonction a modifié son entrée ${parameter(item, outcome.index, exercise)} : travaillez sur une copie`;
  }
}

function exampleOf({ item, outcome }: CaseResult, exercise: ExerciseCases): Example {
  const args = namedArguments(item, exercise);
  const isLarge = (value: unknown): boolean =>
    isFields(value)
      ? !isFixture(value) && shortText(value).endsWith('…')
      : Array.isArray(value) && value.some(Array.isArray);
  return {
    name: item.name,
    call: callText(item, exercise, isLarge),
    inputs: args
      .filter(({ value }) => isLarge(value))
      .map(({ name, value }) => ({ title: name, sheets: sheetsOf(value) })),
    answers: answersOf(outcome, item, wordsOf(exercise, item.call)),
  };
}

function answersOf(outcome: Outcome, item: PublicCase, words: Words): Panel[] {
  const at = outcome.kind === 'different' ? outcome.difference.at : undefined;
  const expected = item.throws
    ? said(words.expectedRefusal)
    : sheetsFor(item, decodeWire(item.expected), at);
  return [
    { title: 'Attendu', sheets: expected },
    { title: 'Reçu', sheets: gotOf(outcome, item, words, at) },
  ];
}

const sheetsFor = ({ view }: PublicCase, value: unknown, at?: ReadonlySet<string>): Sheet[] =>
  view === 'model' && isOutline(value) ? [outlineSheet(value, at)] : sheetsOf(value, at);

function gotOf(
  outcome: Outcome,
  item: PublicCase,
  words: Words,
  at?: ReadonlySet<string>,
): Sheet[] {
  switch (outcome.kind) {
    case 'different':
    case 'did-not-throw':
      return sheetsFor(item, outcome.got, at);
    case 'threw':
      return said(`${words.gotRefusal} : ${outcome.message}`);
    case 'unreadable':
      return said(`illisible : ${outcome.why}`);
    case 'too-long':
      return said(`rien en ${outcome.seconds} s`);
    default:
      return said('le bon résultat, mais une entrée modifiée');
  }
}

const said = (text: string): Sheet[] => [{ label: '', rows: [[{ text, differs: false }]] }];

/** How much there is to read in a case, in characters, the layers of a model too; a refusal comes last, it teaches least. */
const burdenOf = ({ args, throws, view, expected }: PublicCase): number =>
  throws
    ? Number.MAX_SAFE_INTEGER
    : JSON.stringify(view === 'model' ? [args, expected] : args).length;
