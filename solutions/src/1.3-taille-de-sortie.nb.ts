// ---
// title: Pas, remplissage, profondeur, taille de sortie
// exercises:
//   - id: outputSize
//     title: Taille de sortie
//     points: 3
//     functions: [outputSize]
//     imports: []
//   - id: padSame
//     title: Remplissage « same »
//     points: 4
//     functions: [padSame]
//     imports: []
//   - id: layerCost
//     title: Paramètres et multiplications d’une couche
//     points: 3
//     functions: [layerCost]
//     imports: []
//   - id: ConvOut
//     title: La taille, vérifiée par le compilateur
//     points: 3
//     bonus: true
//     types: [ConvOut]
//     imports: []
// ---
// %% [markdown] id=c0de1301
// # Exercices 1.3 : taille de sortie, remplissage, coût d’une couche
//
// Avant d’exécuter une couche, on peut tout dire d’elle : la taille de ce qu’elle rend, les zéros qu’elle
// ajoute, ce qu’elle a à apprendre et à calculer. Trois exercices, **10 points**, et un quatrième en bonus :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. Taille de sortie | `outputSize` | 3 |
// | 2. Remplissage « same » | `padSame` | 4 |
// | 3. Paramètres et multiplications d’une couche | `layerCost` | 3 |
// | 4. Bonus : la taille, vérifiée par le compilateur | `ConvOut`, un type | + 3 |
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie votre fonction sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres tailles, d’autres pas, des
// images rectangulaires. Une fonction juste les passe tous.
//
// Les règles, pour tous les exercices :
//
// - gardez le nom et la signature de la fonction ;
// - n’importez rien : quelques opérations et des tableaux suffisent ;
// - ne modifiez ni les tableaux ni les objets reçus : la fonction en construit de nouveaux ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('outputSize')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('outputSize')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
//
// La leçon : [1.3 Pas, remplissage, profondeur, taille de sortie](../lecons/1.3-taille-de-sortie.ipynb).
// %% id=c0de1302 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1303
// ## Échauffement : compter les départs
//
// Une fenêtre de 3 cases se pose sur une entrée de 8 cases, au pas de 2. Avant d’exécuter la cellule qui
// suit, répondez de tête :
//
// 1. À quelles cases la fenêtre commence-t-elle, si l’on compte les cases à partir de 0 ?
// 2. Une case de l’entrée n’est vue par aucune fenêtre : laquelle ?
// 3. Combien de départs y aurait-il avec un zéro de plus de chaque côté ?
//
// Changez ensuite `n`, `f` et `stride` pour vérifier vos réponses.
// %% id=c0de1304 role=free
const [n, f, stride] = [8, 3, 2];
const starts: number[] = [];
for (let start = 0; start + f <= n; start += stride) starts.push(start);
console.log('départs :', starts, '; il y en a', starts.length);
// %% [markdown] id=c0de1305
// La fenêtre commence aux cases 0, 2 et 4 : trois départs. La dernière voit les cases 4, 5 et 6, donc
// personne ne voit la case 7. Avec un zéro de chaque côté, l’entrée a 10 cases : départs 0, 2, 4 et 6, soit
// quatre.
// %% [markdown] id=c0de1306
// ## Exercice 1 : taille de sortie (3 points)
//
// Écrivez `outputSize(n, f, stride, padding)` :
//
// - `n` : la taille $N$ de l’entrée ;
// - `f` : la taille $F$ du filtre ;
// - `stride` : le pas $S$ (1 par défaut) ;
// - `padding` : le nombre $P$ de zéros ajoutés **de chaque côté** (0 par défaut).
//
// La fonction rend la taille de la sortie, un nombre entier :
//
// $$O = \left\lfloor \frac{N + 2P - F}{S} \right\rfloor + 1$$
//
// Les crochets $\lfloor\ \rfloor$ arrondissent vers le bas : une fenêtre qui dépasse ne compte pas.
//
// **Exemple.** $N = 6$, $F = 3$, $S = 2$, $P = 0$ : (6 + 0 − 3) / 2 = 1,5, arrondi à 1, et 1 + 1 = **2**.
//
// - `outputSize(7, 3)` rend 5 ;
// - `outputSize(6, 3, 2)` rend 2 ;
// - `outputSize(5, 3, 1, 1)` rend 5 : avec ses deux zéros, l’entrée a 7 cases ;
// - `outputSize(227, 11, 4)` rend 55, la première couche d’AlexNet.
//
// **Erreurs.** La fonction lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('pas invalide')`, si :
//
// - `n`, `f` ou `stride` n’est pas un entier supérieur ou égal à 1 ;
// - `padding` n’est pas un entier supérieur ou égal à 0 ;
// - le filtre est plus grand que l’entrée avec ses zéros ($F > N + 2P$).
// %% id=c0de1307 role=answer exercise=outputSize
function outputSize(n: number, f: number, stride = 1, padding = 0): number {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  for (const value of [n, f, stride]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`outputSize : reçu ${value}, il faut un entier d'au moins 1.`);
    }
  }
  if (!Number.isInteger(padding) || padding < 0) {
    throw new RangeError(
      `outputSize : le remplissage vaut ${padding}, il faut un entier d'au moins 0.`,
    );
  }
  const room = n + 2 * padding - f;
  if (room < 0) {
    throw new RangeError(
      `outputSize : le filtre a ${f} cases, l'entrée remplie seulement ${n + 2 * padding}.`,
    );
  }

  // 2. La place de départ, plus autant de sauts qu'il en tient.
  return Math.floor(room / stride) + 1;
  // END SOLUTION
}
// %% id=c0de1308 role=check exercise=outputSize
await check('outputSize', outputSize);
// %% [markdown] id=c0de1309
// **À regarder.** Doublez le pas de l’exemple d’AlexNet : la taille passe de 55 à 28, et non à 27,5. Pour
// essayer vos propres tailles, retirez les `//` ci-dessous.
// %% id=c0de130a role=free
// outputSize(227, 11, 8)
// %% [markdown] id=c0de130b
// ## Exercice 2 : remplissage « same » (4 points)
//
// Écrivez `padSame(x, f, s)`, qui entoure une image des zéros que TensorFlow ajoute pour
// `padding: 'same'` :
//
// - `x` : l’image, $H$ lignes de $W$ valeurs, lue `x[ligne][colonne]` ;
// - `f` : la taille du filtre, `[F_y, F_x]`, **hauteur d’abord** ;
// - `s` : les pas, `[S_y, S_x]`, **vertical d’abord**.
//
// La fonction rend l’image remplie, une nouvelle matrice. Les deux directions se calculent séparément. Pour
// la hauteur :
//
// $$O = \left\lceil \frac{H}{S_y} \right\rceil \qquad \text{zéros en tout} = \max\big(0,\ (O - 1) \times S_y + F_y - H\big)$$
//
// Les crochets $\lceil\ \rceil$ arrondissent vers le haut. De ce total, la moitié va **en haut**, l’autre
// **en bas** ; s’il est impair, la rangée de plus va **en bas**. Pour la largeur, de même avec $W$, $S_x$ et
// $F_x$ : la moitié à gauche, et la colonne de plus **à droite**.
//
// **Exemple.** Une image de 2 lignes et 4 colonnes, un filtre 2 × 3, le pas [1, 2] :
//
// - hauteur : $O = 2$, (2 − 1) × 1 + 2 − 2 = **1** zéro en tout : aucun en haut, un en bas ;
// - largeur : $O = 2$, (2 − 1) × 2 + 3 − 4 = **1** zéro en tout : aucun à gauche, un à droite.
//
// ```
// x = 1 2 3 4      padSame(x, [2, 3], [1, 2]) = 1 2 3 4 0
//     5 6 7 8                                   5 6 7 8 0
//                                               0 0 0 0 0
// ```
//
// Avec le filtre 3 × 3 et le pas [1, 1], il y a 2 zéros en tout dans chaque direction : une rangée de zéros
// sur chacun des quatre côtés. Avec le filtre 1 × 1 et le pas [2, 2], le calcul donne un nombre négatif ou nul :
// aucun zéro, et l’image revient telle quelle (aucune ligne ne lui est retirée).
//
// **Erreurs.** La fonction lève une erreur si l’un des quatre nombres de `f` et de `s` n’est pas un entier
// supérieur ou égal à 1. Un filtre plus grand que l’image n’est **pas** une erreur : `'same'` ajoute assez de
// zéros.
// %% id=c0de130c role=answer exercise=padSame
function padSame(x: number[][], f: [number, number], s: [number, number]): number[][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  for (const value of [...f, ...s]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`padSame : reçu ${value}, il faut un entier d'au moins 1.`);
    }
  }

  // 2. Dans chaque direction : les zéros en tout, puis leur partage, le reste à la fin.
  const share = (size: number, filter: number, stride: number): [number, number] => {
    const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + filter - size);
    const before = Math.floor(total / 2);
    return [before, total - before];
  };
  const [top, bottom] = share(x.length, f[0], s[0]);
  const [left, right] = share(x[0].length, f[1], s[1]);

  // 3. Entourer chaque ligne, puis ajouter les lignes de zéros.
  const zeros = (count: number): number[] => new Array<number>(count).fill(0);
  const lines = x.map((line) => [...zeros(left), ...line, ...zeros(right)]);
  const blank = (count: number): number[][] => zeros(count).map(() => zeros(lines[0].length));
  return [...blank(top), ...lines, ...blank(bottom)];
  // END SOLUTION
}
// %% id=c0de130d role=check exercise=padSame
await check('padSame', padSame);
// %% [markdown] id=c0de130e
// **À regarder.** Le signal [1, 2, 3, 4] de la leçon, avec un filtre de trois cases au pas de 2, n’a besoin que
// d’un zéro, à droite : c’est pourquoi la leçon trouvait [6, 7] et non [3, 9].
// %% id=c0de130f role=free
// padSame([[1, 2, 3, 4]], [1, 3], [1, 2])
// %% [markdown] id=c0de1310
// ## Exercice 3 : paramètres et multiplications d’une couche (3 points)
//
// Une couche est décrite par un objet, d’une de ces deux formes :
// %% id=c0de1311 role=given
interface ConvLayer {
  kind: 'conv';
  input: [number, number, number]; // [H, W, C] : hauteur, largeur, canaux
  filters: number; // K, le nombre de filtres
  kernel: [number, number]; // [F_y, F_x]
  stride: [number, number]; // [S_y, S_x]
  padding: number; // P, les rangées de zéros sur chacun des quatre côtés
  groups: number; // G : 1 pour une convolution ordinaire
  bias: boolean; // true : un biais par filtre
}
interface DenseLayer {
  kind: 'dense';
  input: number; // le nombre d’entrées
  units: number; // le nombre de neurones
  bias: boolean; // true : un biais par neurone
}
type Layer = ConvLayer | DenseLayer;
interface LayerCost {
  params: number;
  macs: number;
  output: number[];
}
// %% [markdown] id=c0de1312
// Écrivez `layerCost(layer)`, qui rend un objet `{ params, macs, output }` :
//
// - `params` : le nombre de **paramètres** à apprendre, poids et biais ;
// - `macs` : le nombre de **multiplications** pour une image. Chacune est suivie d’une addition, d’où le nom de
//   *multiply-accumulate* ; les biais ne comptent pas ;
// - `output` : la forme de la sortie, `[hauteur, largeur, K]` pour une convolution, `[units]` pour une couche
//   dense.
//
// **Convolution.** La hauteur et la largeur de la sortie suivent la formule de l’exercice 1. Avec $G$
// **groupes**, les canaux sont partagés en $G$ paquets égaux, les filtres aussi, et un filtre ne voit que les
// canaux de son paquet : il a $F_y \times F_x \times C / G$ poids. Avec $G = 1$, il les voit tous ; avec
// $G = C$, chaque filtre ne voit qu’un canal (*depthwise*). Chaque poids sert une fois par case de la carte de
// son filtre.
//
// **Dense.** Chaque neurone a un poids par entrée, et chaque poids sert une fois.
//
// **Exemple.** Une image 28 × 28 × 1, 32 filtres 3 × 3, un pas de 1, un zéro de chaque côté, avec biais :
//
// | | Calcul | |
// |---|---|---|
// | `output` | (28 + 2 − 3) / 1 + 1 = 28, et 32 filtres | `[28, 28, 32]` |
// | `params` | 32 × (3 × 3 × 1 + 1) | 320 |
// | `macs` | 28 × 28 cases × 32 filtres × 9 poids | 225 792 |
//
// Une couche dense de 784 entrées et 10 neurones, avec biais :
// `{ params: 7850, macs: 7840, output: [10] }`.
//
// **Erreurs.** La fonction lève une erreur, pour une convolution, si :
//
// - `groups` ne divise pas le nombre de canaux, ou ne divise pas le nombre de filtres ;
// - le noyau est plus haut ou plus large que l’image avec ses zéros.
//
// Tous les autres nombres sont garantis : des entiers d’au moins 1 (`padding` : d’au moins 0). Votre fonction
// peut appeler celle de l’exercice 1.
// %% id=c0de1313 role=answer exercise=layerCost
function layerCost(layer: Layer): LayerCost {
  // BEGIN SOLUTION
  // 1. La couche dense : chaque neurone a un poids par entrée.
  if (layer.kind === 'dense') {
    const weights = layer.input * layer.units;
    const biases = layer.bias ? layer.units : 0;
    return { params: weights + biases, macs: weights, output: [layer.units] };
  }

  // 2. La convolution : vérifier à la porte.
  const [height, width, channels] = layer.input;
  const [fy, fx] = layer.kernel;
  if (channels % layer.groups !== 0 || layer.filters % layer.groups !== 0) {
    throw new RangeError(
      `layerCost : ${layer.groups} groupes ne partagent pas ${channels} canaux et ${layer.filters} filtres en parts égales.`,
    );
  }
  const rows = Math.floor((height + 2 * layer.padding - fy) / layer.stride[0]) + 1;
  const cols = Math.floor((width + 2 * layer.padding - fx) / layer.stride[1]) + 1;
  if (rows < 1 || cols < 1) {
    throw new RangeError(`layerCost : le noyau ${fy} × ${fx} ne tient pas dans l'image remplie.`);
  }

  // 3. Les poids d'un filtre ; puis tous les filtres, puis toutes les cases.
  const weights = layer.filters * fy * fx * (channels / layer.groups);
  const biases = layer.bias ? layer.filters : 0;
  return {
    params: weights + biases,
    macs: weights * rows * cols,
    output: [rows, cols, layer.filters],
  };
  // END SOLUTION
}
// %% id=c0de1314 role=check exercise=layerCost
await check('layerCost', layerCost);
// %% [markdown] id=c0de1315
// **À regarder.** La couche de convolution de l’exemple a près de 25 fois moins de paramètres que la couche
// dense, et demande près de 29 fois plus de multiplications : ses poids servent partout dans l’image. Que
// gagne-t-on à mettre 32 groupes dans une couche de 32 canaux et 32 filtres ?
// %% id=c0de1316 role=free
const layer: ConvLayer = {
  kind: 'conv',
  input: [14, 14, 32],
  filters: 32,
  kernel: [3, 3],
  stride: [1, 1],
  padding: 1,
  groups: 1,
  bias: false,
};
// console.log(layerCost(layer), layerCost({ ...layer, groups: 32 }));
// %% [markdown] id=c0de1317
// ## Exercice 4, bonus : la taille, vérifiée par le compilateur (3 points de plus)
//
// Pour aller plus loin, avec TypeScript seul ; rien dans la suite du cours n’en dépend. La leçon montre
// `OutputSize<227, 11, 4>`, un type qui vaut 55 avant que rien ne s’exécute. Écrivez le vôtre.
//
// Un type ne sait pas additionner. Mais il sait allonger un **tuple**, une liste dont TypeScript connaît la
// longueur, et lire cette longueur. Voici les trois gestes qu’il vous faut :
// %% id=c0de1318 role=given exercise=ConvOut
// 1. Compter jusqu’à N : un zéro de plus tant que la longueur n’est pas N.
type Row<N extends number, T extends 0[] = []> = T['length'] extends N ? T : Row<N, [...T, 0]>;

// 2. Mettre bout à bout : 6 zéros, puis 2.
type Eight = [...Row<6>, ...Row<2>];
const eight: Eight['length'] = 8;

// 3. Retirer du début, s’il y a assez : 8 zéros moins 5, il en reste 3.
type Rest = Eight extends [...Row<5>, ...infer R] ? R : never;
const three: Rest['length'] = 3;
// %% [markdown] id=c0de1319
// `A extends B ? X : Y` est le « si » des types : `X` quand `A` a la forme de `B`, sinon `Y` ; et `infer R` donne
// un nom à ce que la forme laisse libre. `Row` s’appelle lui-même : c’est la boucle des types.
//
// Écrivez `ConvOut<N, F, S, P>` :
//
// - `N`, `F` : les tailles de l’entrée et du filtre ;
// - `S` : le pas (1 par défaut) ; `P` : le nombre de zéros **de chaque côté** (0 par défaut).
//
// Le type est **un seul nombre**, la taille de la sortie selon la formule de l’exercice 1, arrondi compris. Si le
// filtre est plus grand que l’entrée avec ses zéros, il est `never`, le type qu’aucune valeur n’a.
//
// **Exemple.** `ConvOut<6, 3, 2>` : de 6 zéros, on en retire 3 pour la première fenêtre. Il en reste 3, de quoi
// faire un saut de 2, pas deux. Une place au départ et un saut : **2**.
//
// - `ConvOut<7, 3>` est 5, et `const n: ConvOut<7, 3> = 6` ne compile pas ;
// - `ConvOut<5, 3, 1, 1>` est 5, et `ConvOut<224, 11, 4, 2>` est 55 ;
// - `ConvOut<5, 7>` est `never`.
//
// **Ce qui est garanti.** Des nombres entiers écrits en chiffres, `N`, `F` et `S` d’au moins 1, `P` d’au moins 0,
// et $N + 2P \leq 300$. Le reste, TypeScript le refuse de lui-même si vous gardez la signature.
//
// **Limites.** TypeScript suit un type qui s’appelle lui-même jusqu’à 1 000 fois, si cet appel est **tout** ce que
// rend une branche, comme dans `Row` ; une cinquantaine de fois s’il reste quelque chose à faire après, comme dans
// `[0, ...Encore<N>]`. Au-delà, il dit `Type instantiation is excessively deep and possibly infinite`. Et s’il dit `Excessive stack depth
// comparing types`, donnez un nom au morceau par `infer Reste extends 0[]` avant de le passer à un autre type.
//
// N’importez rien : le compilateur répond ici sans aucun module, donc sans `OutputSize`.
// %% id=c0de131a role=answer exercise=ConvOut
// BEGIN SOLUTION
/** Le nombre de places : une au départ, et une de plus par saut qui tient dans ce qui reste. */
type Places<Left extends 0[], Jump extends 0[], Count extends 0[] = [0]> = Left extends [
  ...Jump,
  ...infer Rest extends 0[],
]
  ? Places<Rest, Jump, [...Count, 0]>
  : Count['length'];
// END SOLUTION
// STUB| // Ici, les types dont le vôtre a besoin, comme Row.

type ConvOut<N extends number, F extends number, S extends number = 1, P extends number = 0> =
  // BEGIN SOLUTION
  [...Row<P>, ...Row<N>, ...Row<P>] extends [...Row<F>, ...infer Left extends 0[]]
    ? Places<Left, Row<S>>
    : never;
// END SOLUTION
// STUB|   'ConvOut : à compléter.';
// %% id=c0de131b role=check exercise=ConvOut
await check('ConvOut');
// %% [markdown] id=c0de131c
// Un type n’existe plus quand le programme s’exécute : `check` n’a besoin que de son nom, et demande au
// compilateur ce qu’il en fait.
//
// **À regarder.** Décrivez AlexNet en types : si une taille est fausse, la cellule ne s’exécute pas. Retirez les
// `//` ci-dessous, puis changez 55.
// %% id=c0de131d role=free
// const conv1: ConvOut<224, 11, 4, 2> = 55;
// const pool1: ConvOut<55, 3, 2> = 27;
