/** What the notebook teaches around logitsGradient. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.6-apprentissage',
  title: 'Ce qu’il faut changer : le gradient',
};

export const hints: Hints = [
  'Il n’y a rien à dériver : la leçon l’a fait, et le résultat tient en trois mots, **prédit moins voulu**. Le ' +
    'prédit n’est pas donné ; il se calcule à partir des logits. Par quelle fonction ? Et que faut-il faire avant ' +
    'les exponentielles pour qu’aucune ne déborde ?',
  '1. Refusez d’abord ce que la liste « Erreurs » de l’énoncé interdit.\n' +
    '2. Cherchez le plus grand logit et retranchez-le de tous, dans un **nouveau** tableau.\n' +
    '3. Prenez les exponentielles et divisez-les par leur somme : ce sont les q.\n' +
    '4. De chaque q, retranchez le p de la même classe, zéros compris.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    'const largest = …; // le plus grand logit\n' +
    'const exponentials = z.map((logit) => Math.exp(…));\n' +
    'const total = exponentials.reduce((sum, value) => …, 0);\n' +
    'return exponentials.map((value, i) => … - …);\n' +
    '```\n\n' +
    'Vérifiez ensuite un signe : pour la bonne classe, le résultat doit être négatif.',
];

export const afterword =
  'L’idée : **softmax d’abord, une soustraction ensuite**. La division par q, venue du logarithme, et la ' +
  'multiplication par q, venue de softmax, se sont simplifiées sur le papier ; la machine n’a donc jamais à diviser par ' +
  'un q arrondi à 0. C’est pourquoi un réseau sûr de lui et dans l’erreur, dont la perte calculée à partir de q ' +
  'serait infinie, garde un gradient exact, de taille 1. Et pour une étiquette adoucie, la même ligne convient.';
