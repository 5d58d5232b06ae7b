/** What the notebook teaches around the exercise. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.4-activation-pooling',
  title: '7. Des variantes qui ne meurent pas',
};

export const hints: Hints = [
  'Chaque activation est faite de **deux morceaux** : à droite de 0 elle rend x tel quel, à gauche elle ' +
    'fait autre chose. Une pente se lit morceau par morceau : une droite $a x$ a partout la pente $a$, ' +
    'et l’exponentielle a une propriété rare, elle est **sa propre dérivée**.',
  'Pour chaque fonction : 1. demandez de quel côté de 0 se trouve x ; 2. rendez la formule de ce côté, ' +
    'avec son réglage. Pour les pentes, écrivez d’abord sur papier la dérivée de chacun des morceaux : ' +
    '$x$, $0$, $\\text{leak} \\times x$ et $\\alpha e^{x} - \\alpha$ (la constante ne compte pas). Reste 0 : ' +
    'voyez dans l’énoncé si ReLU et Leaky ReLU y prennent la pente de gauche ou celle de droite, puis ' +
    'de même pour ELU ; choisissez entre `>` et `>=` en conséquence.',
  'Toutes les six ont la même ossature ; seules changent les trois parties à remplir :\n\n' +
    '```ts\nif (x … 0) return …; // à droite : x, ou 1 pour une pente\n' +
    'return …; // à gauche : la formule, avec leak ou alpha\n```\n\n' +
    'À gauche, la pente de ELU est `alpha` fois l’exponentielle de x, sans le −1.',
];

export const afterword =
  'L’idée : deux morceaux, et un `if` entre eux. À droite, les trois activations rendent x, et leur pente ' +
  'vaut 1 : la correction passe entière. Tout se joue à gauche : la pente de ReLU y est nulle (un neurone ' +
  'peut mourir), celle de Leaky ReLU constante, celle de ELU petite et vite presque nulle. Remarquez que, pour ' +
  'x < 0, la pente de ELU est `elu(x) + alpha` : une bibliothèque n’a pas besoin de recalculer ' +
  'l’exponentielle. Et pour x = 1000, on n’appelle pas l’exponentielle du tout : elle déborderait.';
