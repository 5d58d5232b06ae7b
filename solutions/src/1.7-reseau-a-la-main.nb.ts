// ---
// title: Un réseau écrit à la main
// exercises:
//   - id: denseBackward
//     title: Le retour d’une couche dense
//     points: 3
//     functions: [denseBackward]
//     imports: []
//   - id: maxPoolBackward
//     title: Le retour d’un max pooling
//     points: 4
//     functions: [maxPoolBackward]
//     imports: []
//   - id: conv2dBackward
//     title: Le retour d’une convolution
//     points: 7
//     functions: [conv2dBackward]
//     imports: []
// ---
// %% [markdown] id=c0de1701
// # Exercices 1.7 : le retour, couche par couche
//
// Vous allez écrire ce qui fait apprendre un CNN : le **retour** de ses trois sortes de couches. Avec ReLU et le
// gradient des logits (exercices 1.6), il n’y a besoin de rien d’autre pour entraîner un réseau. Trois exercices,
// **14 points** :
//
// | Exercice | Fonction à écrire | Points |
// |---|---|---|
// | 1. Le retour d’une couche dense | `denseBackward` | 3 |
// | 2. Le retour d’un max pooling | `maxPoolBackward` | 4 |
// | 3. Le retour d’une convolution | `conv2dBackward` | 7 |
//
// Tout ce qu’il faut savoir est dans la partie 2 de la [leçon 1.7](../lecons/1.7-reseau-a-la-main.ipynb). Pour les
// pas et le remplissage, relisez la [leçon 1.3](../lecons/1.3-taille-de-sortie.ipynb).
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie votre fonction sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres tailles, des images plus larges que
// hautes, d’autres pas. Deux fonctions rendent plusieurs gradients, et **chacun est noté à part** : si `db` seul est
// juste, il rapporte déjà ses points.
//
// Les règles, pour les trois exercices :
//
// - gardez le nom et la signature de la fonction ;
// - n’importez rien : des boucles et des tableaux suffisent ;
// - ne modifiez pas les tableaux reçus : la fonction en construit de nouveaux ;
// - refusez les arguments de la liste « Erreurs » de l’énoncé par `throw` ; le reste est garanti : les nombres sont
//   finis, aucun tableau n’est vide, toutes les lignes ont la même longueur, toutes les cases autant de canaux ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('denseBackward')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('denseBackward')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
//
// Partout, `dy` est le gradient de la **sortie**, celui qui arrive. Un gradient rendu a toujours la forme de ce dont
// il est le gradient : `dx` celle de `x`, `dw` celle de `w`, `db` un nombre par biais.
// %% id=c0de1702 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1703
// ## Échauffement : qui m’a utilisée ?
//
// Un noyau de 3 poids glisse sur 6 cases, avec un pas de 1. Avant d’exécuter les deux cellules qui suivent, répondez
// de tête :
//
// 1. Combien de sorties la case 0 a-t-elle servi à calculer ? Et la case 2 ?
// 2. Avec quels poids, dans l’ordre des sorties ?
// 3. Avec un pas de 2, la case 5 sert-elle encore ?
//
// Changez ensuite `step`, et `weights`, pour vérifier vos réponses.
// %% id=c0de1704 role=given
const cells = [0, 1, 2, 3, 4, 5];
const usesOf = (cell: number, weights: number, step: number): string[] =>
  cells
    .filter((output) => output * step + weights <= cells.length)
    .filter((output) => output * step <= cell && cell < output * step + weights)
    .map((output) => `sortie ${output} (poids ${cell - output * step})`);
// %% id=c0de1705 role=free
const step = 1;
const weights = 3;
for (const cell of cells) {
  console.log(`case ${cell} :`, usesOf(cell, weights, step).join(', ') || 'aucune sortie');
}
// %% [markdown] id=c0de1706
// La case 0 n’a servi qu’une fois, la case 2 trois fois ; les poids vont à rebours, 2, 1, 0, quand les sorties
// avancent. Avec un pas de 2, la dernière fenêtre couvre les cases 2 à 4 : la case 5 n’a servi à rien, et son
// gradient sera 0. Toute la suite est là : chaque sortie rend son gradient à **toutes** les cases qui l’ont faite, et
// une case **additionne** ce qu’elle reçoit.
// %% [markdown] id=c0de1707
// ## Exercice 1 : le retour d’une couche dense (3 points)
//
// À l’aller, un lot de $B$ exemples de $n$ nombres traverse $m$ neurones :
//
// $$y_{e,j} = b_j + \sum_{i=0}^{n-1} x_{e,i} \, w_{i,j}$$
//
// Écrivez `denseBackward(dy, x, w)` :
//
// - `dy` : le gradient de la sortie, $B$ lignes de $m$ valeurs, lu `dy[exemple][neurone]` ;
// - `x` : ce qui est entré à l’aller, $B$ lignes de $n$ valeurs, lu `x[exemple][entrée]` ;
// - `w` : les poids, $n$ lignes de $m$ valeurs, lus `w[entrée][neurone]`, comme dans la leçon et dans tfjs (dans les
//   exercices 1.5, c’était la transposée).
//
// Elle rend un objet `{ dx, dw, db }` :
//
// $$dx_{e,i} = \sum_{j} dy_{e,j} \, w_{i,j} \qquad dw_{i,j} = \sum_{e} x_{e,i} \, dy_{e,j} \qquad db_j = \sum_{e} dy_{e,j}$$
//
// Les exemples du lot **s’ajoutent** dans `dw` et dans `db`, sans moyenne : elle est déjà dans la perte. (La fonction
// de `@convolab/lib` qui porte ce nom appelle ses résultats `dInput`, `dKernel` et `dBias`.)
//
// **Exemple.** Deux exemples, trois entrées, deux neurones :
//
// ```
// dy = [ [1, -1],     x = [ [1, 2, 0],     w = [ [3, -1],
//        [2,  0] ]          [4, 1, 5] ]          [0,  2],
//                                                [1,  1] ]
// ```
//
// - `dx[0][0]` : 1×3 + (−1)×(−1) = **4** ; `dx[0]` vaut `[4, -2, 0]` et `dx[1]` vaut `[6, 0, 2]` ;
// - `dw[0][0]`, les deux exemples : 1×1 + 4×2 = **9** ; `dw` vaut `[[9, -1], [4, -2], [10, 0]]` ;
// - `db` : 1 + 2 = **3** et −1 + 0 = **−1**, donc `[3, -1]`.
//
// **Erreurs.** La fonction lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('lots différents')`, si :
//
// - `dy` et `x` n’ont pas autant d’exemples l’un que l’autre ;
// - les exemples de `x` n’ont pas autant de valeurs que `w` a de lignes ;
// - les exemples de `dy` n’ont pas autant de valeurs que `w` a de colonnes.
// %% id=c0de1708 role=answer exercise=denseBackward
function denseBackward(
  dy: number[][],
  x: number[][],
  w: number[][],
): { dx: number[][]; dw: number[][]; db: number[] } {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  const [inputs, units] = [w.length, w[0].length];
  if (dy.length !== x.length) {
    throw new RangeError(
      `denseBackward : ${dy.length} exemples dans dy et ${x.length} dans x ; il en faut autant.`,
    );
  }
  if (x[0].length !== inputs || dy[0].length !== units) {
    throw new RangeError(
      `denseBackward : ${x[0].length} entrées et ${dy[0].length} neurones pour des poids ${inputs} × ${units}.`,
    );
  }

  // 2. Des zéros, chaque gradient de la forme de ce dont il est le gradient.
  const dx = x.map((row) => row.map(() => 0));
  const dw = w.map((row) => row.map(() => 0));
  const db = w[0].map(() => 0);

  // 3. À l'aller, y += x × w : au retour, chaque facteur reçoit le gradient fois l'autre.
  for (let example = 0; example < x.length; example++) {
    for (let unit = 0; unit < units; unit++) {
      const gradient = dy[example][unit];
      db[unit] += gradient;
      for (let i = 0; i < inputs; i++) {
        dx[example][i] += gradient * w[i][unit];
        dw[i][unit] += gradient * x[example][i];
      }
    }
  }
  return { dx, dw, db };
  // END SOLUTION
}
// %% id=c0de1709 role=check exercise=denseBackward
await check('denseBackward', denseBackward);
// %% [markdown] id=c0de170a
// **À regarder.** Retirez les `//` ci-dessous : un neurone à deux entrées, et une perte égale à sa sortie, donc
// `dy = [[1]]`. Le gradient des poids est alors l’entrée, celui de l’entrée est le poids. Doublez `entered` : lequel
// des deux change ?
// %% id=c0de170b role=free
// const entered = [[5, -2]];
// console.log(denseBackward([[1]], entered, [[3], [10]]));
// %% [markdown] id=c0de170c
// ## Exercice 2 : le retour d’un max pooling (4 points)
//
// À l’aller, une fenêtre de côté $F$ avance de $S$ cases, et garde le plus grand nombre de chaque position (bord
// `'valid'` : elle ne dépasse jamais de la carte). Écrivez `maxPoolBackward(dy, x, size, stride)` :
//
// - `dy` : le gradient de la sortie, lu `dy[ligne][colonne]`, un nombre par fenêtre ;
// - `x` : la carte entrée à l’aller, $H$ lignes de $W$ valeurs, lue `x[ligne][colonne]`, carrée ou non ;
// - `size` : le côté $F$ de la fenêtre ;
// - `stride` : le pas $S$, le même dans les deux directions ; il peut être plus petit ou plus grand que $F$.
//
// La fenêtre de `dy[i][j]` commence à la ligne $iS$ et à la colonne $jS$. Sa **gagnante** reçoit tout `dy[i][j]`, ses
// autres cases rien. La fonction rend `dx`, de la forme de `x` :
//
// - une case qui gagne plusieurs fenêtres reçoit la **somme** de leurs gradients ;
// - s’il y a égalité, la gagnante est la **première**, ligne par ligne et de gauche à droite, comme dans tfjs ;
// - une case qui ne gagne rien, ou qu’aucune fenêtre ne couvre, reçoit 0.
//
// **Exemple.** Une carte de 2 lignes et 4 colonnes, des fenêtres de 2, un pas de 1, donc trois fenêtres :
//
// ```
// x = 1 5 2 7      dy = 10 20 30      dx = 0 30 0 30
//     3 0 4 6                              0  0 0  0
// ```
//
// Le 5 gagne les deux premières fenêtres : 10 + 20 = **30**. Le 7 gagne la dernière.
//
// - `maxPoolBackward([[10, 20, 30]], x, 2, 1)` rend ce `dx` ;
// - `maxPoolBackward([[10, 20]], x, 2, 2)` rend `[[0, 10, 0, 20], [0, 0, 0, 0]]` ;
// - `maxPoolBackward([[1]], [[5, 5], [5, 5]], 2, 2)` rend `[[1, 0], [0, 0]]`.
//
// **Erreurs.** La fonction lève une erreur si `dy` n’a pas la forme de la sortie,
// $\left\lfloor \frac{H - F}{S} \right\rfloor + 1$ lignes et $\left\lfloor \frac{W - F}{S} \right\rfloor + 1$ colonnes.
// (`size` et `stride` sont garantis : des entiers d’au moins 1, et la fenêtre tient dans la carte.)
// %% id=c0de170d role=answer exercise=maxPoolBackward
function maxPoolBackward(dy: number[][], x: number[][], size: number, stride: number): number[][] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  const rows = Math.floor((x.length - size) / stride) + 1;
  const cols = Math.floor((x[0].length - size) / stride) + 1;
  if (dy.length !== rows || dy[0].length !== cols) {
    throw new RangeError(
      `maxPoolBackward : dy fait ${dy.length} × ${dy[0].length}, la sortie ${rows} × ${cols}.`,
    );
  }

  // 2. Partout 0 ; puis, fenêtre par fenêtre, ajouter son gradient à la gagnante.
  const dx = x.map((row) => row.map(() => 0));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      // La première case est gagnante tant qu'aucune n'est plus grande qu'elle.
      let [bestRow, bestCol] = [i * stride, j * stride];
      for (let row = i * stride; row < i * stride + size; row++) {
        for (let col = j * stride; col < j * stride + size; col++) {
          if (x[row][col] > x[bestRow][bestCol]) [bestRow, bestCol] = [row, col];
        }
      }
      dx[bestRow][bestCol] += dy[i][j];
    }
  }
  return dx;
  // END SOLUTION
}
// %% id=c0de170e role=check exercise=maxPoolBackward
await check('maxPoolBackward', maxPoolBackward);
// %% [markdown] id=c0de170f
// **À regarder.** Après ReLU, une région entière peut être à 0 : l’égalité n’a rien de rare. Retirez les `//`
// ci-dessous. Où va le gradient de la fenêtre de zéros ? Et que devient-il ensuite, quand il traverse ReLU ?
// %% id=c0de1710 role=free
// const rectified = [[0, 0, 3, 1], [0, 0, 0, 2]];
// console.log(maxPoolBackward([[8, 8]], rectified, 2, 2));
// %% [markdown] id=c0de1711
// ## Exercice 3 : le retour d’une convolution (7 points)
//
// À l’aller, $K$ filtres glissent sur une image de $C$ canaux, avec un pas et un remplissage :
//
// $$y_{i,j,k} = b_k + \sum_{u=0}^{F_y-1} \sum_{v=0}^{F_x-1} \sum_{c=0}^{C-1} w_{u,v,c,k} \; \tilde{x}_{iS_y+u,\; jS_x+v,\; c}$$
//
// où $\tilde{x}$ est l’image entourée de $P$ rangées de zéros. Écrivez `conv2dBackward(dy, x, w, stride, padding)` :
//
// - `dy` : le gradient de la sortie, lu `dy[ligne][colonne][filtre]`, de forme $[H_o, W_o, K]$ ;
// - `x` : l’image entrée à l’aller, **sans** ses zéros, lue `x[ligne][colonne][canal]`, de forme $[H, W, C]$ ;
// - `w` : les filtres, lus `w[ligne][colonne][canal][filtre]`, de forme $[F_y, F_x, C, K]$ ;
// - `stride` : les pas `[S_y, S_x]`, **vertical d’abord** (`[1, 1]` par défaut) ;
// - `padding` : le nombre $P$ de rangées de zéros sur **chacun des quatre côtés** (0 par défaut).
//
// Elle rend un objet `{ dx, dw, db }`. La règle est celle de la couche dense : chaque fois que l’aller a multiplié un
// poids par une case, le poids reçoit *gradient × case*, la case reçoit *gradient × poids*, et tout s’ajoute :
//
// - `db[k]` est la somme de tous les `dy[i][j][k]` ;
// - `dw` additionne sur toutes les positions $(i, j)$ ;
// - `dx` additionne sur toutes les fenêtres qui ont vu la case, et sur tous les filtres.
//
// Les zéros du remplissage ne sont pas dans `x` : ce qu’ils recevraient est **perdu**. `dx` a exactement la forme de
// `x`, même quand le pas laisse des cases de côté : elles reçoivent 0.
//
// **Exemple.** Une image de 2 lignes et 3 colonnes, un canal, un filtre 2 × 2 (chaque case écrite sans ses crochets) :
//
// ```
// x = 1 2 3      w =   1   10      dy = 2 3      dx =   2   23   30
//     4 5 6          100 1000                         200 2300 3000
// ```
//
// - `dx`, case du haut au milieu : la première fenêtre l’a vue avec le poids 10, la seconde avec le poids 1 :
//   2×10 + 3×1 = **23** ;
// - `dw`, en haut à gauche : 2×1 + 3×2 = **8** ; en tout, `8 13` puis `23 28` ;
// - `db` : 2 + 3 = **5**.
//
// Avec `padding = 1`, la sortie aurait 3 lignes et 4 colonnes ; avec `stride = [1, 2]`, une seule colonne.
//
// **Erreurs.** La fonction lève une erreur si :
//
// - les filtres n’ont pas autant de canaux que l’image ;
// - `dy` n’a pas la forme de la sortie : $\left\lfloor \frac{H + 2P - F_y}{S_y} \right\rfloor + 1$ lignes,
//   $\left\lfloor \frac{W + 2P - F_x}{S_x} \right\rfloor + 1$ colonnes, et $K$ valeurs par case.
//
// (`stride` et `padding` sont garantis : des entiers qui conviennent, et les filtres tiennent dans l’image remplie.)
// %% id=c0de1712 role=answer exercise=conv2dBackward
function conv2dBackward(
  dy: number[][][],
  x: number[][][],
  w: number[][][][],
  stride: [number, number] = [1, 1],
  padding = 0,
): { dx: number[][][]; dw: number[][][][]; db: number[] } {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  const [height, width, channels] = [x.length, x[0].length, x[0][0].length];
  const [kernelHeight, kernelWidth, filters] = [w.length, w[0].length, w[0][0][0].length];
  const [strideY, strideX] = stride;
  const rows = Math.floor((height + 2 * padding - kernelHeight) / strideY) + 1;
  const cols = Math.floor((width + 2 * padding - kernelWidth) / strideX) + 1;
  if (w[0][0].length !== channels) {
    throw new RangeError(
      `conv2dBackward : les filtres ont ${w[0][0].length} canaux et l'image en a ${channels}.`,
    );
  }
  const found = [dy.length, dy[0].length, dy[0][0].length];
  if (found[0] !== rows || found[1] !== cols || found[2] !== filters) {
    throw new RangeError(
      `conv2dBackward : dy a la forme [${found.join(', ')}], la sortie [${rows}, ${cols}, ${filters}].`,
    );
  }

  // 2. Des zéros, chaque gradient de la forme de ce dont il est le gradient.
  const dx = x.map((line) => line.map((cell) => cell.map(() => 0)));
  const dw = w.map((line) => line.map((slice) => slice.map((weights) => weights.map(() => 0))));
  const db = w[0][0][0].map(() => 0);

  // 3. Un poids et une case se sont rencontrés : chacun reçoit le gradient fois l'autre.
  const meet = (gradients: number[], top: number, left: number, u: number, v: number): void => {
    const [row, col] = [top + u, left + v];
    if (row < 0 || row >= height || col < 0 || col >= width) return; // un zéro du remplissage
    for (let c = 0; c < channels; c++) {
      for (let k = 0; k < filters; k++) {
        dw[u][v][c][k] += gradients[k] * x[row][col][c];
        dx[row][col][c] += gradients[k] * w[u][v][c][k];
      }
    }
  };

  // 4. Balayer les positions de l'aller ; dans chacune, tous les poids.
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      for (let k = 0; k < filters; k++) db[k] += dy[i][j][k];
      const [top, left] = [i * strideY - padding, j * strideX - padding];
      for (let u = 0; u < kernelHeight; u++) {
        for (let v = 0; v < kernelWidth; v++) meet(dy[i][j], top, left, u, v);
      }
    }
  }
  return { dx, dw, db };
  // END SOLUTION
}
// %% id=c0de1713 role=check exercise=conv2dBackward
await check('conv2dBackward', conv2dBackward);
// %% [markdown] id=c0de1714
// **À regarder.** Avec un gradient de 1 partout et des poids de 1 partout, `dx` ne fait que **compter** les fenêtres
// qui ont utilisé chaque case. Retirez les `//` ci-dessous : le centre a servi neuf fois, le coin une seule. Essayez
// ensuite les pas `[2, 2]`, avec un gradient de 2 × 2, puis un remplissage de 1, avec un gradient de 5 × 5 : les bords
// sont-ils encore désavantagés ?
// %% id=c0de1715 role=free
// const row = (cols: number) => Array.from({ length: cols }, () => [1]);
// const ones = (rows: number, cols: number) => Array.from({ length: rows }, () => row(cols));
// const filter = ones(3, 3).map((line) => line.map((cell) => [cell]));
// const uses = conv2dBackward(ones(3, 3), ones(5, 5), filter).dx;
// console.log(uses.map((line) => line.flat().join(' ')).join('\n'));
