/** Mistakes that students make in batchNorm and factorize, known by what they give. */
import type { Mistake } from '../../mistake';
import { factoring, factorsOf, momentsOf, near, norm, refuse, sizeOf } from './parts';

export const mistakes: Mistake[] = [
  {
    name: 'la variance est divisée par n − 1',
    hint: 'La normalisation par lots divise la somme des carrés par n, le nombre d’exemples.',
    answer: { batchNorm: norm({ moments: momentsOf((n) => Math.max(1, n - 1)) }) },
  },
  {
    name: 'à l’usage, la moyenne et la variance sont celles du lot',
    hint: 'À l’usage, il n’y a parfois qu’un exemple : les nombres à employer sont dans l’état.',
    answer: { batchNorm: norm({ used: (_, batch) => batch }) },
  },
  {
    name: 'à l’entraînement, on normalise par les moyennes glissantes',
    hint: 'À l’entraînement, les moyennes glissantes s’accumulent, mais ce sont celles du lot qui servent.',
    answer: { batchNorm: norm({ used: (_, __, state) => state }) },
  },
  {
    name: 'l’état ne bouge pas à l’entraînement',
    hint: 'L’état rendu a fait un pas vers la moyenne et la variance du lot.',
    answer: { batchNorm: norm({ moves: () => false }) },
  },
  {
    name: 'l’état bouge aussi à l’usage',
    hint: 'À l’usage, le réseau ne change plus : l’état ressort comme il est entré.',
    answer: { batchNorm: norm({ moves: () => true }) },
  },
  {
    name: 'momentum pèse sur le lot, au lieu de peser sur le passé',
    hint: 'momentum est la part de l’ancienne moyenne que l’on garde.',
    answer: { batchNorm: norm({ move: (old, now, m) => m * now + (1 - m) * old }) },
  },
  {
    name: 'l’état prend les valeurs du lot, sans mémoire',
    hint: 'Une moyenne glissante ne fait qu’un petit pas vers ce qu’elle vient de voir.',
    answer: { batchNorm: norm({ move: (_, now) => now }) },
  },
  {
    name: 'ε est ajouté après la racine',
    hint: 'ε est sous la racine, avec la variance.',
    answer: { batchNorm: norm({ spread: (variance, epsilon) => Math.sqrt(variance) + epsilon }) },
  },
  {
    name: 'ε est oublié',
    hint: 'Que se passerait-il pour un canal constant, dont la variance est nulle ?',
    answer: { batchNorm: norm({ spread: Math.sqrt }) },
  },
  {
    name: 'on divise par la variance, et non par l’écart-type',
    hint: 'L’écart-type est la racine de la variance (avec ε).',
    answer: { batchNorm: norm({ spread: (variance, epsilon) => variance + epsilon }) },
  },
  {
    name: 'γ et β sont oubliés',
    hint: 'Une fois normalisée, la valeur est multipliée par gamma, puis beta s’y ajoute.',
    answer: { batchNorm: norm({ scale: (normal) => normal }) },
  },
  {
    name: 'β est ajouté avant de multiplier par γ',
    hint: 'D’abord gamma × la valeur normalisée, ensuite + beta.',
    answer: { batchNorm: norm({ scale: (normal, gamma, beta) => gamma * (normal + beta) }) },
  },
  {
    name: 'la moyenne est prise sur tous les canaux ensemble',
    hint: 'Chaque canal (chaque colonne de x) a sa moyenne et sa variance.',
    answer: {
      batchNorm: norm({
        moments: (x) => {
          const { mean, variance } = momentsOf()(x.flat().map((value) => [value]));
          return { mean: x[0]!.map(() => mean[0]!), variance: x[0]!.map(() => variance[0]!) };
        },
      }),
    },
  },
  {
    name: 'un mode inconnu est pris pour l’usage',
    hint: 'Seuls "train" et "infer" existent : levez une erreur pour tout autre mode.',
    answer: {
      batchNorm: norm({
        refuse: (x, state, mode) => {
          refuse(x, state, mode === 'train' ? 'train' : 'infer');
        },
      }),
    },
  },
  {
    name: 'factorize ne vérifie pas que le produit redonne le noyau',
    hint: 'Une colonne et une ligne se trouvent toujours ; encore faut-il que leur produit soit le noyau entier.',
    answer: { factorize: factoring((_, factors) => factors) },
  },
  {
    name: 'factorize rend la colonne et la ligne l’une pour l’autre',
    hint: 'column a autant de nombres que le noyau a de lignes.',
    answer: {
      factorize: factoring((kernel, factors) =>
        near(kernel, factors) ? { column: factors.row, row: factors.column } : null,
      ),
    },
  },
  {
    name: 'factorize prend la première ligne telle quelle',
    hint: 'Le premier nombre non nul de row doit être 1 : divisez la ligne, et la colonne en tient compte.',
    answer: {
      factorize: factoring((kernel, factors) => {
        if (!near(kernel, factors)) return null;
        const first = factors.column.find((value) => value !== 0)!;
        return {
          column: factors.column.map((value) => value / first),
          row: factors.row.map((value) => value * first),
        };
      }),
    },
  },
  {
    name: 'factorize divise par la case en haut à gauche, même quand elle vaut 0',
    hint: 'La première case peut être nulle : cherchez la première colonne qui a un nombre non nul.',
    answer: {
      factorize: factoring((kernel) => {
        const factors = {
          column: kernel.map((line) => line[0]!),
          row: kernel[0]!.map((value) => value / kernel[0]![0]!),
        };
        return near(kernel, factors) ? factors : null;
      }),
    },
  },
  {
    name: 'factorize compare sans tolérance : un arrondi suffit à dire non',
    hint: 'Un produit de décimales a des arrondis : comparez à un milliardième près de la plus grande case.',
    answer: {
      factorize: factoring((kernel, { column, row }) =>
        kernel.every((line, y) => line.every((value, x) => value === column[y]! * row[x]!))
          ? { column, row }
          : null,
      ),
    },
  },
  {
    name: 'factorize ne regarde que le coin de 2 × 2',
    hint: 'Toutes les cases doivent être égales à leur produit, la dernière aussi.',
    answer: {
      factorize: factoring((kernel, factors) => {
        const corner = kernel.slice(0, 2).map((line) => line.slice(0, 2));
        const [a, b] = corner as [number[], number[] | undefined];
        const odd = b === undefined || a.length < 2 ? 0 : a[0]! * b[1]! - a[1]! * b[0]!;
        return Math.abs(odd) <= 1e-9 * sizeOf(kernel) ** 2 ? factors : null;
      }),
    },
  },
  {
    name: 'factorize accepte des lignes de longueurs différentes',
    hint: 'Commencez par comparer la longueur de chaque ligne à celle de la première.',
    answer: {
      factorize: (kernel: number[][]) => {
        if (kernel.length === 0 || kernel[0]!.length === 0) throw new RangeError('empty');
        const factors = factorsOf(kernel);
        return factors !== null && near(kernel, factors) ? factors : null;
      },
    },
  },
];
