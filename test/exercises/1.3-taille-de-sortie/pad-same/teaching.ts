/** What the notebook teaches about the exercise; French. */
export const lessonSection = {
  lesson: '1.3-taille-de-sortie',
  title: 'De quel côté sont les zéros ?',
};

export const hints: [idea: string, plan: string, almostCode: string] = [
  'Partez de la fin : « same » promet ⌈N / S⌉ fenêtres. La dernière commence à la case (O − 1) × S et couvre ' +
    'F cases : voilà la longueur qu’il faut. Ce qui manque à l’image, ce sont les zéros.',
  '1. Vérifiez les quatre nombres.\n2. Écrivez une petite fonction qui, pour **une** direction (taille, ' +
    'filtre, pas), rend les zéros avant et les zéros après ; appelez-la pour les lignes, puis pour les ' +
    'colonnes.\n3. Entourez chaque ligne de ses zéros.\n4. Ajoutez les lignes de zéros au-dessus et ' +
    'au-dessous ; elles ont la **nouvelle** largeur.',
  'Il reste à remplir les points :\n\n```ts\nconst zerosAround = (size, filter, stride) => {\n' +
    '  const total = Math.max(0, (Math.ceil( … ) - 1) * … + … - size);\n  const before = Math.floor( … );\n' +
    '  return [before, … ];\n};\nconst [top, bottom] = zerosAround(x.length, … , … );\n```\n\n' +
    'puis, pour une ligne : `[...zéros, ...line, ...zéros]`.',
];

export const afterword =
  'L’idée : une seule petite fonction d’une direction, appelée deux fois ; c’est ce qui évite de mélanger ' +
  'hauteur et largeur. Le nombre d’avant est arrondi vers le bas et celui d’après est **ce qui reste** du ' +
  'total : ainsi les deux font toujours le compte, et le zéro de plus tombe à la fin, comme dans TensorFlow.';
