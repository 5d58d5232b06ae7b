/** What the notebook teaches around maxPoolBackward. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.7-reseau-a-la-main',
  title: 'Le max pooling : un aiguillage',
};

export const hints: Hints = [
  'Rien n’est multiplié ici : chaque nombre de `dy` est **envoyé**, entier, à une seule case. Deux questions par fenêtre, ' +
    'donc : où commence-t-elle, et laquelle de ses cases a gagné ? `x` ne sert qu’à répondre à la seconde.',
  '1. Calculez la taille de la sortie (leçon 1.3) et comparez-la à celle de `dy`.\n' +
    '2. Préparez `dx` : un tableau de zéros de la forme de `x`.\n' +
    '3. Pour chaque fenêtre (i, j), retenez la **place** de la gagnante, ligne et colonne : partez de la première case ' +
    'de la fenêtre, et ne changez que pour un nombre strictement plus grand.\n' +
    '4. **Ajoutez** le nombre de `dy` à cette place : une autre fenêtre y a peut-être déjà laissé le sien.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'let [bestRow, bestCol] = […, …]; // la première case de la fenêtre\n' +
    'for (let row = …; row < …; row++) {\n' +
    '  for (let col = …; col < …; col++) {\n' +
    '    if (x[row][col] > …) [bestRow, bestCol] = …;\n' +
    '  }\n' +
    '}\n' +
    'dx[…][…] += …;\n' +
    '```',
];

export const afterword =
  'L’idée : retenir une **place** plutôt qu’un nombre, et ajouter. Partir de la première case de la fenêtre règle d’un ' +
  'coup deux questions : une fenêtre négative a sa gagnante, et une égalité revient à la première lue. Les ' +
  'bibliothèques gardent souvent ces places dès l’aller, pour ne pas chercher deux fois. Remarquez ce qui se perd : avec ' +
  'des fenêtres de 2 × 2 côte à côte, trois cases sur quatre ne reçoivent rien, et n’apprennent rien cette fois-ci.';
