import { createHash } from 'node:crypto';
import { unbreakable } from '@convolab/submission';
import type { ExerciseResult } from '../judge/judge-exercise';
import type { NotebookResult } from '../judge/judge-submission';
import type { StudentResult } from '../score/score';
import type { CriterionResult } from '../spec';
import { html, raw, type Html } from './html';
import { style } from './style';
import { coarsely, inFrench, openly, points } from './words';

/**
 * A student's page: what was earned, criterion by criterion, and why the rest was not.
 *
 * Whatever comes from the student is escaped, and the page's policy lets nothing run or load, so a
 * page may be opened or put on a server as it is. Of hidden tests it tells the kind of failure only.
 */
export function feedbackPage(student: StudentResult): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'`;
  const page = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Notes de ${student.student}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${student.student}</h1>
          <p class="total">
            Total : <strong>${inFrench(student.total)} sur ${points(student.max)}</strong>
          </p>
          ${list(student.notices, 'notice')} ${student.notebooks.map(notebookSection)}
        </main>
      </body>
    </html> `;
  return unbreakable(page.text);
}

function notebookSection(notebook: NotebookResult): Html {
  const refusal =
    notebook.reason === undefined
      ? html``
      : html`<p class="reason"><strong>Non noté :</strong> ${notebook.reason}.</p> `;
  const exercises = notebook.status === 'graded' ? notebook.exercises.map(exerciseSection) : [];
  return html`<section>
    <h2>${notebook.title} <small>${notebook.lesson}</small></h2>
    ${refusal}${exercises}
  </section> `;
}

function exerciseSection(exercise: ExerciseResult): Html {
  const notices =
    exercise.notices.length === 0 || exercise.points === exercise.max
      ? html``
      : html`<details>
          <summary>Autres cellules passées</summary>
          ${list(exercise.notices, 'notice')}
        </details> `;
  return html`<h3>${exercise.title} <small>${exercise.exercise}</small></h3>
    <p>
      ${verdict(exercise)} :
      <strong>${inFrench(exercise.points)} sur ${points(exercise.max)}</strong
      >${exercise.bonus ? ', en bonus' : ''}
    </p>
    ${list(exercise.reasons, 'reason')}${criteriaTable(exercise.criteria)}${notices}`;
}

const verdict = (exercise: ExerciseResult): string =>
  exercise.points === exercise.max
    ? '✔ Réussi'
    : exercise.points > 0
      ? '◐ Réussi en partie'
      : '✘ Non réussi';

function criteriaTable(criteria: CriterionResult[]): Html {
  if (criteria.length === 0) return html``;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Critère</th>
        <th scope="col">Résultat</th>
        <th scope="col">Points</th>
      </tr>
    </thead>
    <tbody>
      ${criteria.map(criterionRow)}
    </tbody>
  </table> `;
}

function criterionRow(criterion: CriterionResult): Html {
  if (criterion.visibility === 'instructor') return personRow(criterion);
  const { name, visibility, tests } = criterion;
  const earned = criterion.points === criterion.max;
  const failed = tests.filter((test) => !test.ok);
  const said = failed.map((test) => (visibility === 'public' ? openly(test) : coarsely(test.why)));
  const kind = visibility === 'hidden' ? html` <small>(cas non publiés)</small>` : html``;
  return html`<tr>
    <td>${name}${kind}</td>
    <td>${earned ? '✔ acquis' : '✘ non acquis'}${list([...new Set(said)], 'test')}</td>
    <td class="points">${inFrench(criterion.points)} / ${inFrench(criterion.max)}</td>
  </tr> `;
}

/** A criterion that a person marks: its points need not be all or nothing. */
function personRow({ name, points, max, comment = '', pending = false }: CriterionResult): Html {
  const state = pending ? 'pas encore noté' : 'noté';
  return html`<tr>
    <td>${name} <small>(noté par l’enseignant)</small></td>
    <td>${state}${list(comment === '' ? [] : [comment], 'test')}</td>
    <td class="points">${pending ? '…' : inFrench(points)} / ${inFrench(max)}</td>
  </tr> `;
}

const list = (items: string[], kind: string): Html =>
  items.length === 0
    ? html``
    : html`<ul class="${kind}">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul> `;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
