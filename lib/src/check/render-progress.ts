import type { MimeBundle } from '../display';
import { escape, frenchSpaces } from './render';
import { total, type ExerciseStanding, type LessonStanding } from './standings';

/** What `progress` has to say, before it becomes HTML or text. */
export interface ProgressView {
  lessons: LessonStanding[];
  /** Sentences to read after the table. French. */
  notes: string[];
}

/** A table with a bar for each lesson, as HTML and as text. Readable without colour. */
export function renderProgress(view: ProgressView): MimeBundle {
  return { 'text/html': frenchSpaces(html(view)), 'text/plain': frenchSpaces(text(view)) };
}

const title = ({ lessons }: ProgressView): string =>
  `Progression : ${points(total(lessons, 'earned'))} sur ${points(total(lessons, 'points'))} points des cas publics`;

const points = (value: number): string =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });

const share = ({ earned, points: all }: LessonStanding): string =>
  `${points(earned)} sur ${points(all)} ${all < 2 ? 'point' : 'points'}`;

/** Ten boxes, full only where everything is earned; a bonus may bring more than all. */
function bar({ earned, points: all }: LessonStanding): string {
  const full = all === 0 ? 0 : Math.min(10, Math.floor((10 * earned) / all + 1e-9));
  return '█'.repeat(full) + '░'.repeat(10 - full);
}

const titleOf = ({ title, bonus }: ExerciseStanding): string =>
  bonus ? `${title} (bonus)` : title;

function state({ best }: ExerciseStanding): string {
  if (best === null) return '· à faire';
  const cases = `${best.passed} ${best.passed > 1 ? 'cas réussis' : 'cas réussi'} sur ${best.cases}`;
  return `${best.passed === best.cases ? '✓' : '✗'} ${cases}`;
}

function text(view: ProgressView): string {
  const ids = view.lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id.length));
  const names = view.lessons.map(({ lesson }) => lesson.length);
  const width = Math.max(0, ...names, ...ids.map((length) => length + 2));
  const lines = view.lessons.flatMap((lesson) => [
    `${lesson.lesson.padEnd(width)}  ${bar(lesson)}  ${share(lesson)}`,
    ...lesson.exercises.map(
      (each) => `  ${each.id.padEnd(width)}${state(each)} : ${titleOf(each)}`,
    ),
  ]);
  return [title(view), ...lines, ...view.notes].join('\n');
}

const left = 'text-align: left';

function html(view: ProgressView): string {
  const rows = view.lessons.flatMap((lesson) => [
    `<tr><th scope="row" style="${left}">${escape(lesson.lesson)}</th>` +
      `<td style="${left}"><span style="font-family: monospace" aria-hidden="true">${bar(lesson)}</span></td>` +
      `<td style="${left}"><strong>${share(lesson)}</strong></td></tr>`,
    ...lesson.exercises.map(
      (each) =>
        `<tr><td style="${left}"><code>${escape(each.id)}</code></td>` +
        `<td style="${left}">${escape(titleOf(each))}</td>` +
        `<td style="${left}; white-space: nowrap">${state(each)}</td></tr>`,
    ),
  ]);
  const head = ['Leçon et exercices', '', 'Cas publics'].map(
    (name) => `<th scope="col" style="${left}">${name}</th>`,
  );
  const notes = view.notes.map((note) => `<p>${escape(note)}</p>`).join('');
  return (
    `<div class="convolab-progress"><p><strong>${title(view)}</strong></p>` +
    `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>${notes}</div>`
  );
}
