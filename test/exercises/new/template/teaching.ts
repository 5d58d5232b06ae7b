/** What the notebook teaches around newName. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: 'theLesson',
  title: 'À ÉCRIRE : un titre de la leçon, comme il y est',
};

export const hints: Hints = [
  'À ÉCRIRE : l’idée, par une question ou une image ; aucun code.',
  '1. À ÉCRIRE : le plan, une étape par ligne, dans l’ordre du code.\n' + '2. …',
  'À ÉCRIRE : presque le code. Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'const result = x.map((value) => …);\n' +
    '```',
];

export const afterword =
  'À ÉCRIRE : ce que la réponse apprend, une fois l’exercice réussi ; jamais le texte de la solution.';
