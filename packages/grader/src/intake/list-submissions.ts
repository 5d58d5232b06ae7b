import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asShown, showName, studentId } from '@convolab/submission';

/** What one student handed in; nothing of it has been opened yet. */
export interface Submission {
  student: string;
  /** Notebooks by name without `.ipynb`, with their paths. */
  notebooks: Map<string, string>;
  /** Files that are no notebook we look for, named so that nobody wonders: French. */
  notices: string[];
}

export interface Intake {
  submissions: Submission[];
  /** What lies in the folder and is nobody's submission, with a reason in French. */
  refused: { name: string; reason: string }[];
}

/** What file managers, archives and Jupyter leave behind. */
const litter = /^(\.DS_Store|\._.*|\.ipynb_checkpoints|\.git.*|__MACOSX|Thumbs\.db|desktop\.ini)$/;

/**
 * Lists a folder of submissions, `STUDENT/NOTEBOOK.ipynb`, by student.
 *
 * @param folder the folder to list
 * @param lessons the notebooks that are looked for, `1.2-convolution`
 * @throws Error when the folder cannot be read
 */
export function listSubmissions(folder: string, lessons: readonly string[]): Intake {
  const refused: Intake['refused'] = [];
  /** By the id as it is shown. */
  const byId = new Map<string, Submission | 'ambiguous'>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (litter.test(entry.name)) continue;
    const refuse = (reason: string): void => {
      refused.push({ name: showName(entry.name), reason });
    };
    if (!entry.isDirectory()) {
      refuse('ce n’est pas un dossier d’étudiant (attendu : ÉTUDIANT/NOTEBOOK.ipynb)');
      continue;
    }
    const named = studentId(entry.name);
    if ('reason' in named) {
      refuse(named.reason);
    } else if (byId.has(asShown(named.id))) {
      refuse('deux dossiers portent ce nom, écrit de deux façons ; aucun n’est noté');
      byId.set(asShown(named.id), 'ambiguous');
    } else {
      try {
        byId.set(asShown(named.id), openFolder(named.id, join(folder, entry.name), lessons));
      } catch (error) {
        refuse(`le dossier ne s’ouvre pas (${(error as NodeJS.ErrnoException).code ?? ''})`);
      }
    }
  }
  const submissions = [...byId.values()].filter((each) => each !== 'ambiguous');
  submissions.sort((a, b) => (a.student < b.student ? -1 : 1));
  refused.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { submissions, refused };
}

function openFolder(student: string, folder: string, lessons: readonly string[]): Submission {
  const notebooks = new Map<string, string>();
  const notices: string[] = [];
  const names = readdirSync(folder).sort();
  for (const name of names.filter((each) => !litter.test(each))) {
    const lesson = name.normalize('NFC').replace(/\.ipynb$/, '');
    if (name.endsWith('.ipynb') && lessons.includes(lesson)) {
      notebooks.set(lesson, join(folder, name));
    } else if (notices.length < 5) {
      notices.push(
        `« ${showName(name)} » n’est pas noté : les notebooks attendus s’appellent ` +
          `${lessons.map((each) => `${each}.ipynb`).join(', ')}.`,
      );
    }
  }
  return { student, notebooks, notices };
}
