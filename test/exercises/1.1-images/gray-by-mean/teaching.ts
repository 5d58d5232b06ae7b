/** What the notebook teaches about the exercise; French. */
export const lessonSection = { lesson: '1.1-images', title: '4. Les niveaux de gris' };

export const hints: [idea: string, plan: string, almostCode: string] = [
  'Une image est rangée dans une longue liste : quatre nombres par pixel, les pixels les uns après les ' +
    'autres, ligne par ligne. Tout le travail est de savoir **où commence** chaque pixel ; la moyenne ' +
    'ne prend ensuite que ses trois premiers nombres.',
  '1. Vérifiez les tailles, puis la longueur de la liste.\n2. Parcourez les lignes, et dans chaque ligne les ' +
    'colonnes.\n3. Avant le pixel (y, x), il y a y lignes de `width` pixels, et x pixels : multipliez par 4 ' +
    'pour avoir sa place.\n4. Ajoutez la moyenne à la ligne en cours ; à la fin de la ligne, ajoutez la ' +
    'ligne au résultat.',
  'Il reste à remplir les points :\n\n```ts\nconst gray: number[][] = …;\nfor (let y = 0; y < …; y++) {\n' +
    '  const line: number[] = …;\n  for (let x = 0; x < …; x++) {\n    const start = (y * … + x) * …;\n' +
    '    line.push(( … ) / 3);\n  }\n  gray.push( … );\n}\nreturn gray;\n```',
];

export const afterword =
  'L’idée : une seule formule de place, (y × largeur + x) × 4, fait passer de la liste à la grille. C’est la ' +
  'largeur qui compte, jamais la hauteur, et l’on saute quatre nombres même si l’on n’en utilise que trois. ' +
  'Les gris vont dans un tableau ordinaire : un `Uint8Array` aurait coupé leurs décimales.';
