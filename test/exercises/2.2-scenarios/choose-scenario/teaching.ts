/** What the notebook teaches around chooseScenario. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '2.2-scenarios',
  title: '4. Lire la matrice',
};

export const hints: Hints = [
  'Deux questions se suivent. **Que sait-on de chaque stratégie ?** Une moyenne, et de combien elle peut se tromper : plus il y a ' +
    'de graines, plus le t de Student et la racine de n resserrent l’intervalle. **Laquelle prendre ?** Pas toujours la plus ' +
    'haute : si deux intervalles se touchent, la différence est peut-être de la chance, et c’est le coût qui tranche.',
  'Pour `summarize` :\n\n' +
    '1. Préparez la matrice avec ses quatre situations vides.\n' +
    '2. Rassemblez les mesures d’une même case (taille, ressemblance, stratégie).\n' +
    '3. Une graine y revient, ou une exactitude est impossible : erreur.\n' +
    '4. Écartez les `null` ; s’il reste moins de deux mesures, passez à la case suivante.\n' +
    '5. Calculez la moyenne, puis la somme des carrés des écarts, puis `half`, puis la durée moyenne.\n\n' +
    'Pour `chooseScenario` : vérifiez, lisez la bonne case, trouvez la plus haute moyenne, gardez celles dont le **haut** de ' +
    'l’intervalle atteint le **bas** du sien, et prenez la moins chère.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'const n = kept.length; // les mesures qui comptent\n' +
    'const average = …;\n' +
    'const s = Math.sqrt(… / (n - 1));\n' +
    'const half = … * s / …;\n' +
    '```\n\n' +
    '```ts\n' +
    'const row = images < few ? … : …;\n' +
    'const all = Object.entries(gap < far ? … : …);\n' +
    'const low = …; // le bas de l’intervalle de la meilleure\n' +
    'const equal = all.filter(([name, cell]) => … >= low);\n' +
    '// puis : la moins chère ; à secondes égales, la plus haute moyenne\n' +
    '```',
];

export const afterword =
  'L’idée : **une moyenne sans son intervalle n’est pas un résultat**, et une différence plus petite que l’intervalle n’est pas un ' +
  'argument. Le coût, lui, se mesure sans chance : à résultats indiscernables, il décide. Votre fonction conseille ce que vos ' +
  'mesures montrent ; avec d’autres images, un autre réseau ou d’autres seuils, elle conseillera autre chose, et c’est bien ainsi.';
