// ---
// title: Aplatir, couche dense, softmax
// exercises:
//   - id: flattenDense
//     title: Aplatir et couche dense
//     points: 3
//     functions: [flatten, dense]
//     imports: []
//   - id: softmax
//     title: Softmax stable
//     points: 3
//     functions: [softmax]
//     imports: []
// ---
// %% [markdown] id=c0de1501
// # Exercices 1.5 : aplatir, couche dense, softmax
//
// Vous allez écrire les trois pièces qui transforment une pile de cartes en une décision : **aplatir**,
// la **couche dense** et **softmax**. Mises bout à bout, elles forment la tête d’un CNN, et vous les
// brancherez l’une sur l’autre à la fin. Deux exercices, **6 points** :
//
// | Exercice | Fonctions à écrire | Points |
// |---|---|---|
// | 1. Aplatir et couche dense | `flatten`, `dense` | 3 |
// | 2. Softmax stable | `softmax` | 3 |
//
// Tout ce qu’il faut savoir est dans la
// [leçon 1.5](../lecons/1.5-couche-dense-softmax.ipynb), parties 1 et 2 pour le premier exercice,
// partie 3 pour le second.
//
// Chaque exercice tient en trois cellules : l’énoncé, la cellule où vous écrivez votre réponse, et
// une cellule `check` qui essaie vos fonctions sur les **cas publics** et montre aussitôt le
// résultat. La note tient aussi compte de cas que vous ne voyez pas : d’autres formes, d’autres
// longueurs, des logits énormes. Une fonction juste les passe tous.
//
// Les règles, pour les deux exercices :
//
// - gardez le nom et la signature des fonctions ;
// - n’importez rien : `Math.exp`, `Math.max`, des boucles et des tableaux suffisent ;
// - ne modifiez pas les tableaux reçus : la fonction en construit un nouveau ;
// - refusez par `throw` les arguments de la liste « Erreurs » de l’énoncé ; le reste est garanti : les
//   nombres sont finis, et les tableaux réguliers (toutes les lignes ont la même longueur, toutes les
//   cases autant de canaux) ;
// - ajoutez autant de cellules que vous voulez pour essayer ;
// - si vous êtes bloqué, `await hint('flattenDense')` donne un premier indice, puis un deuxième, puis un troisième :
//   personne ne les compte ;
// - `await progress()` montre où vous en êtes, leçon par leçon ;
// - pour recommencer un exercice, remplacez votre réponse par `await reset('flattenDense')` et exécutez la cellule : elle
//   reprend son texte de départ, et l’ancienne réponse est gardée à côté du carnet.
// %% id=c0de1502 role=given
import { check, hint, progress, reset } from '@convolab/lib/check';
// %% [markdown] id=c0de1503
// ## Échauffement : où va ce nombre ?
//
// Le bloc ci-dessous a 1 ligne, 3 colonnes et 2 canaux. Avant d’exécuter les deux cellules qui suivent,
// répondez de tête :
//
// 1. Combien de nombres aura la bande ?
// 2. Dans l’ordre de tfjs (tous les canaux d’une case, puis la case suivante), quel nombre est à
//    l’indice 3 ?
// 3. À quel indice se trouve le nombre 30 ?
//
// Changez ensuite `place`, qui se lit `[colonne, canal]`, pour vérifier vos réponses.
// %% id=c0de1504 role=given
const line = [
  [1, 10],
  [2, 20],
  [3, 30],
];
// %% id=c0de1505 role=free
const place = [1, 1];
const [column, channel] = place;
console.log('le nombre', line[column][channel], 'va à l’indice', column * 2 + channel);
// %% [markdown] id=c0de1506
// La bande a 6 nombres : 1, 10, 2, 20, 3, 30. L’indice 3 porte le 20, et le 30 est à l’indice 5 : deux
// cases entières de deux canaux, puis le premier canal de sa propre case.
// %% [markdown] id=c0de1507
// ## Exercice 1 : aplatir et couche dense (3 points)
//
// Écrivez deux fonctions.
//
// **`flatten(v)`** reçoit un bloc de forme $[H, W, C]$, lu `v[ligne][colonne][canal]`, et rend la liste de
// ses nombres, dans l’ordre de tfjs : ligne par ligne, case par case, et dans chaque case canal par canal.
// Le nombre `v[y][x][c]` se retrouve à l’indice
//
// $$k = (y \times W + x) \times C + c.$$
//
// **`dense(x, w, b)`** calcule une couche dense **sans activation**, $Wx + b$ :
//
// - `x` : le vecteur d’entrée, de longueur $n$ ;
// - `w` : les poids, $m$ lignes de $n$ valeurs, lus `w[neurone][entrée]` : **une ligne par neurone** ;
// - `b` : les biais, **un par neurone**, de longueur $m$.
//
// Elle rend le vecteur des $m$ sorties :
//
// $$z_j = b_j + \sum_{i=0}^{n-1} w_{j,i} \, x_i.$$
//
// (C’est l’écriture des livres. tfjs et la bibliothèque du cours rangent la transposée,
// `[entrée][neurone]` ; ici, suivez l’énoncé.)
//
// **Exemple.** Un bloc de 2 lignes, 1 colonne et 2 canaux, et une couche de trois neurones :
//
// ```
// v = [ [ [1, 2] ],      flatten(v) = [1, 2, 3, 4]
//       [ [3, 4] ] ]
//
// x = [2, -1]    w = [ [1, 3],       b = [0, 10, -1]
//                      [0, 4],
//                      [5, 2] ]
// ```
//
// - premier neurone : 1×2 + 3×(−1) + 0 = **−1** ;
// - deuxième : 0×2 + 4×(−1) + 10 = **6** ;
// - troisième : 5×2 + 2×(−1) − 1 = **7** ;
// - `dense(x, w, b)` rend `[-1, 6, 7]`.
//
// **Erreurs.** `flatten` n’en lève aucune. `dense` lève une erreur, de n’importe quel type, par exemple
// `throw new RangeError('un biais par neurone')`, si :
//
// - il n’y a aucun neurone (`w` est vide) ;
// - les lignes de `w` n’ont pas autant de valeurs que `x` ;
// - `b` n’a pas exactement une valeur par neurone.
// %% id=c0de1508 role=answer exercise=flattenDense
function flatten(v: number[][][]): number[] {
  // BEGIN SOLUTION
  const strip: number[] = [];
  for (const row of v) {
    for (const cell of row) strip.push(...cell);
  }
  return strip;
  // END SOLUTION
}

function dense(x: number[], w: number[][], b: number[]): number[] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  if (w.length === 0) throw new RangeError('dense : il n’y a aucun neurone.');
  if (w[0].length !== x.length) {
    throw new RangeError(
      `dense : un neurone a ${w[0].length} poids et reçoit ${x.length} entrées, il faut un poids par entrée.`,
    );
  }
  if (b.length !== w.length) {
    throw new RangeError(
      `dense : ${b.length} biais pour ${w.length} neurones, il en faut un par neurone.`,
    );
  }

  // 2. Un produit scalaire par neurone, qui part du biais.
  return w.map((weights, j) => weights.reduce((sum, weight, i) => sum + weight * x[i], b[j]));
  // END SOLUTION
}
// %% id=c0de1509 role=check exercise=flattenDense
await check('flattenDense', { flatten, dense });
// %% [markdown] id=c0de150a
// **À regarder.** Aplatir puis brancher une couche dense, c’est oublier quelles cases étaient voisines. Retirez
// les `//` ci-dessous : les deux blocs ont les mêmes nombres, mais lus dans l’autre sens, et pour les mêmes
// poids la sortie change. Quels poids faudrait-il au second neurone pour qu’il ne voie pas la différence ?
// %% id=c0de150b role=free
// const block = [[[1, 2], [3, 4]]];
// const turned = [[[3, 4], [1, 2]]];
// const weights = [[1, 0, 0, 0], [0, 1, 2, 0]];
// console.log(dense(flatten(block), weights, [0, 0]), dense(flatten(turned), weights, [0, 0]));
// %% [markdown] id=c0de150c
// ## Exercice 2 : softmax stable (3 points)
//
// Écrivez `softmax(z)`, qui transforme **tout un vecteur** de logits en probabilités :
//
// $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}.$$
//
// La formule, programmée telle quelle, s’effondre sur de grands logits : `Math.exp(1000)` vaut `Infinity`,
// et `Infinity / Infinity` vaut `NaN`. Votre fonction doit rester juste pour **n’importe quels** logits finis,
// très grands comme très petits. La leçon donne le remède : ajouter la même constante à tous les logits ne
// change pas le résultat, et l’on peut donc choisir cette constante.
//
// Pour tout vecteur, les probabilités rendues sont entre 0 et 1 et leur somme vaut 1.
//
// **Exemple.** Pour `z = [2, 1, 0.1]` (à quatre décimales ; n’arrondissez pas dans votre fonction) :
//
// | | chat | chien | oiseau | somme |
// |---|---|---|---|---|
// | $z_i$ | 2 | 1 | 0,1 | |
// | $e^{z_i}$ | 7,3891 | 2,7183 | 1,1052 | 11,2125 |
// | $p_i$ | 0,6590 | 0,2424 | 0,0986 | 1 |
//
// - `softmax([5, 5])` rend `[0.5, 0.5]`, et `softmax([1000, 1000])` aussi ;
// - `softmax([-10000, 0])` rend `[0, 1]` : la première probabilité est trop petite pour tenir dans un nombre,
//   et s’arrondit à 0 ;
// - `softmax([7])` rend `[1]`.
//
// **Erreurs.** La fonction lève une erreur si `z` est vide : il n’y a rien à répartir.
// %% id=c0de150d role=answer exercise=softmax
function softmax(z: number[]): number[] {
  // BEGIN SOLUTION
  // 1. Vérifier à la porte.
  if (z.length === 0) throw new RangeError('softmax : il n’y a aucun logit.');

  // 2. Retrancher le plus grand logit : le plus grand exposant devient 0, rien ne déborde.
  const largest = Math.max(...z);
  const exponentials = z.map((logit) => Math.exp(logit - largest));

  // 3. Diviser par la somme, qui contient exp(0) = 1 et n'est donc jamais nulle.
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return exponentials.map((value) => value / total);
  // END SOLUTION
}
// %% id=c0de150e role=check exercise=softmax
await check('softmax', softmax);
// %% [markdown] id=c0de150f
// **À regarder.** Vous avez maintenant toute la tête d’un réseau. Retirez les `//` ci-dessous : un bloc de deux
// cases et deux canaux devient trois probabilités. Multipliez ensuite tous les poids et tous les biais par 10 :
// le classement change-t-il ? Et la plus grande probabilité ?
// %% id=c0de1510 role=free
// const maps = [[[1, 0], [0, 2]]];
// const scores = dense(flatten(maps), [[1, 0, 0, 1], [0, 1, 0, 1], [1, 1, 1, 0]], [0, 0.5, -1]);
// console.log('logits :', scores, '; probabilités :', softmax(scores));
