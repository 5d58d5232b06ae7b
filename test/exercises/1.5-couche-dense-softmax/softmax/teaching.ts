/** What the notebook teaches around the exercise. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.5-couche-dense-softmax',
  title: '3. Softmax : des notes aux probabilités',
};

export const hints: Hints = [
  'La formule est juste ; c’est la machine qui déborde. Or ajouter la même constante à tous les logits ne change ' +
    'pas les probabilités : $e^{z_i + c} = e^{c} e^{z_i}$, et $e^{c}$ se simplifie en haut et en bas. **Choisissez** donc ' +
    'la constante qui vous arrange : celle pour laquelle aucune exponentielle ne déborde, et leur somme n’est jamais nulle.',
  '1. Refusez un vecteur vide. 2. Cherchez le plus grand logit. 3. Retranchez-le de chaque logit, dans un ' +
    '**nouveau** tableau : le plus grand devient 0, les autres sont négatifs. 4. Prenez les exponentielles. ' +
    '5. Calculez leur somme, **une fois**, et divisez-les toutes par elle.',
  '```ts\nconst largest = …; // le plus grand logit\nconst exponentials = z.map((logit) => Math.exp(… - …));\n' +
    'const total = exponentials.reduce((sum, value) => …, 0);\nreturn exponentials.map((value) => …);\n```\n\n' +
    'Essayez ensuite `[1000, 1000]`, puis `[-1000, -1000]` : aucun des deux ne doit donner `NaN`.',
];

export const afterword =
  'L’idée : se servir d’une liberté de la formule. Puisque seules les différences de logits comptent, on retranche ' +
  'le plus grand : tous les exposants sont alors négatifs ou nuls, rien ne déborde, et la somme contient ' +
  '$e^{0} = 1$, donc on ne divise jamais par zéro. Retrancher la moyenne ne suffirait pas : un logit peut en être très ' +
  'loin. Une probabilité trop petite s’arrondit à 0, ce qui est sans danger ici ; ce ne le serait plus avant un ' +
  'logarithme, et la leçon 1.6 vous en reparlera.';
