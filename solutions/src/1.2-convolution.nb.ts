// ---
// title: La convolution
// exercises:
//   - id: conv1d
//     title: Convolution 1D
//     points: 3
//     functions: [conv1d]
//     imports: []
//   - id: conv2d
//     title: Convolution 2D
//     points: 4
//     functions: [conv2d]
//     imports: []
//   - id: filterBank
//     title: Image en couleur et banque de filtres
//     points: 5
//     functions: [filterBank]
//     imports: []
// ---
// %% [markdown] id=c0de1201
// # Exercices 1.2 : la convolution
//
// Vous allez écrire vous-même l’opération que calcule une couche de convolution : d’abord sur un
// vecteur, puis sur une image en niveaux de gris, enfin sur une image en couleur avec plusieurs
// filtres à la fois. Trois exercices, **12 points** :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. Convolution 1D | `conv1d` | 3 |
// | 2. Convolution 2D | `conv2d` | 4 |
// | 3. Image en couleur et banque de filtres | `filterBank` | 5 |
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie votre fonction sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres tailles, des images
// plus larges que hautes, des noyaux sans aucune symétrie. Une fonction juste les passe tous.
//
// Les règles, pour les trois exercices :
//
// - gardez le nom et la signature de la fonction ;
// - n’importez rien : des boucles et des tableaux suffisent ;
// - ne modifiez pas les tableaux reçus : la fonction en construit un nouveau ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti : les
//   tableaux ne contiennent que des nombres, et toutes leurs lignes ont la même longueur ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('conv1d')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('conv1d')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
//
// Comme dans toute la leçon, « convolution » désigne ici ce que calculent les réseaux : le noyau
// glisse **sans être retourné** (en traitement du signal, on dirait « corrélation »).
// %% id=c0de1202 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1203
// ## Échauffement : une seule fenêtre
//
// Voici un vecteur de 7 valeurs et un noyau de 3 valeurs. Avant d’exécuter les deux cellules qui suivent,
// répondez de tête :
//
// 1. Combien de positions le noyau peut-il occuper sans dépasser du vecteur ?
// 2. Quelle valeur obtient-on quand il est posé tout au début (`start = 0`) ?
// 3. Et quand il est posé tout à la fin ?
//
// Changez ensuite `start` pour vérifier vos réponses.
// %% id=c0de1204 role=given
const signal = [0, 1, 2, -1, 1, -3, 0];
const derivative = [1, 0, -1];
// %% id=c0de1205 role=free
const start = 0;
const products = derivative.map((weight, j) => weight * signal[start + j]);
const total = products.reduce((sum, product) => sum + product, 0);
console.log('produits :', products, '; somme :', total);
// %% [markdown] id=c0de1206
// On trouve 5 positions (de `start = 0` à `start = 4`), la valeur −2 au début et 1 à la fin.
// À `start = 5`, le noyau dépasse : `signal[7]` n’existe pas, et la somme devient `NaN`.
// %% [markdown] id=c0de1207
// ## Exercice 1 : convolution 1D (3 points)
//
// Écrivez `conv1d(x, k, stride, padding)` :
//
// - `x` : le vecteur d’entrée, de longueur $N$ ;
// - `k` : le noyau, de longueur $F$ ;
// - `stride` : le pas $S$, c’est-à-dire de combien de cases la fenêtre avance (1 par défaut) ;
// - `padding` : le nombre $P$ de zéros ajoutés **de chaque côté** de `x` (0 par défaut).
//
// La fonction rend le vecteur des produits scalaires du noyau avec chaque fenêtre :
//
// $$y_i = \sum_{j=0}^{F-1} k_j \, \tilde{x}_{iS+j}, \qquad \left\lfloor \frac{N + 2P - F}{S} \right\rfloor + 1 \text{ valeurs,}$$
//
// où $\tilde{x}$ est `x` entouré de ses zéros, et où tout se compte à partir de 0. Les crochets
// $\lfloor\ \rfloor$ arrondissent à l’entier inférieur : une fenêtre incomplète, à la fin, ne compte pas.
//
// **Exemple.** Avec `x = [0, 1, 2, -1, 1, -3, 0]` et `k = [1, 0, -1]` :
//
// | Fenêtre | Produits | Somme |
// |---|---|---|
// | `[0, 1, 2]` | 0×1 + 1×0 + 2×(−1) | −2 |
// | `[1, 2, -1]` | 1×1 + 2×0 + (−1)×(−1) | 2 |
// | `[2, -1, 1]` | 2×1 + (−1)×0 + 1×(−1) | 1 |
// | `[-1, 1, -3]` | (−1)×1 + 1×0 + (−3)×(−1) | 2 |
// | `[1, -3, 0]` | 1×1 + (−3)×0 + 0×(−1) | 1 |
//
// - `conv1d(x, k)` rend `[-2, 2, 1, 2, 1]` ;
// - `conv1d(x, k, 2)` saute une fenêtre sur deux : `[-2, 1, 1]` ;
// - `conv1d(x, k, 1, 1)` travaille sur `[0, 0, 1, 2, -1, 1, -3, 0, 0]` et rend
//   `[-1, -2, 2, 1, 2, 1, -3]` : autant de valeurs que `x`.
//
// **Erreurs.** La fonction lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('pas invalide')`, si :
//
// - `stride` n’est pas un entier supérieur ou égal à 1 ;
// - `padding` n’est pas un entier supérieur ou égal à 0 ;
// - `k` est vide, ou plus long que `x` avec ses zéros ($F > N + 2P$).
// %% id=c0de1208 role=answer exercise=conv1d
function conv1d(x: number[], k: number[], stride = 1, padding = 0): number[] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  if (!Number.isInteger(stride) || stride < 1) {
    throw new RangeError(`conv1d : le pas vaut ${stride}, il faut un entier d'au moins 1.`);
  }
  if (!Number.isInteger(padding) || padding < 0) {
    throw new RangeError(
      `conv1d : le remplissage vaut ${padding}, il faut un entier d'au moins 0.`,
    );
  }
  const paddedLength = x.length + 2 * padding;
  if (k.length === 0 || k.length > paddedLength) {
    throw new RangeError(
      `conv1d : le noyau a ${k.length} valeurs, il en faut de 1 à ${paddedLength}, la longueur de l'entrée remplie.`,
    );
  }

  // 2. Remplir de zéros, dans un nouveau tableau.
  const zeros = new Array<number>(padding).fill(0);
  const padded = [...zeros, ...x, ...zeros];

  // 3. Faire glisser la fenêtre ; à chaque position, multiplier et sommer.
  const y: number[] = [];
  for (let start = 0; start + k.length <= padded.length; start += stride) {
    let sum = 0;
    for (let j = 0; j < k.length; j++) sum += k[j] * padded[start + j];
    y.push(sum);
  }
  return y;
  // END SOLUTION
}
// %% id=c0de1209 role=check exercise=conv1d
await check('conv1d', conv1d);
// %% [markdown] id=c0de120a
// **À regarder.** Le noyau `[1, 0, -1]` retranche de chaque valeur celle qui se trouve deux cases plus
// loin : la réponse est nulle là où le signal est plat, grande (positive ou négative) là où il saute.
// Comparez aussi les longueurs des trois résultats de l’exemple : 5, 3 et 7. Pour essayer vos propres
// vecteurs, retirez les `//` ci-dessous.
// %% id=c0de120b role=free
// conv1d([5, 5, 5, 9, 9, 9], derivative)
// %% [markdown] id=c0de120c
// ## Exercice 2 : convolution 2D (4 points)
//
// Écrivez `conv2d(x, k, stride, padding)` :
//
// - `x` : l’image, $H$ lignes de $W$ valeurs, lue `x[ligne][colonne]` ; toutes les lignes ont la même
//   longueur, mais $H$ et $W$ peuvent différer ;
// - `k` : le noyau, $F_y$ lignes de $F_x$ valeurs, carré ou non ;
// - `stride` : les pas `[S_y, S_x]`, **vertical d’abord** (`[1, 1]` par défaut) ;
// - `padding` : le nombre $P$ de rangées de zéros ajoutées sur **chacun des quatre côtés** (0 par
//   défaut).
//
// Chaque valeur de la carte est le produit scalaire du noyau avec une fenêtre de $\tilde{x}$, l’image
// entourée de ses zéros :
//
// $$y_{i,j} = \sum_{u=0}^{F_y-1} \sum_{v=0}^{F_x-1} k_{u,v} \, \tilde{x}_{iS_y+u,\; jS_x+v}$$
//
// La carte a $\left\lfloor \frac{H + 2P - F_y}{S_y} \right\rfloor + 1$ lignes et
// $\left\lfloor \frac{W + 2P - F_x}{S_x} \right\rfloor + 1$ colonnes.
//
// **Exemple.** Une image de 3 lignes et 4 colonnes, un noyau 2 × 2 :
//
// ```
// x = 1 2 0 1      k = 1  2      y =  4 -1  1
//     0 1 3 1          0 -1           2  6  5
//     2 0 1 0
// ```
//
// En haut à gauche : 1×1 + 2×2 + 0×0 + 1×(−1) = **4**. Une colonne plus à droite :
// 2×1 + 0×2 + 1×0 + 3×(−1) = **−1**. Une ligne plus bas, à gauche : 0×1 + 1×2 + 2×0 + 0×(−1) = **2**.
//
// - `conv2d(x, k)` rend `[[4, -1, 1], [2, 6, 5]]` ;
// - `conv2d(x, k, [1, 2])` saute une colonne sur deux : `[[4, 1], [2, 5]]` ;
// - `conv2d(x, k, [2, 1])` saute une ligne sur deux : `[[4, -1, 1]]`.
//
// **Erreurs.** La fonction lève une erreur si :
//
// - l’un des deux pas n’est pas un entier supérieur ou égal à 1 ;
// - `padding` n’est pas un entier supérieur ou égal à 0 ;
// - le noyau est vide (`[]` ou `[[]]`), plus haut ou plus large que l’image entourée de ses zéros.
// %% id=c0de120d role=answer exercise=conv2d
function conv2d(
  x: number[][],
  k: number[][],
  stride: [number, number] = [1, 1],
  padding = 0,
): number[][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  const [strideY, strideX] = stride;
  for (const step of [strideY, strideX]) {
    if (!Number.isInteger(step) || step < 1) {
      throw new RangeError(`conv2d : un pas vaut ${step}, il faut un entier d'au moins 1.`);
    }
  }
  if (!Number.isInteger(padding) || padding < 0) {
    throw new RangeError(
      `conv2d : le remplissage vaut ${padding}, il faut un entier d'au moins 0.`,
    );
  }
  const kernelHeight = k.length;
  const kernelWidth = k[0]?.length ?? 0;
  const width = x[0]?.length ?? 0;
  const paddedHeight = x.length + 2 * padding;
  const paddedWidth = width + 2 * padding;
  if (kernelHeight === 0 || kernelWidth === 0) throw new RangeError('conv2d : le noyau est vide.');
  if (kernelHeight > paddedHeight || kernelWidth > paddedWidth) {
    throw new RangeError(
      `conv2d : le noyau fait ${kernelHeight} × ${kernelWidth}, l'image remplie seulement ${paddedHeight} × ${paddedWidth}.`,
    );
  }

  // 2. Lire l'image remplie : hors de l'image, zéro.
  const at = (row: number, col: number): number => x[row - padding]?.[col - padding] ?? 0;

  // 3. Faire glisser la fenêtre, ligne par ligne ; multiplier et sommer.
  const y: number[][] = [];
  for (let top = 0; top + kernelHeight <= paddedHeight; top += strideY) {
    const line: number[] = [];
    for (let left = 0; left + kernelWidth <= paddedWidth; left += strideX) {
      let sum = 0;
      for (let u = 0; u < kernelHeight; u++) {
        for (let v = 0; v < kernelWidth; v++) sum += k[u][v] * at(top + u, left + v);
      }
      line.push(sum);
    }
    y.push(line);
  }
  return y;
  // END SOLUTION
}
// %% id=c0de120e role=check exercise=conv2d
await check('conv2d', conv2d);
// %% [markdown] id=c0de120f
// **À regarder.** L’exemple 5 × 5 de la leçon a un noyau symétrique : le retourner ou échanger lignes
// et colonnes n’y change rien, il ne révèle donc pas ces erreurs. C’est pourquoi les cas publics
// emploient des noyaux sans symétrie et des images rectangulaires : voyez lesquels échouent si vous
// échangez `u` et `v`.
// %% id=c0de1210 role=free
// conv2d([[0, 0, 9, 9], [0, 0, 9, 9], [0, 0, 9, 9]], [[-1, 1]])
// %% [markdown] id=c0de1211
// ## Exercice 3 : image en couleur et banque de filtres (5 points)
//
// Une image en couleur a une troisième dimension, les canaux ; une couche a plusieurs filtres, et
// chacun donne une carte. Écrivez `filterBank(x, w, b)`, avec un pas de 1 et sans remplissage (il n’y a ni
// `stride` ni `padding`) :
//
// - `x` : l’image, lue `x[ligne][colonne][canal]`, de forme $[H, W, C]$ ;
// - `w` : les filtres, lus `w[ligne][colonne][canal][filtre]`, de forme $[F_y, F_x, C, K]$ ;
// - `b` : les biais, **un par filtre**, de longueur $K$.
//
// La fonction rend les $K$ cartes, lues `y[ligne][colonne][filtre]`, de forme
// $[H - F_y + 1,\; W - F_x + 1,\; K]$ :
//
// $$y_{i,j,f} = b_f + \sum_{u=0}^{F_y-1} \sum_{v=0}^{F_x-1} \sum_{c=0}^{C-1} w_{u,v,c,f} \; x_{i+u,\, j+v,\, c}$$
//
// Les contributions des canaux **s’ajoutent**, et le biais ne s’ajoute **qu’une fois**.
//
// **Exemple.** Une image de 1 ligne, 2 colonnes et 2 canaux, deux filtres 1 × 1 :
//
// ```
// x = [[ [1, 2], [3, 4] ]]
// w = [[ [ [10, 1],          canal 0 : poids 10 dans le filtre 0, 1 dans le filtre 1
//          [100, -1] ] ]]    canal 1 : poids 100 dans le filtre 0, −1 dans le filtre 1
// b = [0.5, 0]
// ```
//
// Premier pixel, filtre 0 : 1×10 + 2×100 + 0,5 = **210,5** ; filtre 1 : 1×1 + 2×(−1) + 0 = **−1**.
// `filterBank(x, w, b)` rend `[[[210.5, -1], [430.5, -1]]]`.
//
// L’exemple RVB de la leçon (30 + 18 + 111 = 159) est l’un des cas publics.
//
// **Erreurs.** La fonction lève une erreur si :
//
// - les filtres n’ont pas autant de canaux que l’image ;
// - `b` n’a pas exactement une valeur par filtre ;
// - les filtres sont vides (`[]` ou `[[]]`), plus hauts ou plus larges que l’image.
// %% id=c0de1212 role=answer exercise=filterBank
function filterBank(x: number[][][], w: number[][][][], b: number[]): number[][][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  const height = x.length;
  const width = x[0]?.length ?? 0;
  const channels = x[0]?.[0]?.length ?? 0;
  const kernelHeight = w.length;
  const kernelWidth = w[0]?.length ?? 0;
  const kernelChannels = w[0]?.[0]?.length ?? 0;
  const filters = w[0]?.[0]?.[0]?.length ?? 0;
  if (filters === 0) throw new RangeError('filterBank : les filtres sont vides.');
  if (kernelChannels !== channels) {
    throw new RangeError(
      `filterBank : les filtres ont ${kernelChannels} canaux et l'image en a ${channels}.`,
    );
  }
  if (b.length !== filters) {
    throw new RangeError(
      `filterBank : ${b.length} biais pour ${filters} filtres, il en faut un par filtre.`,
    );
  }
  if (kernelHeight > height || kernelWidth > width) {
    throw new RangeError(
      `filterBank : les filtres font ${kernelHeight} × ${kernelWidth}, l'image seulement ${height} × ${width}.`,
    );
  }

  // 2. La réponse du filtre f posé en haut à gauche de (top, left) : le biais, puis tous les canaux.
  const response = (top: number, left: number, f: number): number => {
    let sum = b[f];
    for (let u = 0; u < kernelHeight; u++) {
      for (let v = 0; v < kernelWidth; v++) {
        for (let c = 0; c < channels; c++) sum += w[u][v][c][f] * x[top + u][left + v][c];
      }
    }
    return sum;
  };

  // 3. Balayer l'image ; à chaque position, une valeur par filtre.
  const y: number[][][] = [];
  for (let top = 0; top + kernelHeight <= height; top++) {
    const line: number[][] = [];
    for (let left = 0; left + kernelWidth <= width; left++) {
      line.push(b.map((_, f) => response(top, left, f)));
    }
    y.push(line);
  }
  return y;
  // END SOLUTION
}
// %% id=c0de1213 role=check exercise=filterBank
await check('filterBank', filterBank);
// %% [markdown] id=c0de1214
// **À regarder.** Comptez les nombres qu’une telle couche doit apprendre : $F_y F_x C$ poids et un biais
// par filtre, donc $K (F_y F_x C + 1)$, quelle que soit la taille de l’image. Pour dix filtres 5 × 5 sur
// une image RVB, cela fait 760 nombres seulement : c’est tout l’intérêt de faire glisser les mêmes poids
// partout.
// %% id=c0de1215 role=free
// filterBank([[[1, 2], [3, 4]]], [[[[10, 1], [100, -1]]]], [0.5, 0])
