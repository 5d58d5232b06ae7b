/** What the notebook teaches about the exercise; French. */
export const lessonSection = {
  lesson: '1.3-taille-de-sortie',
  title: 'La formule, et ce qu’elle cache',
};

export const hints: [idea: string, plan: string, almostCode: string] = [
  'Posez la fenêtre tout au début : c’est **une** place. Puis comptez les sauts : combien de fois peut-elle ' +
    'avancer de S cases avant de dépasser ?',
  '1. Vérifiez chaque argument.\n2. Calculez la place qui reste après la première fenêtre, dans l’entrée avec ' +
    'ses zéros **des deux côtés** ; si elle est négative, c’est une erreur.\n3. Divisez-la par le pas, ' +
    'arrondissez vers le bas, ajoutez la première place.',
  'Il reste à remplir les points :\n\n```ts\nconst room = n + … * padding - …;\n' +
    'if (room < …) throw new RangeError(…);\nreturn Math.floor( … / … ) + …;\n```\n\n' +
    '`Number.isInteger(v)` dit si v est un entier ; il refuse aussi `NaN`.',
];

export const afterword =
  'L’idée : une place au départ, puis autant de sauts entiers qu’il en tient dans ce qui reste. L’arrondi vers ' +
  'le bas dit seulement qu’un saut commencé qui dépasse n’en est pas un. Vérifier que le reste n’est pas ' +
  'négatif suffit à refuser un filtre trop grand, remplissage compris.';
