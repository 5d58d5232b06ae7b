/** What the notebook teaches about the exercise; French. */
export const lessonSection = {
  lesson: '1.1-images',
  title: '5. Noir et blanc : encore autre chose',
};

export const hints: [idea: string, plan: string, almostCode: string] = [
  'Chaque pixel est décidé **seul** : une comparaison avec le seuil, deux réponses possibles. Relisez ' +
    'dans l’énoncé ce que devient une valeur exactement égale au seuil.',
  '1. Refusez un seuil hors de 0 à 255, et `NaN` avec lui.\n2. Construisez une nouvelle matrice, ligne par ' +
    'ligne, sans toucher à `m`.\n3. Pour chaque valeur : 255 si elle atteint le seuil, sinon 0.',
  'Il reste à remplir les points :\n\n```ts\nif (!(threshold >= … && threshold <= …)) throw new RangeError(…);\n' +
    'return m.map((line) => line.map((value) => ( … ? 255 : 0)));\n```',
];

export const afterword =
  'L’idée : une comparaison par pixel, rien d’autre. Il fallait seulement suivre l’énoncé à la lettre au bord ' +
  '(égal au seuil, donc blanc), et écrire la vérification dans le bon sens : exiger que le seuil soit entre ' +
  '0 et 255 refuse `NaN` d’office, alors que chercher s’il est trop petit ou trop grand le laisse passer.';
