/** What the notebook teaches around crossEntropy. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.6-apprentissage',
  title: '1. Mesurer une erreur : l’entropie croisée',
};

export const hints: Hints = [
  'La formule est une somme : une classe, un terme $-p_i \\ln q_i$. Le seul piège est le calcul de $0 \\times \\ln 0$, ' +
    'que la machine appelle `NaN`. **Qui des deux** doit être nul pour que le terme ne compte pas : p ou q ?',
  '1. Refusez d’abord ce que la liste « Erreurs » de l’énoncé interdit.\n' +
    '2. Partez d’une perte de 0 et parcourez les classes.\n' +
    '3. Si `p[i]` vaut 0, passez à la classe suivante **sans** calculer de logarithme.\n' +
    '4. Sinon, ajoutez le terme. Si `q[i]` vaut 0, `Math.log(0)` rend `-Infinity`, et la somme devient infinie ' +
    'd’elle-même : il n’y a rien de plus à écrire.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'let loss = 0;\n' +
    'for (…) { // chaque classe i\n' +
    '  if (… === 0) continue; // 0 ln 0 = 0\n' +
    '  loss -= … * Math.log(…);\n' +
    '}\n' +
    'return loss;\n' +
    '```\n\n' +
    'Pour les valeurs refusées, écrivez `!(x >= 0 && x <= 1)` : ce test attrape aussi `NaN`, alors que ' +
    '`x < 0 || x > 1` le laisse passer.',
];

export const afterword =
  'L’idée : **ne jamais calculer ce qui ne compte pas**. Sauter les classes où p = 0 suffit : la convention ' +
  '0 ln 0 = 0 est respectée, et le cas q = 0 < p donne l’infini sans une ligne de plus, parce que `Math.log(0)` ' +
  'vaut `-Infinity`. Les bibliothèques préfèrent borner q : une perte infinie rendrait tous les poids `NaN` au pas ' +
  'suivant. Mieux encore, elles partent des logits, et ne calculent pas q du tout : `crossEntropyFromLogits`.';
