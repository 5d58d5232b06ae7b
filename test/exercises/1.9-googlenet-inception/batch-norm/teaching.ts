/** What the notebook teaches around batchNorm and factorize. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '1.9-googlenet-inception',
  title: '8. La normalisation par lots',
};

export const hints: Hints = [
  '`batchNorm` : un canal est une **colonne** de x, et les canaux s’ignorent. Deux questions, dans chaque mode : avec quelles ' +
    'moyennes normalise-t-on, et que devient l’état ? `factorize` : si le noyau est un produit, **toutes** ses lignes sont des ' +
    'multiples d’une seule. Laquelle prendre, et comment l’écrire pour que son premier nombre non nul soit 1 ?',
  '`batchNorm` : 1. refusez les longueurs et le mode ; 2. calculez la moyenne de chaque colonne, puis la moyenne des carrés des ' +
    'écarts ; 3. choisissez, selon le mode, les moments à employer ; 4. normalisez chaque nombre, multipliez par gamma, ajoutez ' +
    'beta ; 5. rendez un **nouvel** état, qui a bougé ou non. `factorize` : 1. refusez un noyau vide ou irrégulier ; 2. cherchez la ' +
    'première colonne qui a un nombre non nul (aucune : `null`) ; c’est `column` ; 3. prenez une ligne qui n’est pas nulle à cet ' +
    'endroit, et divisez-la ; 4. vérifiez **chaque** case.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    '// batchNorm : une moyenne de f sur les exemples, pour chaque canal\n' +
    'const over = (f: (line: number[], c: number) => number) =>\n' +
    '  state.gamma.map((_, c) => …);\n' +
    'const batchMean = over((line, c) => line[c]);\n' +
    'const batchVariance = over((line, c) => …);\n' +
    'const [usedMean, usedVariance] = mode === … ? [batchMean, …] : [state.mean, …];\n' +
    '// une moyenne glissante garde momentum du passé\n' +
    'const blend = (old: number[], now: number[]) => old.map((value, c) => …);\n\n' +
    '// factorize : y et x où chaque case doit être un produit\n' +
    'const worst = Math.max(...kernel.map((line, y) => Math.max(…)));\n' +
    'return worst <= 1e-9 * … ? { column, row } : …;\n' +
    '```',
];

export const afterword =
  'L’idée de `batchNorm` : **deux régimes pour une couche**. À l’entraînement, la sortie d’un exemple dépend de ses voisins de lot ; à ' +
  'l’usage, plus du tout. C’est l’oubli de ce changement de régime qui gâte le plus de réseaux réutilisés (chapitre 2). L’idée de ' +
  '`factorize` : un noyau de rang 1 a **h + w** nombres au lieu de h × w. La plupart des noyaux appris ne sont pas de rang 1 : c’est ' +
  'pourquoi l’on apprend directement la colonne et la ligne, au lieu de découper un noyau après coup.';
