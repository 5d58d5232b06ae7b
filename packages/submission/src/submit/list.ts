import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handoutNames, loadHandout } from '../read/load-handout';
import { readNotebook } from '../read/notebook';
import { planCells } from '../read/plan-cells';
import { readSubmittedFile } from '../read/read-file';
import { sha256 } from '../zip/receipt';
import { exercisesFolder } from './find-notebook';
import { readRecord, type SubmitRecord } from './record';
import { onDate } from './words';

/** The student's notebooks of exercises, how far each is written and what was packed of it; runs nothing. */
export function list(root: string): string {
  const names = handoutNames(root);
  const record = readRecord(root);
  const width = Math.max(...names.map((name) => name.length));
  const states = names.map((name) => ({ name, ...stateOf(root, name, record) }));
  const lines = states.map(({ name, mark, said }) => `  ${mark} ${name.padEnd(width)}  ${said}`);
  const begun = states.find(({ mark }) => mark === '●' || mark === '◐')?.name ?? names[0];
  const whose = record.student === undefined ? ' --student prenom.nom' : '';
  return [
    'Vos exercices, dans work/exercices :',
    '',
    ...lines,
    '',
    `Pour en rendre un : npm run submit -- ${begun ?? 'NOTEBOOK'}${whose}`,
    '',
  ].join('\n');
}

function stateOf(root: string, name: string, record: SubmitRecord): { mark: string; said: string } {
  const path = join(exercisesFolder(root), `${name}.ipynb`);
  if (!existsSync(path)) return { mark: ' ', said: 'absent de work/ ; npm start le remet' };
  const file = readSubmittedFile(path);
  if ('reason' in file) return { mark: '!', said: `illisible : ${file.reason}` };
  const notebook = readNotebook(file.bytes);
  if (!notebook.ok) return { mark: '!', said: `illisible : ${notebook.reason}` };
  const { handout } = loadHandout(root, name);
  const answers = [...planCells(handout, notebook.cells).answers.values()];
  const written = answers.filter((state) => state === 'found').length;
  const last = record.last[name];
  const packed =
    last === undefined
      ? ''
      : ` ; zip écrit ${onDate(last.date)}` +
        (last.sha256 === sha256(file.bytes) ? '' : ', notebook changé depuis');
  if (written === 0) return { mark: '○', said: `jamais commencé${packed}` };
  if (written === answers.length) {
    return { mark: '●', said: `complet : toutes les réponses sont écrites${packed}` };
  }
  return {
    mark: '◐',
    said: `en partie : ${written} ${written > 1 ? 'réponses écrites' : 'réponse écrite'} sur ${answers.length}${packed}`,
  };
}
